// Tables as lines of cells: CSV (RFC 4180, UTF-8) and TSV (text/tab-separated-values).
#pragma once

#include "base/write.h"
#include "publish/tables/table.h"

#include <cstdint>

namespace hearsay {

enum class Separated : std::uint8_t { csv, tsv };

// The line of column names; the lines of all rows. A text cell that a spreadsheet would take for a formula (it begins
// with = + - @, or their full-width forms, a tab or a line end) gets an apostrophe before it, which tells a spreadsheet
// that it is text. In CSV, lines end with CR LF, and a cell with a comma, a quotation mark, a line end or an outer
// space is put in quotation marks; in TSV tabs and line ends inside a cell become spaces.
void write_heading(const Table& table, Separated form, const Write& write);
void write_rows(const Table& table, Separated form, const Write& write);

// Tells a spreadsheet that the text is UTF-8; to be written before the heading.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace hearsay
