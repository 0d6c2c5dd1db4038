// The reader's own configuration: options that hold wherever the command line does not give them.
//
//     # for each command that has such an option
//     threads = 4
//     [report]
//     format = html
//     without = Some Agency
//
// Names are the options' own, without "--"; a flag is true or false; an option that may be given again may have several
// lines. A section holds for its command and goes before what stands above all sections.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace hearsay {

struct Setting {
  std::string command;  // the section; empty above all
  std::string option;
  std::string value;
  std::size_t line = 0;
};

struct Configuration {
  std::string file;  // empty where there can be none
  bool exists = false;
  std::vector<Setting> settings;
  std::vector<std::string> problems;  // "FILE:LINE: reason", of lines that are not settings of the program
};

// Reads the file that HEARSAY_CONFIG names (none where it is empty), else hearsay/config below XDG_CONFIG_HOME, else
// below ~/.config. `app` says which commands and options there are. A file that is not there is no problem, unless
// HEARSAY_CONFIG names it.
Configuration read_configuration(const CLI::App& app);

// Gives a command's options those settings that its line of words did not give, nor an option that excludes them.
// Throws CLI::ConfigError, naming file and line, for a value that an option does not take.
void apply(const Configuration& configuration, CLI::App& command);

// Every line whose value some command would refuse, as apply() tells it for the first of them, with the names of all.
// Leaves the settings in the options of all commands: for a program that then runs none of them.
std::vector<std::string> faulty_values(const Configuration& configuration, CLI::App& app);

}  // namespace hearsay
