// What the command line says of itself, as plain values: what man pages and completions are written from.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace hearsay {

struct OptionReference {
  std::vector<std::string> names;    // "-o", "--output", short ones first; empty for what is given without a name
  std::string value;                 // what it takes: "FILE", "ID ID"; empty for a flag
  std::vector<std::string> choices;  // when it takes certain words only
  std::string initial;               // its value when it is not given, where the description tells one
  std::string group;                 // the heading it stands under
  std::string help;
  bool takes_path = false;  // the value names a file or folder
  bool repeated = false;    // may be given more than once
};

// A part of what is told below the options. "Example:" and the like begin one; text without such a word has no heading.
struct Note {
  std::string heading;  // "Example", or empty
  std::string text;     // lines that begin with white space are to be shown as they stand
};

struct CommandReference {
  std::string name;  // "hearsay", "read"
  std::string purpose;
  std::vector<OptionReference> options;  // in the order of the help
  std::vector<Note> notes;
};

struct Reference {
  CommandReference program;
  std::vector<CommandReference> commands;  // without those that the help hides
};

// Throws std::logic_error when an option or a command has no word of help.
Reference describe(const CLI::App& app);

// The page hearsay.1. `version` stands at its foot.
std::string man_page(const Reference& reference, const std::string& version);

// The page hearsay-NAME.1 of one of the reference's commands.
std::string man_page(const Reference& reference, const CommandReference& command, const std::string& version);

// The completions of each shell: commands, options, the words an option takes, and else files.
std::string bash_completion(const Reference& reference);
std::string zsh_completion(const Reference& reference);
std::string fish_completion(const Reference& reference);

}  // namespace hearsay
