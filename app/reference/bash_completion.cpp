// One function for all commands: after an option that takes a value its words, or files; after a hyphen the options;
// else commands or files. An empty reply means files (complete -o default). It needs nothing beyond bash itself.
#include "completions.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

std::string option_names(const CommandReference& command) {
  std::vector<std::string> names;
  for (const OptionReference& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return with_spaces(names);
}

// What follows an option that takes a value: its words, files, or nothing where the value is the user's own.
std::string values_of(const CommandReference& command) {
  std::string words;
  std::vector<std::string> files;
  std::vector<std::string> own;
  for (const OptionReference& option : command.options) {
    if (option.value.empty()) continue;
    if (!option.choices.empty())
      words += fmt::format("        {}) words='{}';;\n", fmt::join(option.names, "|"), with_spaces(option.choices));
    else if (option.takes_path)
      files.insert(files.end(), option.names.begin(), option.names.end());
    else
      own.insert(own.end(), option.names.begin(), option.names.end());
  }
  if (!files.empty()) words += fmt::format("        {}) return;;\n", fmt::join(files, "|"));
  if (!own.empty()) words += fmt::format("        {}) compopt +o default 2>/dev/null; return;;\n", fmt::join(own, "|"));
  return words;
}

}  // namespace

std::string bash_completion(const Reference& reference) {
  std::vector<std::string> commands;
  std::string cases;
  for (const CommandReference& command : reference.commands) {
    commands.push_back(command.name);
    cases += fmt::format("    {})\n      [[ $now == -* ]] && words='{}'\n      case $before in\n{}      esac;;\n",
                         command.name, option_names(command), values_of(command));
  }
  return fmt::format(R"(# bash completion of {0}. Written by the build from the program's own options.
_{0}() {{
  local now=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words=
  # "--format=js" comes as three words.
  if [[ $now == = ]]; then
    now=
  elif [[ $before == = && $COMP_CWORD -gt 2 ]]; then
    before=${{COMP_WORDS[COMP_CWORD-2]}}
  fi
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '{1} {2}' -- "$now"))
    return
  fi
  case ${{COMP_WORDS[1]}} in
{3}  esac
  COMPREPLY=($(compgen -W "$words" -- "$now"))
}}
complete -o default -F _{0} {0}
)",
                     reference.program.name, with_spaces(commands), option_names(reference.program), cases);
}

}  // namespace hearsay
