// Man pages in the man macros, which both groff and mandoc print. A page holds what --help prints, and what is to be
// said of all commands at once stands on each command's page too.
#include "reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace hearsay {

namespace {

// Text that roff prints as it stands: a hyphen that can be copied, no line that is taken for a request.
std::string escaped(const std::string& text) {
  std::string out;
  bool at_line_begin = true;
  for (const char c : text) {
    if (at_line_begin && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    at_line_begin = c == '\n';
  }
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

// "Which articles ..." as it goes on behind a dash, on one line and without a full stop.
std::string clause(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.ends_with('.')) text.pop_back();
  if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

std::string page_name(const Reference& reference, const CommandReference& command) {
  return reference.program.name + '-' + command.name;
}

// Without a day, so that the same sources give the same bytes.
std::string opening(const Reference& reference, const std::string& page, const std::string& purpose,
                    const std::string& version) {
  std::string title = reference.program.name;
  title.replace(0, 1, upper(title.substr(0, 1)));
  return fmt::format(".TH {} 1 \"\" \"{} {}\" \"{}\"\n.SH NAME\n{} \\- {}\n", escaped(upper(page)), title, version,
                     title, escaped(page), escaped(clause(purpose)));
}

// Lines that begin with white space stand as they are, the others are one paragraph.
std::string paragraph(const std::string& text) {
  std::string out = ".PP\n";
  bool verbatim = false;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool as_it_is = line.starts_with("  ");
    if (as_it_is != verbatim) out += as_it_is ? ".RS 4\n.nf\n" : ".fi\n.RE\n.PP\n";
    verbatim = as_it_is;
    out += escaped(as_it_is ? line.substr(2) : line) + '\n';
  }
  if (verbatim) out += ".fi\n.RE\n";
  return out;
}

std::string notes_under(const std::string& heading, const CommandReference& command) {
  std::string out;
  for (const Note& note : command.notes) {
    if (note.heading == heading) out += paragraph(note.text);
  }
  return out;
}

std::string section(const std::string& heading, const std::string& text) {
  if (text.empty()) return "";
  // A section opens a paragraph by itself.
  return ".SH " + upper(heading) + '\n' + (text.starts_with(".PP\n") ? text.substr(4) : text);
}

std::string label(const OptionReference& option) {
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "" : ", ") + ("\\fB" + escaped(name) + "\\fR");
  if (!option.value.empty()) out += (out.empty() ? "" : " ") + ("\\fI" + escaped(option.value) + "\\fR");
  if (option.names.empty() && option.repeated) out += "...";
  return out;
}

std::string entry(const OptionReference& option) {
  std::string out = ".TP\n" + label(option) + '\n' + escaped(option.help);
  if (!option.initial.empty()) out += fmt::format(" (default: {})", escaped(option.initial));
  if (!out.ends_with('.')) out += '.';
  return out + '\n';
}

// In the order of the groups' first options, those of the program's own default group first and without a heading.
std::string options_of(const CommandReference& command) {
  std::vector<std::string> groups;
  for (const OptionReference& option : command.options) {
    if (std::find(groups.begin(), groups.end(), option.group) == groups.end()) groups.push_back(option.group);
  }
  std::string out;
  for (const std::string& group : groups) {
    if (group != "Options") out += fmt::format(".SS \"{}\"\n", escaped(group));
    for (const OptionReference& option : command.options) {
      if (option.group == group) out += entry(option);
    }
  }
  return out;
}

std::string see_also(const Reference& reference, const std::string& page) {
  std::string out;
  const auto add = [&](const std::string& name) {
    if (name != page) out += fmt::format("{}.BR {} (1)", out.empty() ? "" : " ,\n", escaped(name));
  };
  add(reference.program.name);
  for (const CommandReference& command : reference.commands) add(page_name(reference, command));
  return section("See also", out + '\n');
}

}  // namespace

std::string man_page(const Reference& reference, const std::string& version) {
  const CommandReference& program = reference.program;
  std::string commands;
  for (const CommandReference& command : reference.commands)
    commands += fmt::format(".TP\n\\fB{}\\fR\n{}. See\n.BR {} (1).\n", escaped(command.name), escaped(command.purpose),
                            escaped(page_name(reference, command)));
  return opening(reference, program.name, program.purpose, version) +
         section("Synopsis", fmt::format(".B {0}\n\\fICOMMAND\\fR [\\fIOPTION\\fR]... \\fIPATH\\fR...\n.br\n.B {0}\n"
                                         "\\fB\\-\\-help\\fR | \\fB\\-\\-version\\fR\n",
                                         program.name)) +
         section("Description", paragraph(program.purpose + '\n') + notes_under("", program)) +
         section("Commands", commands) + section("Options", options_of(program)) +
         section("Environment", notes_under("Environment", program)) + section("Files", notes_under("Files", program)) +
         section("Exit status", notes_under("Exit status", program)) +
         section("Examples", notes_under("Example", program)) + see_also(reference, program.name);
}

std::string man_page(const Reference& reference, const CommandReference& command, const std::string& version) {
  const CommandReference& program = reference.program;
  std::string operands;
  for (const OptionReference& option : command.options) {
    if (option.names.empty()) operands += ' ' + label(option);
  }
  const std::string page = page_name(reference, command);
  return opening(reference, page, command.purpose, version) +
         section("Synopsis",
                 fmt::format(".B {} {}\n[\\fIOPTION\\fR]...{}\n", program.name, escaped(command.name), operands)) +
         section("Description", notes_under("", command)) + section("Options", options_of(command)) +
         section("Environment", notes_under("Environment", program)) + section("Files", notes_under("Files", program)) +
         section("Exit status", notes_under("Exit status", program)) +
         section("Examples", notes_under("Example", command)) + see_also(reference, page);
}

}  // namespace hearsay
