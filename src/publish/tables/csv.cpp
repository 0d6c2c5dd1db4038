// On formulas: https://owasp.org/www-community/attacks/CSV_Injection. Only text is guarded: a negative number stays a
// number.
#include "publish/tables/csv.h"

#include "base/directions.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

bool looks_like_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> beginnings = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                           "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return text.starts_with(b); });
}

void add_field(std::string& line, std::string_view text, Separated form) {
  if (form == Separated::tsv) {
    const std::size_t from = line.size();
    line += text;
    std::replace_if(
        line.begin() + static_cast<std::ptrdiff_t>(from), line.end(),
        [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return;
  }
  if (text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ')) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

void add_cell(std::string& line, const Cell& cell, Separated form) {
  const auto* text = std::get_if<std::string>(&cell);
  if (text)
    add_field(line, (looks_like_a_formula(*text) ? "'" : "") + without_turns(*text), form);
  else
    line += to_text(cell);
}

char separator(Separated form) { return form == Separated::csv ? ',' : '\t'; }
std::string_view line_end(Separated form) { return form == Separated::csv ? "\r\n" : "\n"; }

}  // namespace

void write_heading(const Table& table, Separated form, const Write& write) {
  std::string line;
  for (const Column& column : table.columns) {
    if (&column != &table.columns.front()) line += separator(form);
    add_field(line, column.name, form);
  }
  write(line.append(line_end(form)));
}

void write_rows(const Table& table, Separated form, const Write& write) {
  constexpr std::size_t enough = 1 << 16;
  std::string lines;
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (const Column& column : table.columns) {
      if (&column != &table.columns.front()) lines += separator(form);
      add_cell(lines, column.at(row), form);
    }
    lines += line_end(form);
    if (lines.size() < enough) continue;
    write(lines);
    lines.clear();
  }
  if (!lines.empty()) write(lines);
}

}  // namespace hearsay
