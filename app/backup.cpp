// hearsay backup: a copy of a store that is being written.
#include "command.h"
#include "store_option.h"

#include "persist/backup.h"

#include <CLI/CLI.hpp>

namespace hearsay {

namespace {

class Backup : public Command {
 public:
  void setup(CLI::App& app) override {
    add_store_option(app, store_);
    app.add_option("COPY", copy_,
                   "The copy: a file, which is replaced once the copy is complete, or an empty database of PostgreSQL")
        ->required();
    app.footer(
        "Copies a store as it is at one moment, even while it is being written, to a store of the same kind or the\n"
        "other: a file to a database, so that a team can use it, or a database to a file. To go back to a copy,\n"
        "replace the file with it while nothing is writing there, and delete desk.db-wal and desk.db-shm.\n\n"
        "Example:\n  hearsay backup --store desk.db monday.db\n"
        "  hearsay backup --store desk.db postgresql://desk@db.example/desk");
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
