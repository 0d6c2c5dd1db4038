// A line an option, each bound to its command.
#include "completions.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr std::string_view quote_in_quotes = "\\'";

// fish takes a backslash as the beginning of something between single quotes too.
std::string word(std::string_view text) {
  std::string doubled;
  for (const char c : text) doubled += c == '\\' ? std::string("\\\\") : std::string(1, c);
  return quoted(doubled, quote_in_quotes);
}

std::string line(const OptionReference& option, const std::string& beginning) {
  std::string out = beginning;
  for (const std::string& name : option.names)
    out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty())
    out += " -x -a " + word(with_spaces(option.choices));
  else if (!option.value.empty())
    out += option.takes_path ? " -r -F" : " -x";
  return out + " -d " + word(short_help(option)) + '\n';
}

std::string lines(const CommandReference& command, const std::string& beginning) {
  std::string out;
  for (const OptionReference& option : command.options) {
    if (!option.names.empty()) out += line(option, beginning);
  }
  return out;
}

}  // namespace

std::string fish_completion(const Reference& reference) {
  const std::string& program = reference.program.name;
  const auto when = [&](const std::string& condition) { return "complete -c " + program + " -n " + word(condition); };
  const std::string no_command = when("__fish_use_subcommand");
  std::string out = "# fish completion of " + program + ". Written by the build from the program's own options.\n";
  out += lines(reference.program, no_command);
  for (const CommandReference& command : reference.commands)
    out += fmt::format("{} -f -a {} -d {}\n", no_command, command.name, word(command.purpose));
  for (const CommandReference& command : reference.commands)
    out += lines(command, when("__fish_seen_subcommand_from " + command.name));
  return out;
}

}  // namespace hearsay
