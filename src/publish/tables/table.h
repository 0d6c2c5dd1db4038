// A table of an account: named columns, of which each says what it holds. Every format of rows and columns (CSV,
// spreadsheets, SQLite, Markdown) is written from these and from nothing else.
#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hearsay {

// Nothing is an empty cell.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

// What the cells of a column are, beyond their type: a day is text "2016-11-09", a link an http(s) address; an id
// names a row of this or another table.
enum class CellKind : std::uint8_t { id, text, whole_number, number, truth, day, link };

struct Column {
  std::string name;  // small letters and "_": also a column's name in SQL
  CellKind kind = CellKind::text;
  std::string about;                    // what stands in it, for a reader, in a few words
  std::function<Cell(std::size_t)> at;  // the cell of a row
};

struct Table {
  std::string name;  // as the columns'
  std::string about;
  std::size_t rows = 0;
  std::vector<Column> columns;
};

// The table with only these columns, in this order. The error names the column that the table lacks, and those it
// has.
tl::expected<Table, std::string> with_columns(Table table, const std::vector<std::string>& names);

Cell cell_of(std::string_view text);  // nothing for no text
inline Cell cell_of(const std::string& text) { return cell_of(std::string_view(text)); }
inline Cell cell_of(const char* text) { return cell_of(std::string_view(text)); }
Cell cell_of(const std::optional<std::string>& text);
Cell cell_of(const std::optional<double>& number);
inline Cell cell_of(std::size_t count) { return static_cast<std::int64_t>(count); }

// The cell as plain text: numbers with the fewest digits that read back as the same, "true" and "false".
std::string to_text(const Cell& cell);

}  // namespace hearsay
