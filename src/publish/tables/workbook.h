// Tables as an Excel workbook (Office Open XML), by libxlsxwriter.
#pragma once

#include "publish/tables/table.h"

#include <span>
#include <string>

namespace hearsay {

// Writes the file at `path`: a first sheet that explains every column, then a sheet a table, with a frozen and filtered
// heading, widths, days as days and links as links. Text is never a formula. Row by row, so that memory does not grow
// with the rows. What Excel cannot hold is cut: a cell at 32,767 characters, marked by "..."; rows beyond a sheet's
// 1,048,576 continue in a further sheet; links after a sheet's 65,530th and longer than 2,079 characters are plain
// text. The same tables give the same bytes.
// Throws std::runtime_error if the file cannot be written.
void write_workbook(std::span<const Table> tables, const std::string& title, const std::string& path);

}  // namespace hearsay
