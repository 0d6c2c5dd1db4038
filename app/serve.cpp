// hearsay serve: a store to read, correct and add to in the browser and by other programs.
#include "command.h"
#include "store_option.h"

#include "serve/server.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace hearsay {

namespace {

std::atomic<bool> server_is_to_end = false;

void end_server(int) { server_is_to_end = true; }

class Serve : public Command {
 public:
  void setup(CLI::App& app) override {
    add_store_option(app, settings_.store);
    app.add_option("--port", settings_.port, "The port to listen on; 0 takes any free one")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    app.add_option("--host", settings_.host,
                   "The address to listen on. If other machines can reach it, anyone on them may read everything")
        ->type_name("ADDRESS")
        ->capture_default_str();
    CLI::Option* const read_only = app.add_flag("--read-only", settings_.read_only, "Nobody may correct or hand in");
    app.add_option(
           "--token-file", settings_.token_file,
           "To correct or hand in, one needs the token in this file, which only its owner may be able to read. If "
           "other machines can reach the server, nobody may write without a token")
        ->type_name("FILE")
        ->excludes(read_only);
    app.add_flag("--allow-private", settings_.allow_private,
                 "Addresses that are handed in may be on this machine and on private networks");
    app.footer(
        "Serves the stories of a store, even while it is being written: pages at http://localhost:8321/, JSON at\n"
        "/api/stories, /api/changes and so on, changes as a feed at /changes.atom (docs/desk.md). Readers may\n"
        "correct, and hand in articles and addresses; watch takes them in, or the server if watch is not running.\n\n"
        "Example:\n  hearsay serve --store desk.db --port 8321");
  }

  int run() override {
    std::signal(SIGTERM, end_server);
    std::signal(SIGINT, end_server);
    std::signal(SIGPIPE, SIG_IGN);
    serve(
        settings_,
        [&](int port) {
          fmt::print("http://{}:{}/\n", settings_.host, port);
          std::fflush(stdout);
        },
        [] { return server_is_to_end.load(); });
    return 0;
  }

 private:
  ServerSettings settings_;
};

}  // namespace

std::unique_ptr<Command> make_serve() { return std::make_unique<Serve>(); }

}  // namespace hearsay
