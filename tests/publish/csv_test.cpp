#include "publish/tables/csv.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string cell(const Cell& value, Separated form) {
  const Table table{"t", "", 1, {{"c", CellKind::text, "", [&](std::size_t) { return value; }}}};
  std::string all;
  write_rows(table, form, [&](std::string_view text) { all += text; });
  return all;
}

TEST(Csv, cells_as_they_are_written) {
  const std::pair<Cell, const char*> rows[] = {
      {Cell(), ""},
      {Cell("plain"), "plain"},
      {Cell("a,b"), "\"a,b\""},
      {Cell("say \"no\""), "\"say \"\"no\"\"\""},
      {Cell("two\nlines"), "\"two\nlines\""},
      {Cell(" blank"), "\" blank\""},
      {Cell("=1+1"), "'=1+1"},
      {Cell("+1"), "'+1"},
      {Cell("-1"), "'-1"},
      {Cell("@a"), "'@a"},
      {Cell("\t=1"), "'\t=1"},
      {Cell("\uFF1D1"), "'\uFF1D1"},
      {Cell("a=1"), "a=1"},
      {Cell("Ana \u202Elleve"), "Ana \uFFFDlleve"},  // would turn the rest of the row
      {Cell(std::int64_t{-3}), "-3"},
      {Cell(2.5), "2.5"},
      {Cell(1100.0), "1100"},
      {Cell(true), "true"},
  };
  for (const auto& [value, written] : rows) EXPECT_EQ(cell(value, Separated::csv), std::string(written) + "\r\n");
}

TEST(Csv, a_tsv_cell_stands_on_one_line) {
  EXPECT_EQ(cell(Cell("a\tb\r\nc"), Separated::tsv), "a b  c\n");
  EXPECT_EQ(cell(Cell("\t=1"), Separated::tsv), "' =1\n");
}

TEST(Csv, columns_are_chosen_by_name) {
  const auto at = [](const char* text) { return [text](std::size_t) { return Cell(text); }; };
  const Table table{"t", "", 1, {{"a", CellKind::text, "", at("1")}, {"b", CellKind::text, "", at("2")}}};
  const auto chosen = with_columns(table, {"b", "a", "b"});
  ASSERT_TRUE(chosen);
  std::string all;
  write_heading(*chosen, Separated::csv, [&](std::string_view text) { all += text; });
  write_rows(*chosen, Separated::csv, [&](std::string_view text) { all += text; });
  EXPECT_EQ(all, "b,a,b\r\n2,1,2\r\n");
  EXPECT_EQ(with_columns(table, {"c"}).error(), "\"c\" is not a column of t; it has a, b");
  EXPECT_EQ(with_columns(table, {})->columns.size(), 2u);
}

}  // namespace
}  // namespace hearsay
