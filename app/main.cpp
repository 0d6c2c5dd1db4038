// The command line. One file a command: to add one, write app/NAME.cpp with make_NAME() as app/read.cpp does, declare
// it in app/command.h, and list it here.
#include "command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>

namespace hearsay {

namespace {

struct Entry {
  const char* name;
  const char* purpose;
  std::unique_ptr<Command> command;
  bool hidden = false;
};

int run(int argc, char** argv) {
  CLI::App app(
      "Reads many reports of one event and says what is claimed, who says so, who only repeats it,\n"
      "and where accounts differ.",
      "hearsay");
  app.set_version_flag("--version", "hearsay " HEARSAY_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Example:\n  hearsay report story/\n\nhearsay COMMAND --help tells more of each command.\n"
      "Exit status: 0 done, 1 nothing usable among the inputs (with --strict: any input unusable), 2 wrong use.");
  std::array entries = {
      Entry{"read", "Articles, as they were understood", make_read()},
      Entry{"mark", "Articles with their language marked up", make_mark()},
      Entry{"group", "Which articles tell one story, who copied whom", make_group()},
      Entry{"report", "One story's account: claims, origins, points", make_report()},
      Entry{"names", "Whether two names are one", make_names(), true},
  };
  int status = 0;
  for (Entry& entry : entries) {
    CLI::App* part = app.add_subcommand(entry.name, entry.purpose);
    if (entry.hidden) part->group("");
    entry.command->setup(*part);
    part->final_callback([&status, &entry] { status = entry.command->run(); });
  }
  const auto is_named = [&](const Entry& entry) { return std::string_view(entry.name) == argv[1]; };
  if (argc > 1 && argv[1][0] != '-' && std::none_of(entries.begin(), entries.end(), is_named)) {
    std::fprintf(stderr, "hearsay: there is no command \"%s\"; hearsay --help lists them\n", argv[1]);
    return 2;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return status;
}

}  // namespace

}  // namespace hearsay

int main(int argc, char** argv) {
  try {
    return hearsay::run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("hearsay: not enough memory\n", stderr);
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hearsay: %s\n", error.what());
    return 1;
  }
}
