// hearsay changes: what changed in the stories of a store.
#include "command.h"
#include "session.h"
#include "store_option.h"
#include "times.h"

#include "persist/changes.h"
#include "present/desk.h"

#include <CLI/CLI.hpp>

namespace hearsay {

namespace {

class Changes : public Command {
 public:
  void setup(CLI::App& app) override {
    add_outputs(app, options_, {"text", "json"});
    add_store_option(app, options_.store);
    app.add_option("--since", since_, time_help("Only changes noticed then or later"))
        ->type_name("TIME")
        ->check(is_time)
        ->required();
    app.footer(
        "Prints what the stories' accounts say that earlier ones did not: a new point, a new origin, another\n"
        "standing, another value, a denial; and what changed in articles that came again. Oldest first, one a line\n"
        "(JSON).\n\n"
        "Example:\n  hearsay changes --store desk.db --since 2h");
  }

  int run() override {
    Session session(options_);
    const StoreReader store(options_.store);
    for (const ChangeLine& change : list_changes(store, {.since = seconds_of(since_, system_now())}))
      session.print(session.format() == Format::json ? to_json(change)
                                                     : to_text(change, session.terminal().value_or(TerminalStyle{})));
    return session.finish_quietly();
  }

 private:
  CommonOptions options_;
  std::string since_;
};

}  // namespace

std::unique_ptr<Command> make_changes() { return std::make_unique<Changes>(); }

}  // namespace hearsay
