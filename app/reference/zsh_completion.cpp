// A function for _arguments: zsh itself does the rest, and shows the help beside each option.
#include "completions.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr std::string_view quote_in_quotes = "'\\''";

// Within a specification a colon and brackets have a meaning of their own.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string action(const OptionReference& option) {
  if (!option.choices.empty()) return '(' + with_spaces(option.choices) + ')';
  return option.takes_path ? "_files" : " ";
}

// "ID ID" takes two words.
std::string values(const OptionReference& option) {
  std::string out;
  for (std::size_t begin = 0; begin < option.value.size();) {
    const std::size_t end = std::min(option.value.find(' ', begin), option.value.size());
    out += ':' + plain(option.value.substr(begin, end - begin)) + ':' + action(option);
    begin = end + 1;
  }
  return out;
}

std::string specifications(const CommandReference& command) {
  std::string out;
  for (const OptionReference& option : command.options) {
    if (option.names.empty()) {
      out += " \\\n        " + quoted((option.repeated ? "*" : "") + values(option), quote_in_quotes);
      continue;
    }
    // Names of one option shut each other out, unless it may be given again.
    const std::string others = option.repeated ? "*" : "(" + with_spaces(option.names) + ")";
    for (const std::string& name : option.names) {
      const bool is_long = name.starts_with("--");
      out += " \\\n        " + quoted(others + name +
                                          (option.value.empty() ? ""
                                           : is_long            ? "="
                                                                : "+") +
                                          '[' + plain(short_help(option)) + ']' + values(option),
                                      quote_in_quotes);
    }
  }
  return out;
}

}  // namespace

std::string zsh_completion(const Reference& reference) {
  std::string commands;
  std::string cases;
  for (const CommandReference& command : reference.commands) {
    commands += "        " + quoted(plain(command.name) + ':' + plain(command.purpose), quote_in_quotes) + '\n';
    cases += fmt::format("    {})\n      _arguments -S{};;\n", command.name, specifications(command));
  }
  return fmt::format(R"(#compdef {0}
# zsh completion of {0}. Written by the build from the program's own options.
_{0}() {{
  local context state state_descr line
  typeset -A opt_args
  _arguments -C -S{1} \
        '1: :->command' '*:: :->words' && return
  case $state in
    command)
      local -a commands=(
{2}      )
      _describe command commands;;
    words)
      case $line[1] in
{3}      esac;;
  esac
}}
_{0} "$@"
)",
                     reference.program.name, specifications(reference.program), commands, cases);
}

}  // namespace hearsay
