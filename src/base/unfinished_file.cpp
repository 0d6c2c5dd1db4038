// The names stand in memory that a signal handler may read at any time: a slot is filled first and counted after.
#include "base/unfinished_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <random>
#include <string_view>
#include <system_error>
#include <utility>

namespace hearsay {

namespace {

struct Slot {
  std::atomic<bool> used = false;
  char path[PATH_MAX] = {};
};

constexpr int slot_count = 16;
std::array<Slot, slot_count> slots;
std::mutex slots_guard;

extern "C" void remove_unfinished(int signal) {
  for (const Slot& slot : slots) {
    if (slot.used) ::unlink(slot.path);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// What the user ignores (nohup) stays ignored.
void watch_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_DFL) continue;
    struct sigaction action {};
    action.sa_handler = remove_unfinished;
    ::sigaction(signal, &action, nullptr);
  }
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is told as a full disk is
}

int take_slot(const std::string& path) {
  static std::once_flag once;
  std::call_once(once, watch_signals);
  const std::lock_guard lock(slots_guard);
  for (int i = 0; i < slot_count && path.size() < PATH_MAX; ++i) {
    Slot& slot = slots[static_cast<std::size_t>(i)];
    if (slot.used) continue;
    std::strcpy(slot.path, path.c_str());
    slot.used = true;
    return i;
  }
  return -1;
}

void give_back(int slot) {
  if (slot >= 0) slots[static_cast<std::size_t>(slot)].used = false;
}

std::string random_letters() {
  static thread_local std::random_device device;
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::string word;
  for (int i = 0; i < 8; ++i) word += letters[device() % letters.size()];
  return word;
}

}  // namespace

UnfinishedFile::UnfinishedFile(const std::string& path) : final_path_(path) {
  std::error_code missing;
  if (std::filesystem::exists(path, missing)) final_path_ = std::filesystem::canonical(path).string();
  make();
  take_over_rights();
}

void UnfinishedFile::make() {
  const std::filesystem::path final_path(final_path_);
  // Not longer than a name may be, whatever the final one is.
  const std::string name = final_path.filename().string().substr(0, 200);
  for (int tries = 0; tries < 100; ++tries) {
    path_ = (final_path.parent_path() / ("." + name + "." + random_letters())).string();
    slot_ = take_slot(path_);
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) return;
    const int reason = errno;
    give_back(slot_);
    if (reason != EEXIST) throw std::system_error(reason, std::generic_category());
  }
  throw std::system_error(EEXIST, std::generic_category());
}

void UnfinishedFile::take_over_rights() const {
  struct stat about {};
  if (::stat(final_path_.c_str(), &about) != 0) return;
  struct stat own {};
  ::fstat(descriptor_, &own);
  const bool other_owner = own.st_uid != about.st_uid || own.st_gid != about.st_gid;
  if (other_owner && ::fchown(descriptor_, about.st_uid, about.st_gid) != 0) {
    // Only the superuser may give a file away; the group alone may still be kept.
    [[maybe_unused]] const int kept = ::fchown(descriptor_, static_cast<uid_t>(-1), about.st_gid);
  }
  ::fchmod(descriptor_, about.st_mode & 07777);
}

UnfinishedFile::~UnfinishedFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
  if (descriptor_ >= 0) ::close(descriptor_);
  give_back(slot_);
}

void UnfinishedFile::commit() {
  const bool kept = ::fsync(descriptor_) == 0 || errno == EINVAL || errno == EROFS;
  if (!kept || ::rename(path_.c_str(), final_path_.c_str()) != 0)
    throw std::system_error(errno, std::generic_category());
  path_.clear();
  give_back(std::exchange(slot_, -1));
}

}  // namespace hearsay
