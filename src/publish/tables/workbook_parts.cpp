#include "publish/tables/workbook_parts.h"

#include "base/version.h"
#include "base/xml_text.h"

#include <fmt/format.h>

#include <string_view>

namespace hearsay {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view office_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_names = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view content_types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

constexpr std::string_view styles =
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
    "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "<border><left/><right/><top/><bottom style=\"thin\"/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyBorder=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

}  // namespace

std::string styles_part() {
  return fmt::format("{}<styleSheet xmlns=\"{}\">{}</styleSheet>\n", declaration, main_names, styles);
}

std::string book_part(const std::vector<SheetFacts>& sheets) {
  std::string list, filters;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    list +=
        fmt::format("<sheet name=\"{0}\" sheetId=\"{1}\" r:id=\"rId{1}\"/>", escaped_for_xml(sheets[i].name), i + 1);
    if (sheets[i].filtered.empty()) continue;
    const std::size_t middle = sheets[i].filtered.find(':');
    const auto absolute = [](const std::string& cell) {
      const std::size_t digits = cell.find_first_of("0123456789");
      return "$" + cell.substr(0, digits) + "$" + cell.substr(digits);
    };
    filters += fmt::format(
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{}\" hidden=\"1\">'{}'!{}:{}</definedName>", i,
        escaped_for_xml(sheets[i].name), absolute(sheets[i].filtered.substr(0, middle)),
        absolute(sheets[i].filtered.substr(middle + 1)));
  }
  if (!filters.empty()) filters = "<definedNames>" + filters + "</definedNames>";
  return fmt::format(
      "{}<workbook xmlns=\"{}\" "
      "xmlns:r=\"{}\"><bookViews><workbookView/></bookViews><sheets>{}</sheets>{}</workbook>\n",
      declaration, main_names, office_types, list, filters);
}

std::string book_relationships(std::size_t sheets) {
  std::string all;
  for (std::size_t i = 1; i <= sheets; ++i)
    all += fmt::format("<Relationship Id=\"rId{0}\" Type=\"{1}/worksheet\" Target=\"worksheets/sheet{0}.xml\"/>", i,
                       office_types);
  all += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/styles\" Target=\"styles.xml\"/>", sheets + 1, office_types);
  return fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>\n", declaration, package_names,
                     all);
}

std::string package_relationships() {
  return fmt::format(
      "{}<Relationships xmlns=\"{}/relationships\"><Relationship Id=\"rId1\" Type=\"{}/officeDocument\" "
      "Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\"{}/relationships/metadata/core-properties\" "
      "Target=\"docProps/core.xml\"/></Relationships>\n",
      declaration, package_names, office_types, package_names);
}

std::string content_types_part(std::size_t sheets) {
  std::string list;
  for (std::size_t i = 1; i <= sheets; ++i)
    list += fmt::format("<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"{}.worksheet+xml\"/>", i,
                        content_types);
  return fmt::format(
      "{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"{}.sheet.main+xml\"/>"
      "<Override PartName=\"/xl/styles.xml\" ContentType=\"{}.styles+xml\"/>{}"
      "<Override PartName=\"/docProps/core.xml\" "
      "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      "</Types>\n",
      declaration, package_names, content_types, content_types, list);
}

// Without a time of its own, so that the same tables give the same bytes.
std::string properties_part(const std::string& title) {
  return fmt::format(
      "{}<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      "<dc:title>{}</dc:title><dc:creator>Hearsay {}</dc:creator>"
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>\n",
      declaration, package_names, escaped_for_xml(title), version());
}

}  // namespace hearsay
