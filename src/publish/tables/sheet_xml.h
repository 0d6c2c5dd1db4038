// One sheet of a workbook as its XML (ECMA-376, SpreadsheetML, 18.3): cell by cell, so that it need not be held in
// memory.
#pragma once

#include "base/write.h"
#include "publish/tables/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The formats of cells, by their places in the workbook's styles.
enum class CellFormat { plain, heading, day, link };

class SheetXml {
 public:
  // `widths` are the columns', in characters. Row `frozen_rows` and column `frozen_columns` are the first that move.
  SheetXml(Write write, const std::vector<double>& widths, int frozen_rows, int frozen_columns, bool shown_first);

  void begin_row();

  // The next cell of the row. What Excel cannot hold is cut (workbook.h). A text is never a formula.
  void add(const Cell& cell, CellKind kind);
  void add_text(std::string_view words, CellFormat format);

  // Ends the sheet; `filtered` are the cells that the heading's buttons filter ("A1:C9"), if any.
  void end(const std::string& filtered);

  // The links' targets (OPC relationships); empty where there are none. After end().
  std::string relationships() const;

 private:
  struct Link {
    std::string cell;
    std::string address;
  };

  void open_cell(CellFormat format, std::string_view type);
  void add_day(const std::string& iso);
  void add_link(const std::string& address);
  std::string cell_name() const;
  void write_some();

  Write write_;
  std::string out_;  // not written yet
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  std::vector<Link> links_;
};

// "A", "Z", "AA": the letters of a column, counted from 0.
std::string column_letters(std::size_t column);

}  // namespace hearsay
