// Own work because of the size of archives: libxlsxwriter takes 11 s for a story of 100,000 claims, a third of them for
// a compression that cannot be chosen. Here a sheet's XML is made while what was made before is compressed.
#include "publish/tables/workbook.h"

#include "publish/tables/sheet_xml.h"
#include "publish/tables/workbook_parts.h"
#include "publish/tables/zip_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t most_rows = 1048576 - 1;  // of a sheet, beside the heading

double width_of(const Column& column) {
  const double heading = static_cast<double>(column.name.size()) + 4;  // with the button of the filter
  switch (column.kind) {
    case CellKind::text:
      return column.name == "text" ? 70 : std::max(heading, column.name.ends_with("why") ? 50.0 : 20.0);
    case CellKind::link:
      return 30;
    case CellKind::day:
      return std::max(heading, 11.0);
    default:
      return heading;
  }
}

// Of a table; one of more rows than a sheet has goes on in others.
std::size_t sheets_of(const Table& table) { return std::max<std::size_t>(1, (table.rows + most_rows - 1) / most_rows); }

class Workbook {
 public:
  Workbook(const std::string& path, std::size_t sheets) : zip_(path) {
    add_part("[Content_Types].xml", content_types_part(sheets));
    add_part("_rels/.rels", package_relationships());
  }

  // The sheet that explains the others.
  void add_columns(std::span<const Table> tables) {
    SheetXml sheet = begin_sheet("columns", {18, 18, 90}, 0);
    sheet.begin_row();
    for (const char* head : {"sheet", "column", "what stands in it"}) sheet.add_text(head, CellFormat::heading);
    for (const Table& table : tables) {
      sheet.begin_row();
      sheet.add_text(table.name, CellFormat::heading);
      sheet.add_text("", CellFormat::heading);
      sheet.add_text(fmt::format("{} ({})", table.about, table.rows), CellFormat::heading);
      for (const Column& column : table.columns) {
        sheet.begin_row();
        for (const std::string& words : {table.name, column.name, column.about})
          sheet.add_text(words, CellFormat::plain);
      }
    }
    end_sheet(sheet, "");
  }

  void add(const Table& table) {
    for (std::size_t part = 0; part < sheets_of(table); ++part)
      add_rows(table, part == 0 ? table.name : fmt::format("{} {}", table.name, part + 1), part * most_rows,
               std::min(table.rows, (part + 1) * most_rows));
  }

  void close(const std::string& title) {
    add_part("xl/workbook.xml", book_part(sheets_));
    add_part("xl/_rels/workbook.xml.rels", book_relationships(sheets_.size()));
    add_part("xl/styles.xml", styles_part());
    add_part("docProps/core.xml", properties_part(title));
    zip_.close();
  }

 private:
  SheetXml begin_sheet(const std::string& name, const std::vector<double>& widths, int frozen_columns) {
    sheets_.push_back({name, ""});
    zip_.begin(fmt::format("xl/worksheets/sheet{}.xml", sheets_.size()));
    return {[this](std::string_view text) { compress(std::string(text)); }, widths, 1, frozen_columns,
            sheets_.size() == 1};
  }

  void end_sheet(SheetXml& sheet, const std::string& filtered) {
    sheet.end(filtered);
    finish_compressing();
    zip_.end();
    sheets_.back().filtered = filtered;
    const std::string links = sheet.relationships();
    if (!links.empty()) add_part(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", sheets_.size()), links);
  }

  void add_rows(const Table& table, const std::string& name, std::size_t from, std::size_t to) {
    std::vector<double> widths;
    for (const Column& column : table.columns) widths.push_back(width_of(column));
    SheetXml sheet = begin_sheet(name, widths, 1);
    sheet.begin_row();
    for (const Column& column : table.columns) sheet.add_text(column.name, CellFormat::heading);
    for (std::size_t row = from; row < to; ++row) {
      sheet.begin_row();
      for (const Column& column : table.columns) sheet.add(column.at(row), column.kind);
    }
    end_sheet(sheet, fmt::format("A1:{}{}", column_letters(table.columns.size() - 1), to - from + 1));
  }

  // While the next text is made; only one at a time waits for it.
  void compress(std::string text) {
    finish_compressing();
    compressing_ = std::async([this, text = std::move(text)] { zip_.write(text); });
  }

  void finish_compressing() {
    if (compressing_.valid()) compressing_.get();
  }

  void add_part(const std::string& name, const std::string& text) {
    zip_.begin(name);
    zip_.write(text);
    zip_.end();
  }

  ZipWriter zip_;
  std::vector<SheetFacts> sheets_;
  std::future<void> compressing_;  // last: it uses the zip file
};

}  // namespace

void write_workbook(std::span<const Table> tables, const std::string& title, const std::string& path) {
  std::size_t sheets = 1;
  for (const Table& table : tables) sheets += sheets_of(table);
  Workbook book(path, sheets);
  book.add_columns(tables);
  for (const Table& table : tables) book.add(table);
  book.close(title);
}

}  // namespace hearsay
