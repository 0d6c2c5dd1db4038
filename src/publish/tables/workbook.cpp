#include "publish/tables/workbook.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "base/version.h"
#include "base/xml_text.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t most_characters = 32767;  // in a cell
constexpr std::size_t most_rows = 1048576 - 1;  // in a sheet, besides the heading
constexpr std::size_t most_links = 65530;       // in a sheet
constexpr std::size_t longest_link = 2079;
constexpr int first_year = 1900;  // of Excel's calendar

void check(lxw_error error, const std::string& path) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(path + " cannot be written: " + lxw_strerror(error));
}

lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

// Only what XML can hold, and no more than Excel takes.
std::string fitting(const std::string& text) {
  std::string clean = allowed_in_xml(text);
  if (clean.size() <= most_characters) return clean;
  const CodePointIndex index(clean);
  if (index.code_points_before(clean.size()) <= most_characters) return clean;
  return clean.substr(0, index.byte_of(most_characters - 3)) + "...";
}

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

class Workbook {
 public:
  explicit Workbook(const std::string& path) : path_(path) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) throw std::runtime_error(path + " cannot be written");
    heading_ = workbook_add_format(book_);
    format_set_bold(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "yyyy-mm-dd");
    link_ = workbook_get_default_url_format(book_);
  }
  ~Workbook() {
    if (book_) lxw_workbook_free(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // With a fixed time of creation, so that equal tables give equal bytes.
  void tell(const std::string& title) {
    std::string text = fitting(title).substr(0, 250);
    text = allowed_in_xml(text);
    std::string maker = fmt::format("Hearsay {}", version());
    lxw_doc_properties properties{};
    properties.title = text.data();
    properties.author = maker.data();
    properties.created = 946684800;  // 2000-01-01
    check(workbook_set_properties(book_, &properties), path_);
  }

  // The sheet that explains the others.
  void add_columns(std::span<const Table> tables) {
    lxw_worksheet* sheet = add_sheet("columns");
    const std::string heads[] = {"sheet", "column", "contents"};
    for (std::size_t i = 0; i < std::size(heads); ++i) text(sheet, 0, i, heads[i], heading_);
    std::size_t row = 0;
    for (const Table& table : tables) {
      text(sheet, ++row, 0, table.name, heading_);
      text(sheet, row, 2, fmt::format("{} ({})", table.about, table.rows), heading_);
      for (const Column& column : table.columns) {
        text(sheet, ++row, 0, table.name, nullptr);
        text(sheet, row, 1, column.name, nullptr);
        text(sheet, row, 2, column.about, nullptr);
      }
    }
    worksheet_set_column(sheet, 0, 1, 18, nullptr);
    worksheet_set_column(sheet, 2, 2, 90, nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
  }

  void add(const Table& table) {
    for (std::size_t from = 0, part = 1; from == 0 || from < table.rows; from += most_rows, ++part)
      add_rows(table, part == 1 ? table.name : fmt::format("{} {}", table.name, part), from,
               std::min(table.rows, from + most_rows));
  }

  void close() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;  // closing frees it in any case
    check(error, path_);
  }

 private:
  lxw_worksheet* add_sheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr) throw std::runtime_error(path_ + " cannot be written: no sheet can be called " + name);
    return sheet;
  }

  void add_rows(const Table& table, const std::string& name, std::size_t from, std::size_t to) {
    lxw_worksheet* sheet = add_sheet(name);
    const std::size_t columns = table.columns.size();
    links_ = 0;
    for (std::size_t i = 0; i < columns; ++i)
      worksheet_set_column(sheet, column_number(i), column_number(i), width_of(table.columns[i]), nullptr);
    for (std::size_t i = 0; i < columns; ++i) text(sheet, 0, i, table.columns[i].name, heading_);
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_autofilter(sheet, 0, 0, row_number(to - from), column_number(columns - 1));
    for (std::size_t row = from; row < to; ++row)
      for (std::size_t i = 0; i < columns; ++i)
        cell(sheet, row - from + 1, i, table.columns[i].at(row), table.columns[i].kind);
  }

  void cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const Cell& cell, CellKind kind) {
    const lxw_row_t at = row_number(row);
    const lxw_col_t across = column_number(column);
    if (const auto* words = std::get_if<std::string>(&cell)) {
      if (kind == CellKind::day && day(sheet, at, across, *words)) return;
      if (kind == CellKind::link && link(sheet, at, across, *words)) return;
      return text(sheet, row, column, *words, nullptr);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
      check(worksheet_write_number(sheet, at, across, static_cast<double>(*whole), nullptr), path_);
    else if (const auto* number = std::get_if<double>(&cell))
      check(worksheet_write_number(sheet, at, across, *number, nullptr), path_);
    else if (const auto* truth = std::get_if<bool>(&cell))
      check(worksheet_write_boolean(sheet, at, across, *truth ? 1 : 0, nullptr), path_);
  }

  void text(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& words, lxw_format* format) {
    check(worksheet_write_string(sheet, row_number(row), column_number(column), fitting(words).c_str(), format), path_);
  }

  bool day(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& iso) {
    const auto moment = parse_moment(iso);
    if (!moment) return false;
    const std::chrono::year_month_day date = moment->day;
    if (static_cast<int>(date.year()) < first_year) return false;
    lxw_datetime value{};
    value.year = static_cast<int>(date.year());
    value.month = static_cast<int>(static_cast<unsigned>(date.month()));
    value.day = static_cast<int>(static_cast<unsigned>(date.day()));
    check(worksheet_write_datetime(sheet, row, column, &value, day_), path_);
    return true;
  }

  bool link(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& address) {
    if (address.size() > longest_link || links_ >= most_links) return false;
    if (worksheet_write_url(sheet, row, column, address.c_str(), link_) != LXW_NO_ERROR) return false;
    ++links_;
    return true;
  }

  std::string path_;
  lxw_workbook* book_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* link_ = nullptr;
  std::size_t links_ = 0;  // in the sheet being written
};

}  // namespace

void write_workbook(std::span<const Table> tables, const std::string& title, const std::string& path) {
  Workbook book(path);
  book.tell(title);
  book.add_columns(tables);
  for (const Table& table : tables) book.add(table);
  book.close();
}

}  // namespace hearsay
