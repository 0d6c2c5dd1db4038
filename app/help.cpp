// The library knows no width. Its descriptions are wrapped here rather than where they are written, since man pages and
// completions are made of the same words (app/reference) and have widths of their own.
#include "help.h"
#include "terminal.h"

#include "base/lines.h"
#include "present/words/lines.h"
#include "present/words/terminal_style.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace hearsay {

namespace {

// A line of an example, which stands as it is, or is continued as a shell takes it.
std::string example(std::string_view line, std::size_t most) {
  if (width_of(line) <= most) return std::string(line) + '\n';
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const std::string lines = wrapped(line, indent, indent + 2, most - 2);
  std::string out;
  for (std::string_view rest = lines; !rest.empty();) {
    out.append(next_line(rest));
    out += rest.empty() ? "\n" : " \\\n";
  }
  return out;
}

// Lines that follow each other are one paragraph; those that begin with a space are an example.
std::string paragraphs(std::string_view text, std::size_t most) {
  std::string out;
  std::string open;
  const auto close = [&] {
    out += wrapped(open, 0, 0, most);
    open.clear();
  };
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    if (!line.empty() && line.front() != ' ') {
      open.append(line).append(" ");
      continue;
    }
    close();
    out += example(line, most);
  }
  close();
  return out;
}

// "FORMAT:{text,json}" with spaces, so that a long choice has places to be parted at.
std::string with_spaces(std::string_view label) {
  std::string out;
  bool inside = false;
  for (const char letter : label) {
    inside = letter == '{' || (inside && letter != '}');
    out += letter;
    if (inside && letter == ',') out += ' ';
  }
  return out;
}

}  // namespace

std::string Help::make_description(const CLI::App* app) const {
  return paragraphs(CLI::Formatter::make_description(app), most_);
}

std::string Help::make_usage(const CLI::App* app, std::string name) const {
  return wrapped(CLI::Formatter::make_usage(app, std::move(name)), 0, 2, most_);
}

std::string Help::make_option(const CLI::Option* option, bool is_positional) const {
  return entry(with_spaces(make_option_name(option, is_positional) + make_option_opts(option)),
               make_option_desc(option));
}

std::string Help::make_subcommand(const CLI::App* app) const {
  return entry(app->get_display_name(true), app->get_description());
}

std::string Help::make_footer(const CLI::App* app) const { return paragraphs(CLI::Formatter::make_footer(app), most_); }

std::string Help::entry(const std::string& label, const std::string& about) const {
  constexpr std::size_t indent = 2;
  return beside(label, about, indent, get_column_width() - indent - 1, most_);
}

std::size_t help_columns() {
  const auto terminal = terminal_style();
  return terminal ? std::min(terminal->columns, columns) : columns;
}

}  // namespace hearsay
