#include "clean/articles/source_map.h"

#include "capture/bytes/encoding.h"
#include "clean/clean.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// "words <- bytes" for each run, the bytes as the encoding reads them.
std::vector<std::string> places_of(const std::string& bytes,
                                   const std::optional<std::string>& encoding = std::nullopt) {
  Record record;
  record.kind = Record::Kind::fragment;
  record.content = bytes;
  record.encoding = encoding;
  Care care;
  care.places = true;
  const auto articles = clean(std::move(record), care);
  if (!articles || !articles->front().places) return {"none"};
  const Article& article = articles->front();
  std::vector<std::string> rows;
  std::size_t at = 0;
  for (const SourceMap::Run& run : article.places->runs) {
    EXPECT_EQ(run.text.begin, at);
    at = run.text.end;
    const std::string_view raw = words_at(bytes, run.page);
    const std::string read = raw.empty() ? "" : decode_page(raw, article.places->encoding).text;
    const std::string words(words_at(article.text, run.text));
    rows.push_back(read == words ? words : words + " <- " + read);
  }
  EXPECT_EQ(at, article.text.size());
  return rows;
}

using Rows = std::vector<std::string>;

TEST(PlacesTest, words_lead_back_to_their_bytes_in_any_encoding) {
  const Rows rows = {"Café noir"};
  EXPECT_EQ(places_of("<p>Café noir</p>"), rows);
  EXPECT_EQ(places_of("<p>Caf\xE9 noir</p>", "iso-8859-1"), rows);
  EXPECT_EQ(places_of("\xEF\xBB\xBF<p>Café noir</p>"), rows);
  EXPECT_EQ(places_of("<meta charset=shift_jis><p>\x8B\xB4\x82\xAA"), Rows({"橋が"}));
  EXPECT_EQ(places_of(std::string("\xFF\xFE<\0p\0>\0\x3C\xD8\x09\xDF!\0", 14), "utf-16le"), Rows({"🌉!"}));
}

TEST(PlacesTest, words_that_stand_for_other_bytes_are_runs_of_their_own) {
  EXPECT_EQ(places_of("<p>Tea &amp; salt, caf&eacute;&nbsp;too"),
            Rows({"Tea ", "& <- &amp;", " salt, caf", "é <- &eacute;", "  <- &nbsp;", "too"}));
  EXPECT_EQ(places_of("<p>one  \n two<br>three\nfour"),
            Rows({"one", "  <-   \n ", "two", "\n <- <br>", "three", "  <- \n", "four"}));
  EXPECT_EQ(places_of("<p>one</p> <p>two</p>"), Rows({"one", "\n <- ", "two"}));
  EXPECT_EQ(places_of("<p>one <b>two</b> three"), Rows({"one ", "two", " three"}));
}

TEST(PlacesTest, broken_bytes_lead_back_to_themselves) {
  EXPECT_EQ(places_of("<meta charset=utf-8><p>a\xFF"
                      "b &lt; c"),
            Rows({"a\xEF\xBF\xBD"
                  "b ",
                  "< <- &lt;", " c"}));
}

TEST(PlacesTest, they_are_kept_only_when_asked_for) {
  Record record;
  record.kind = Record::Kind::fragment;
  record.content = "<p>one";
  EXPECT_FALSE(clean(std::move(record))->front().places);
}

}  // namespace
}  // namespace hearsay
