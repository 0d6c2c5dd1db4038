// One command of the program: setup() says which words it takes, run() does its work.
#pragma once

#include <memory>

namespace CLI {
class App;
}

namespace hearsay {

class Command {
 public:
  virtual ~Command() = default;

  // Adds the options to the command's own part of the command line. Must not do any work: it runs for every command.
  virtual void setup(CLI::App& app) = 0;

  // Returns the exit status: 0 done, 1 nothing usable among the inputs, 2 wrong use.
  virtual int run() = 0;
};

std::unique_ptr<Command> make_backup();
std::unique_ptr<Command> make_changes();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_correct();
std::unique_ptr<Command> make_doctor();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_group();
std::unique_ptr<Command> make_ingest();
std::unique_ptr<Command> make_mark();
std::unique_ptr<Command> make_names();
std::unique_ptr<Command> make_read();
std::unique_ptr<Command> make_report();
std::unique_ptr<Command> make_serve();
std::unique_ptr<Command> make_stories();
std::unique_ptr<Command> make_watch();

}  // namespace hearsay
