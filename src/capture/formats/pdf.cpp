// The file goes to pdftotext as an open file without a name, so that nothing stays behind; its output comes through a
// pipe. Between fork and exec only what is safe there is called, as other threads may hold locks.
#include "capture/formats/pdf.h"

#include "capture/bytes/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

namespace hearsay {

namespace {

constexpr int longest_seconds = 60;
constexpr rlim_t most_memory_bytes = rlim_t{2} << 30;
constexpr int not_installed = 127;  // as a shell has it

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

// Nothing where there is no room for it.
File unnamed_file_of(std::string_view bytes) {
  File file(std::tmpfile());
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() || std::fflush(file.get()) != 0 ||
      std::fseek(file.get(), 0, SEEK_SET) != 0)
    return nullptr;
  return file;
}

[[noreturn]] void become_pdftotext(int input, int output) {
  const rlimit processor{longest_seconds, longest_seconds};
  const rlimit memory{most_memory_bytes, most_memory_bytes};
  setrlimit(RLIMIT_CPU, &processor);
  setrlimit(RLIMIT_AS, &memory);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  if (dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 && dup2(nowhere, STDERR_FILENO) >= 0)
    execlp("pdftotext", "pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-", static_cast<char*>(nullptr));
  _exit(not_installed);
}

// All that comes through the pipe; nothing when it is too much or takes too long.
std::optional<std::string> read_pipe(int pipe) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(longest_seconds);
  std::string all;
  std::array<char, 65536> block;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd waiting{pipe, POLLIN, 0};
    if (left.count() <= 0 || poll(&waiting, 1, static_cast<int>(left.count())) == 0) return std::nullopt;
    const ssize_t got = ::read(pipe, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return all;
    all.append(block.data(), static_cast<std::size_t>(got));
    if (all.size() > largest_record_bytes) return std::nullopt;
  }
}

}  // namespace

tl::expected<std::string, std::string> text_of_pdf(std::string_view file) {
  const auto refused = [](const char* reason) { return tl::unexpected(std::string(reason)); };
  const File input = unnamed_file_of(file);
  int ends[2];
  if (!input || pipe2(ends, O_CLOEXEC) != 0) return refused("is a PDF, and there is no room to read it");
  const pid_t child = fork();
  if (child == 0) become_pdftotext(fileno(input.get()), ends[1]);
  ::close(ends[1]);
  std::optional<std::string> printed;
  if (child > 0) printed = read_pipe(ends[0]);
  ::close(ends[0]);
  if (child < 0) return refused("is a PDF, and no process could be started to read it");
  if (!printed) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!printed) return refused("is a PDF whose text is too long or takes too long");
  if (WIFEXITED(status) && WEXITSTATUS(status) == not_installed)
    return refused("is a PDF, which is read where pdftotext is installed (Debian: poppler-utils)");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return refused("is a PDF that pdftotext cannot read");
  std::string text = paragraphs_of_pages(*printed);
  if (text.empty()) return refused("is a PDF without a text");
  return text;
}

}  // namespace hearsay
