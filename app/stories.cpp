// hearsay stories: which stories a store holds.
#include "command.h"
#include "session.h"
#include "store_option.h"

#include "persist/stories.h"
#include "present/desk.h"
#include "times.h"

#include <CLI/CLI.hpp>

namespace hearsay {

namespace {

class Stories : public Command {
 public:
  void setup(CLI::App& app) override {
    add_outputs(app, options_, {"text", "json"});
    add_store_option(app, options_.store);
    app.add_option("--since", since_, time_help("Only stories that changed then or later"))
        ->type_name("TIME")
        ->check(is_time);
    app.add_option("--search", query_.words,
                   "Only stories with an article that contains all these words, among the newest 5,000 such articles")
        ->type_name("WORDS");
    app.add_flag("--contested", query_.contested, "Only stories in which accounts differ");
    app.add_option("--limit", query_.most, "At most this many")->check(CLI::Range(1, 1'000'000'000));
    app.footer(
        "Prints the stories, the last changed first. Each has an id, by which report, group and export take it.\n\n"
        "Example:\n  hearsay stories --store desk.db --search \"harbour fire\" --contested");
  }

  int run() override {
    Session session(options_);
    if (!since_.empty()) query_.since = seconds_of(since_, system_now());
    const StoreReader store(options_.store);
    for (const StoryLine& story : list_stories(store, query_))
      session.print(session.format() == Format::json ? to_json(story)
                                                     : to_text(story, session.terminal().value_or(TerminalStyle{})));
    return session.finish_quietly();
  }

 private:
  CommonOptions options_;
  StoryQuery query_;
  std::string since_;
};

}  // namespace

std::unique_ptr<Command> make_stories() { return std::make_unique<Stories>(); }

}  // namespace hearsay
