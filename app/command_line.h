// The whole command line: the program's options and all commands with theirs, described once. main() parses with it,
// and the man pages and shell completions are written from it (app/reference).
#pragma once

#include "command.h"

#include <memory>
#include <string>
#include <vector>

namespace hearsay {

class CommandLine {
 public:
  CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;
  ~CommandLine();

  const CLI::App& app() const { return *app_; }

  // Does what the words ask for, once. Returns the exit status: that of the command, 0 after help, 2 for wrong use,
  // which is reported on standard error.
  int run(int argc, const char* const* argv);

 private:
  std::vector<std::string> command_names() const;
  bool has_command(const std::string& name) const;
  std::string fault_of_first(const std::string& word) const;
  std::string unknown_option() const;
  void configure(CLI::App& part) const;
  void add(const char* name, const char* purpose, std::unique_ptr<Command> command);

  std::unique_ptr<CLI::App> app_;
  std::vector<std::unique_ptr<Command>> commands_;
  int status_ = 0;
};

}  // namespace hearsay
