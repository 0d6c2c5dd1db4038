// hearsay backup: a copy of a store that is being written.
#include "command.h"

#include "persist/store.h"

#include <CLI/CLI.hpp>

namespace hearsay {

namespace {

class Backup : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("--store", store_, "The store")->type_name("FILE")->required();
    app.add_option("COPY", copy_, "The copy; an existing file is replaced once it is complete")->required();
    app.footer(
        "Copies a store as it is at one moment, even while it is being written. A copy is a store: to go back to it,\n"
        "replace the store with it while nothing is writing there, and delete desk.db-wal and desk.db-shm.\n\n"
        "Example:\n  hearsay backup --store desk.db monday.db");
  }

  int run() override {
    back_up(store_, copy_);
    return 0;
  }

 private:
  std::string store_;
  std::string copy_;
};

}  // namespace

std::unique_ptr<Command> make_backup() { return std::make_unique<Backup>(); }

}  // namespace hearsay
