#include "configuration.h"

#include "base/trimmed.h"
#include "present/words/lines.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

std::string file_name() {
  if (const char* const named = std::getenv("HEARSAY_CONFIG")) return named;
  if (const auto folder = environment("XDG_CONFIG_HOME"); folder.starts_with('/'))
    return (fs::path(folder) / "hearsay" / "config").string();
  if (const auto home = environment("HOME"); !home.empty())
    return (fs::path(home) / ".config" / "hearsay" / "config").string();
  return "";
}

const CLI::Option* option_of(const CLI::App& command, const std::string& name) {
  const CLI::Option* const option = command.get_option_no_throw("--" + name);
  return name == "help" ? nullptr : option;
}

const CLI::App* command_of(const CLI::App& app, const std::string& name) {
  const auto named = app.get_subcommands([&](const CLI::App* part) { return part->get_name() == name; });
  return named.empty() ? nullptr : named.front();
}

bool is_an_option(const CLI::App& app, const Setting& setting) {
  if (!setting.command.empty()) return option_of(*command_of(app, setting.command), setting.option) != nullptr;
  return !app.get_subcommands([&](const CLI::App* part) { return option_of(*part, setting.option) != nullptr; })
              .empty();
}

class Reader {
 public:
  Reader(const CLI::App& app, Configuration& read) : app_(app), read_(read) {}

  void take(std::string_view line) {
    ++number_;
    line = trimmed(line);
    if (line.empty() || line.starts_with('#')) return;
    if (line.starts_with('['))
      open_section(line);
    else if (const std::size_t sign = line.find('='); sign == std::string_view::npos)
      refuse("no \"=\" after an option's name", line);
    else
      add({section_, std::string(trimmed(line.substr(0, sign))), std::string(trimmed(line.substr(sign + 1))), number_});
  }

 private:
  void open_section(std::string_view line) {
    section_ = line.substr(1, line.size() - (line.ends_with(']') ? 2 : 1));
    known_ = line.ends_with(']') && command_of(app_, section_) != nullptr;
    if (!known_) refuse("there is no such command", line);
  }

  void add(Setting setting) {
    if (!known_) return;  // told with its section
    if (setting.value.empty())
      refuse("nothing after the \"=\"", setting.option);
    else if (is_an_option(app_, setting))
      read_.settings.push_back(std::move(setting));
    else
      refuse(section_.empty() ? "no command has this option" : section_ + " has no such option", setting.option);
  }

  void refuse(std::string_view reason, std::string_view words) {
    read_.problems.push_back(fmt::format("{}:{}: {}: {}", read_.file, number_, reason, words.substr(0, 60)));
  }

  const CLI::App& app_;
  Configuration& read_;
  std::string section_;
  bool known_ = true;
  std::size_t number_ = 0;
};

// Those of the command's own section where it has any of the option, else those above all sections.
std::vector<const Setting*> settings_of(const Configuration& configuration, const CLI::App& command,
                                        const std::string& option) {
  std::vector<const Setting*> found;
  for (const std::string& section : {command.get_name(), std::string()}) {
    for (const Setting& setting : configuration.settings) {
      if (setting.command == section && setting.option == option) found.push_back(&setting);
    }
    if (!found.empty()) break;
  }
  return found;
}

bool is_excluded(const CLI::Option& option) {
  const auto& others = option.get_excludes();
  return std::any_of(others.begin(), others.end(), [](const CLI::Option* other) { return other->count() > 0; });
}

struct Fault {
  std::size_t line = 0;
  std::string told;
};

// Gives an option its settings, where it takes them.
std::optional<Fault> apply_to(CLI::Option& option, const Configuration& configuration, const CLI::App& command) {
  if (option.count() > 0 || option.get_lnames().empty() || is_excluded(option)) return std::nullopt;
  const auto settings = settings_of(configuration, command, option.get_lnames().front());
  if (settings.empty()) return std::nullopt;
  for (const Setting* setting : settings) option.add_result(setting->value);
  try {
    option.run_callback();
  } catch (const CLI::ParseError& error) {
    const std::size_t line = settings.back()->line;
    return Fault{line, on_one_line(fmt::format("{}:{}: {}", configuration.file, line, error.what()))};
  }
  return std::nullopt;
}

}  // namespace

Configuration read_configuration(const CLI::App& app) {
  Configuration read;
  read.file = file_name();
  if (read.file.empty()) return read;
  std::error_code unknown;
  const bool named = std::getenv("HEARSAY_CONFIG") != nullptr;
  std::ifstream file(read.file);
  read.exists = fs::exists(read.file, unknown) && !fs::is_directory(read.file, unknown) && file;
  if (!read.exists) {
    if (named || fs::exists(read.file, unknown)) read.problems.push_back(read.file + " cannot be read");
    return read;
  }
  Reader reader(app, read);
  for (std::string line; std::getline(file, line);) reader.take(line);
  return read;
}

void apply(const Configuration& configuration, CLI::App& command) {
  for (CLI::Option* option : command.get_options()) {
    if (const auto fault = apply_to(*option, configuration, command)) throw CLI::ConfigError(fault->told);
  }
}

std::vector<std::string> faulty_values(const Configuration& configuration, CLI::App& app) {
  std::map<std::size_t, std::string> found;  // by line, so that one that many commands refuse is one fault
  for (CLI::App* command : app.get_subcommands([](CLI::App* part) { return !part->get_group().empty(); })) {
    for (CLI::Option* option : command->get_options()) {
      const auto fault = apply_to(*option, configuration, *command);
      if (!fault) continue;
      const auto [one, is_new] = found.try_emplace(fault->line, fault->told + " (");
      one->second += (is_new ? "" : ", ") + command->get_name();
    }
  }
  std::vector<std::string> faults;
  for (const auto& [line, told] : found) faults.push_back(told + ')');
  return faults;
}

}  // namespace hearsay
