#include "notifier.h"

#include "persist/changes.h"
#include "present/desk.h"
#include "present/words/lines.h"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <utility>

namespace hearsay {

Notifier::Notifier(const StoreReader& store, std::string command)
    : store_(store), command_(std::move(command)), told_(last_change(store)) {}

void Notifier::tell() {
  if (command_.empty()) return;
  const std::vector<ChangeLine> changes = list_changes(store_, {.after = told_});
  if (changes.empty()) return;
  told_ = changes.back().number;
  const auto before = std::signal(SIGPIPE, SIG_IGN);  // a command that does not read is no reason to end
  std::FILE* const pipe = ::popen(command_.c_str(), "we");
  int status = -1;
  if (pipe != nullptr) {
    for (const ChangeLine& change : changes) fmt::print(pipe, "{}\n", to_json(change));
    status = ::pclose(pipe);
  }
  std::signal(SIGPIPE, before);
  if (status != 0) fmt::print(stderr, "hearsay: {} failed (status {})\n", on_one_line(command_), status);
}

}  // namespace hearsay
