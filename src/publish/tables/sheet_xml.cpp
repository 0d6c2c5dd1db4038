#include "publish/tables/sheet_xml.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "base/xml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t most_characters = 32767;  // in a cell
constexpr std::size_t most_links = 65530;       // in a sheet
constexpr std::size_t longest_link = 2079;
constexpr std::size_t block = 1u << 18;  // written together

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"'; });
}

std::string cut_to_fit(std::string_view text) {
  if (text.size() <= most_characters) return std::string(text);
  const CodePointIndex index(text);
  if (index.code_points_before(text.size()) <= most_characters) return std::string(text);
  return std::string(text.substr(0, index.byte_of(most_characters - 3))) + "...";
}

// "_x000D_" would be read as a line end, so its first character is written as such a code itself (22.9.2.19).
std::string without_codes(std::string text) {
  const auto is_code = [&](std::size_t at) {
    if (at + 7 > text.size() || text[at + 1] != 'x' || text[at + 6] != '_') return false;
    return std::all_of(&text[at + 2], &text[at + 6], [](unsigned char c) { return std::isxdigit(c) != 0; });
  };
  for (std::size_t at = text.find('_'); at != std::string::npos; at = text.find('_', at + 1))
    if (is_code(at)) text.replace(at, 1, "_x005F_"), at += 6;
  return text;
}

void append_words(std::string& out, std::string_view words) {
  constexpr std::string_view blanks = " \t\r\n";
  const bool rim = !words.empty() && (blanks.find(words.front()) != std::string_view::npos ||
                                      blanks.find(words.back()) != std::string_view::npos);
  out += rim ? "<is><t xml:space=\"preserve\">" : "<is><t>";
  if (words.size() <= most_characters && is_plain(words) && words.find("_x") == std::string_view::npos)
    out += words;
  else
    out += escaped_for_xml(without_codes(cut_to_fit(allowed_in_xml(words))));
  out += "</t></is></c>";
}

// Days since the last of 1899; Excel's calendar has a 29 February 1900 that never was.
std::optional<long> excel_day(std::string_view iso) {
  const auto moment = parse_moment(std::string(iso));
  if (!moment) return std::nullopt;
  using std::chrono::January, std::chrono::March, std::chrono::year;
  const auto first = std::chrono::sys_days(year(1900) / January / 1);
  const auto number = (std::chrono::sys_days(moment->day) - first).count() + 1;
  if (number < 1) return std::nullopt;
  return number + (std::chrono::sys_days(moment->day) >= std::chrono::sys_days(year(1900) / March / 1) ? 1 : 0);
}

bool is_web_address(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://");
}

// What no address may hold, as its code (RFC 3986, 2.1).
std::string as_address(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= 0x20 || std::string_view("\"<>[]^`{}\\|").find(c) != std::string_view::npos)
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string column_letters(std::size_t column) {
  std::string letters(1, static_cast<char>('A' + column % 26));
  return column < 26 ? letters : column_letters(column / 26 - 1) + letters;
}

SheetXml::SheetXml(Write write, const std::vector<double>& widths, int frozen_rows, int frozen_columns,
                   bool shown_first)
    : write_(std::move(write)) {
  out_ =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";
  const auto corner = column_letters(static_cast<std::size_t>(frozen_columns)) + std::to_string(frozen_rows + 1);
  out_ += fmt::format(
      "<sheetViews><sheetView{} workbookViewId=\"0\"><pane{} ySplit=\"{}\" topLeftCell=\"{}\" "
      "activePane=\"{}\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>",
      shown_first ? " tabSelected=\"1\"" : "", frozen_columns > 0 ? fmt::format(" xSplit=\"{}\"", frozen_columns) : "",
      frozen_rows, corner, frozen_columns > 0 ? "bottomRight" : "bottomLeft");
  for (std::size_t i = 0; i < widths.size(); ++i)
    out_ += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, widths[i]);
  out_ += "</cols><sheetData>";
}

void SheetXml::begin_row() {
  if (row_ > 0) out_ += "</row>";
  fmt::format_to(std::back_inserter(out_), "<row r=\"{}\">", ++row_);
  column_ = 0;
  if (out_.size() > block) write_some();
}

void SheetXml::add(const Cell& cell, CellKind kind) {
  if (const auto* words = std::get_if<std::string>(&cell)) {
    if (kind == CellKind::day) return add_day(*words);
    if (kind == CellKind::link) return add_link(*words);
    return add_text(*words, CellFormat::plain);
  }
  if (const auto* truth = std::get_if<bool>(&cell)) {
    open_cell(CellFormat::plain, "b");
    out_ += *truth ? "<v>1</v></c>" : "<v>0</v></c>";
  } else if (!std::holds_alternative<std::monostate>(cell)) {
    open_cell(CellFormat::plain, "");
    out_ += "<v>" + to_text(cell) + "</v></c>";
  }
  ++column_;
}

void SheetXml::add_text(std::string_view words, CellFormat format) {
  open_cell(format, "inlineStr");
  append_words(out_, words);
  ++column_;
}

void SheetXml::add_day(const std::string& iso) {
  const auto number = excel_day(iso);
  if (!number) return add_text(iso, CellFormat::plain);
  open_cell(CellFormat::day, "");
  fmt::format_to(std::back_inserter(out_), "<v>{}</v></c>", *number);
  ++column_;
}

void SheetXml::add_link(const std::string& address) {
  const bool fits = is_web_address(address) && address.size() <= longest_link && links_.size() < most_links;
  if (fits) links_.push_back({cell_name(), as_address(allowed_in_xml(address))});
  add_text(address, fits ? CellFormat::link : CellFormat::plain);
}

void SheetXml::end(const std::string& filtered) {
  out_ += row_ > 0 ? "</row></sheetData>" : "</sheetData>";
  if (!filtered.empty()) out_ += fmt::format("<autoFilter ref=\"{}\"/>", filtered);
  if (!links_.empty()) out_ += "<hyperlinks>";
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const std::size_t place = links_[i].address.find('#');  // what comes after it stands with the cell
    out_ += fmt::format("<hyperlink ref=\"{}\" r:id=\"rId{}\"", links_[i].cell, i + 1);
    if (place != std::string::npos)
      out_ += fmt::format(" location=\"{}\"", escaped_for_xml(links_[i].address.substr(place + 1)));
    out_ += "/>";
    if (out_.size() > block) write_some();
  }
  if (!links_.empty()) out_ += "</hyperlinks>";
  out_ += "</worksheet>\n";
  write_some();
}

std::string SheetXml::relationships() const {
  if (links_.empty()) return "";
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (std::size_t i = 0; i < links_.size(); ++i)
    fmt::format_to(std::back_inserter(out),
                   "<Relationship Id=\"rId{}\" "
                   "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
                   "Target=\"{}\" TargetMode=\"External\"/>",
                   i + 1, escaped_for_xml(links_[i].address.substr(0, links_[i].address.find('#'))));
  return out + "</Relationships>\n";
}

void SheetXml::open_cell(CellFormat format, std::string_view type) {
  out_ += "<c r=\"" + cell_name() + '"';
  if (format != CellFormat::plain) fmt::format_to(std::back_inserter(out_), " s=\"{}\"", static_cast<int>(format));
  if (!type.empty()) {
    out_ += " t=\"";
    out_ += type;
    out_ += '"';
  }
  out_ += '>';
}

std::string SheetXml::cell_name() const { return column_letters(column_) + std::to_string(row_); }

void SheetXml::write_some() {
  write_(out_);
  out_.clear();
}

}  // namespace hearsay
