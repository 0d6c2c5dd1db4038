// From the command line's description of itself to plain values. CLI11 prints a validator behind the name of the value,
// as in "TEXT:{text,json}" or "INT:INT in [1 - 1024]"; that is where the words that an option takes are read from.
#include "reference.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace hearsay {

namespace {

bool is_label(std::string_view word) {
  constexpr std::array<std::string_view, 4> labels = {"Example", "Environment", "Files", "Exit status"};
  return std::find(labels.begin(), labels.end(), word) != labels.end();
}

std::vector<Note> notes_of(const std::string& footer) {
  std::vector<Note> notes;
  bool opens = true;
  std::istringstream lines(footer);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      opens = true;
      continue;
    }
    const std::size_t colon = line.find(':');
    const bool labelled = colon != std::string::npos && is_label(std::string_view(line).substr(0, colon));
    if (labelled || opens) notes.emplace_back();
    Note& note = notes.back();
    opens = false;
    if (labelled) {
      note.heading = line.substr(0, colon);
      line.erase(0, std::min(line.size(), colon + 2));
      if (line.empty()) continue;
    }
    note.text += line + '\n';
  }
  return notes;
}

std::vector<std::string> choices_of(const std::string& type) {
  const std::size_t open = type.find(":{");
  if (open == std::string::npos || type.back() != '}') return {};
  return CLI::detail::split(type.substr(open + 2, type.size() - open - 3), ',');
}

std::string value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return "";
  if (option.get_positional()) return option.get_name(true);
  const std::string type = option.get_type_name();
  const std::string value = type.substr(0, type.find(':'));
  return value == "INT" || value == "UINT" ? "NUMBER" : value;
}

OptionReference describe(const CLI::Option& option) {
  OptionReference result;
  for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
  result.value = value_of(option);
  result.choices = choices_of(option.get_type_name());
  result.initial = option.get_default_str();
  result.group = option.get_group();
  result.help = option.get_description();
  result.takes_path = result.value == "FILE" || option.get_positional();
  result.repeated = option.get_items_expected_max() > 1 && result.value.find(' ') == std::string::npos;
  if (result.help.empty()) throw std::logic_error(option.get_name() + ": an option without a word of help");
  return result;
}

CommandReference describe_one(const CLI::App& app) {
  CommandReference result{app.get_name(), app.get_description(), {}, notes_of(app.get_footer())};
  if (result.purpose.empty()) throw std::logic_error(result.name + ": a command without a word of help");
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_group().empty()) result.options.push_back(describe(*option));
  }
  return result;
}

}  // namespace

Reference describe(const CLI::App& app) {
  Reference result{describe_one(app), {}};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App* part) { return !part->get_group().empty(); }))
    result.commands.push_back(describe_one(*command));
  return result;
}

}  // namespace hearsay
