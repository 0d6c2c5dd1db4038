// hearsay serve: a store to read, correct and add to in the browser and by other programs.
#include "command.h"

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
    app.add_option("--store", settings_.store, "The store")->type_name("FILE")->required();
    app.add_option("--port", settings_.port, "The port to listen on; 0 is any that is free")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    app.add_option("--host", settings_.host,
                   "The address to listen on. Off this machine anyone who reaches it may read all")
        ->type_name("ADDRESS")
        ->capture_default_str();
    CLI::Option* const read_only = app.add_flag("--read-only", settings_.read_only, "Nobody may correct or hand in");
    app.add_option("--token-file", settings_.token_file,
                   "Who corrects or hands in must bring the token in this file, which nobody else may read. Off this "
                   "machine nobody may without one")
        ->type_name("FILE")
        ->excludes(read_only);
    app.add_flag("--allow-private", settings_.allow_private,
                 "Addresses that are handed in may be of this machine and of private networks");
    app.footer(
        "Serves the stories of a store: pages at http://localhost:8321/, JSON at /api/stories, /api/changes and so "
        "on,\n"
        "what changed as a feed at /changes.atom (docs/desk.md), also while the store is written. Readers may correct, "
        "and\nhand in articles and addresses; watch takes them in, and where it does not run the server does.\n\n"
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
