#include "publish/tables/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace hearsay {

tl::expected<Table, std::string> with_columns(Table table, const std::vector<std::string>& names) {
  if (names.empty()) return table;
  std::vector<Column> chosen;
  for (const std::string& name : names) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.name == name; });
    if (found != table.columns.end()) {
      chosen.push_back(*found);
      continue;
    }
    std::string known;
    for (const Column& column : table.columns) known += (known.empty() ? "" : ", ") + column.name;
    return tl::unexpected(fmt::format("\"{}\" is not a column of {}; it has {}", name, table.name, known));
  }
  table.columns = std::move(chosen);
  return table;
}

Cell cell_of(std::string_view text) { return text.empty() ? Cell() : Cell(std::string(text)); }

Cell cell_of(const std::optional<std::string>& text) { return text ? cell_of(std::string_view(*text)) : Cell(); }

// A number that is not finite cannot come from the texts.
Cell cell_of(const std::optional<double>& number) { return number && std::isfinite(*number) ? Cell(*number) : Cell(); }

std::string to_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* number = std::get_if<double>(&cell)) {
    const bool is_whole = *number == std::floor(*number) && std::abs(*number) < 1e15;
    return is_whole ? fmt::format("{:.0f}", *number) : fmt::format("{}", *number);
  }
  if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "true" : "false";
  return {};
}

}  // namespace hearsay
