// A table of an account: named columns, each of which says what it holds. Every format of rows and columns (CSV,
// spreadsheets, SQLite) is written from these alone.
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

// An empty cell is std::monostate.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

// What the cells of a column mean, beyond their type: a day is text "2016-11-09", a link an http(s) address; an id
// names a row of this or another table.
enum class CellKind : std::uint8_t { id, text, whole_number, number, truth, day, link };

struct Column {
  std::string name;  // lower-case letters and "_": also the column's name in SQL
  CellKind kind = CellKind::text;
  std::string about;                    // what it holds, for a reader, in a few words
  std::function<Cell(std::size_t)> at;  // the cell of a row
};

struct Table {
  std::string name;  // lower-case letters and "_", like a column's
  std::string about;
  std::size_t rows = 0;
  std::vector<Column> columns;
};

// The table with only these columns, in this order. The error names the missing column and those that the table has.
tl::expected<Table, std::string> with_columns(Table table, const std::vector<std::string>& names);

Cell cell_of(std::string_view text);  // empty for an empty text
inline Cell cell_of(const std::string& text) { return cell_of(std::string_view(text)); }
inline Cell cell_of(const char* text) { return cell_of(std::string_view(text)); }
Cell cell_of(const std::optional<std::string>& text);
Cell cell_of(const std::optional<double>& number);
inline Cell cell_of(std::size_t count) { return static_cast<std::int64_t>(count); }

// The cell as plain text: numbers with the fewest digits that read back as the same, "true" and "false".
std::string to_text(const Cell& cell);

}  // namespace hearsay
