// One file a command: to add one, write app/NAME.cpp with make_NAME() as app/read.cpp does, declare it in
// app/command.h, and list it here. A command with an empty purpose is for measuring only, and hidden from help, man
// pages and completions.
#include "command_line.h"

#include "base/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>
#include <utility>

namespace hearsay {

CommandLine::CommandLine()
    : app_(std::make_unique<CLI::App>(
          "Reads many reports of one event and says what is claimed, who says so, who only repeats it,\n"
          "and where accounts differ.",
          "hearsay")) {
  app_->set_version_flag("--version", "hearsay " + std::string(version()));
  app_->require_subcommand(1);
  // A paragraph that begins with such a word and a colon becomes a section of the man page (reference/reference.cpp).
  app_->footer(
      "Example:\n  hearsay report story/\n\nhearsay COMMAND --help tells more of each command.\n\n"
      "Environment: HEARSAY_DATA may name a folder; a file of its data/ folder replaces the program's own list of that "
      "name.\n\n"
      "Exit status: 0 done, 1 nothing usable among the inputs (with --strict: any input unusable), 2 wrong use.");
  add("read", "Articles, as they were understood", make_read());
  add("mark", "Articles with their language marked up", make_mark());
  add("group", "Which articles tell one story, who copied whom", make_group());
  add("report", "One story's account: claims, origins, points", make_report());
  add("names", "", make_names());
}

CommandLine::~CommandLine() = default;

void CommandLine::add(const char* name, const char* purpose, std::unique_ptr<Command> command) {
  CLI::App* part = app_->add_subcommand(name, purpose);
  if (part->get_description().empty()) part->group("");
  command->setup(*part);
  part->final_callback([this, work = command.get()] { status_ = work->run(); });
  commands_.push_back(std::move(command));
}

int CommandLine::run(int argc, const char* const* argv) {
  const auto is_named = [&](const CLI::App* part) { return part->get_name() == argv[1]; };
  if (argc > 1 && argv[1][0] != '-' && std::as_const(*app_).get_subcommands(is_named).empty()) {
    std::fprintf(stderr, "hearsay: there is no command \"%s\"; hearsay --help lists them\n", argv[1]);
    return 2;
  }
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app_->exit(error) == 0 ? 0 : 2;
  }
  return status_;
}

}  // namespace hearsay
