#include "terminal.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace hearsay {

namespace {

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

// Shows letters and obeys nothing, as the shell of an editor does.
bool is_dumb() { return environment("TERM") == "dumb"; }

std::size_t width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const long told = std::strtol(std::string(environment("COLUMNS")).c_str(), nullptr, 10);
  return told > 0 ? static_cast<std::size_t>(told) : 80;
}

std::string pager_command() {
  for (const char* const name : {"HEARSAY_PAGER", "PAGER"}) {
    if (const char* const command = std::getenv(name)) return command;
  }
  return "less";
}

// Asked before the pager is started, since a shell that cannot find it has already taken the output.
bool is_installed(std::string_view command) {
  const std::string program(command.substr(0, command.find(' ')));
  if (program.find('/') != std::string::npos) return ::access(program.c_str(), X_OK) == 0;
  std::string_view folders = environment("PATH");
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    if (::access((std::string(folders.substr(0, end)) + '/' + program).c_str(), X_OK) == 0) return true;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return false;
}

}  // namespace

std::optional<TerminalStyle> terminal_style() {
  if (::isatty(STDOUT_FILENO) == 0) return std::nullopt;
  TerminalStyle style;
  style.columns = std::clamp<std::size_t>(width(), 40, 120);
  style.colour = environment("NO_COLOR").empty() && !is_dumb();
  return style;
}

bool can_show_progress() { return ::isatty(STDERR_FILENO) != 0 && !is_dumb(); }

Pager::Pager() {
  const std::string command = pager_command();
  std::array<int, 2> pipe{};
  if (command.empty() || command == "cat" || !is_installed(command) || ::pipe2(pipe.data(), O_CLOEXEC) != 0) return;
  std::fflush(stdout);
  child_ = ::fork();
  if (child_ == 0) {
    ::dup2(pipe[0], STDIN_FILENO);
    ::setenv("LESS", "FRX", 0);
    ::setenv("LV", "-c", 0);
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  if (child_ > 0) ::dup2(pipe[1], STDOUT_FILENO);
  ::close(pipe[0]);
  ::close(pipe[1]);
}

// The interrupt key is the pager's while it shows the last of the output.
Pager::~Pager() {
  if (child_ <= 0) return;
  std::fflush(stdout);
  ::close(STDOUT_FILENO);
  std::signal(SIGINT, SIG_IGN);
  while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace hearsay
