// Cells as a sheet's XML has them.
#include "publish/tables/sheet_xml.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// What stands between the tags of the one row.
std::string cell(const Cell& value, CellKind kind) {
  std::string out;
  SheetXml sheet([&](std::string_view text) { out += text; }, {10}, 1, 0, true);
  sheet.begin_row();
  sheet.add(value, kind);
  sheet.end("");
  const std::string begin = "<row r=\"1\">";
  const std::size_t from = out.find(begin) + begin.size();
  return out.substr(from, out.find("</row>") - from);
}

std::string text(const std::string& words) {
  const std::string xml = cell(words, CellKind::text);
  const std::size_t from = xml.find("<t");
  return xml.substr(from, xml.find("</is>") - from);
}

TEST(SheetXml, texts) {
  EXPECT_EQ(cell(std::string("Ostrel"), CellKind::text), "<c r=\"A1\" t=\"inlineStr\"><is><t>Ostrel</t></is></c>");
  EXPECT_EQ(text("=1+1"), "<t>=1+1</t>") << "a text is no formula";
  EXPECT_EQ(text("a < b & \"c\""), "<t>a &lt; b &amp; &quot;c&quot;</t>");
  EXPECT_EQ(text(" rim "), "<t xml:space=\"preserve\"> rim </t>");
  EXPECT_EQ(text("two\nlines"), "<t>two&#10;lines</t>");
  EXPECT_EQ(text("Złoty 🙏"), "<t>Złoty 🙏</t>");
  EXPECT_EQ(text("_x000D_"), "<t>_x005F_x000D_</t>") << "would be read as a line end";
  EXPECT_EQ(text("_x00_ a_xyz"), "<t>_x00_ a_xyz</t>");
  EXPECT_EQ(text(std::string("nul\0", 4)), "<t>nul\uFFFD</t>");
  EXPECT_EQ(text("\xff"), "<t>\uFFFD</t>");
}

TEST(SheetXml, what_a_cell_cannot_hold_is_cut) {
  EXPECT_EQ(text(std::string(32767, 'a')), "<t>" + std::string(32767, 'a') + "</t>");
  EXPECT_EQ(text(std::string(32768, 'a')), "<t>" + std::string(32764, 'a') + "...</t>");
  std::string wide;
  for (int i = 0; i < 32768; ++i) wide += "ł";
  EXPECT_EQ(text(wide).size(), 3 + 2 * 32764 + 3 + 4u);
}

TEST(SheetXml, numbers_truths_and_nothing) {
  EXPECT_EQ(cell(std::int64_t{27}, CellKind::whole_number), "<c r=\"A1\"><v>27</v></c>");
  EXPECT_EQ(cell(0.5, CellKind::number), "<c r=\"A1\"><v>0.5</v></c>");
  EXPECT_EQ(cell(true, CellKind::truth), "<c r=\"A1\" t=\"b\"><v>1</v></c>");
  EXPECT_EQ(cell({}, CellKind::text), "");
}

TEST(SheetXml, days) {
  const auto day = [](const char* iso) { return cell(std::string(iso), CellKind::day); };
  EXPECT_EQ(day("2031-04-07"), "<c r=\"A1\" s=\"2\"><v>47945</v></c>");
  EXPECT_EQ(day("1900-01-01"), "<c r=\"A1\" s=\"2\"><v>1</v></c>");
  EXPECT_EQ(day("1900-02-28"), "<c r=\"A1\" s=\"2\"><v>59</v></c>");
  EXPECT_EQ(day("1900-03-01"), "<c r=\"A1\" s=\"2\"><v>61</v></c>") << "Excel has a 29 February before it";
  EXPECT_EQ(day("1899-12-31"), "<c r=\"A1\" t=\"inlineStr\"><is><t>1899-12-31</t></is></c>");
  EXPECT_EQ(day("some day"), "<c r=\"A1\" t=\"inlineStr\"><is><t>some day</t></is></c>");
}

TEST(SheetXml, links) {
  std::string out;
  SheetXml sheet([&](std::string_view text) { out += text; }, {10, 10, 10}, 1, 1, false);
  sheet.begin_row();
  for (const char* address :
       {"https://a.example/x?a=1&b=2#:~:text=six%20hurt", "javascript:alert(1)", "https://b.example/a b"})
    sheet.add(std::string(address), CellKind::link);
  sheet.end("A1:C1");
  EXPECT_NE(
      out.find(
          "<autoFilter ref=\"A1:C1\"/><hyperlinks><hyperlink ref=\"A1\" r:id=\"rId1\" location=\":~:text=six%20hurt\"/>"
          "<hyperlink ref=\"C1\" r:id=\"rId2\"/></hyperlinks>"),
      std::string::npos)
      << out;
  EXPECT_NE(sheet.relationships().find("Target=\"https://a.example/x?a=1&amp;b=2\" TargetMode=\"External\""),
            std::string::npos);
  EXPECT_NE(sheet.relationships().find("Target=\"https://b.example/a%20b\""), std::string::npos);
  EXPECT_EQ(sheet.relationships().find("javascript"), std::string::npos);
}

TEST(SheetXml, letters_of_columns) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(701), "ZZ");
  EXPECT_EQ(column_letters(702), "AAA");
}

}  // namespace
}  // namespace hearsay
