#include "group/held/words.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace hearsay {
namespace {

// Words as "text", marked C(apital) N(umber) Q(uoted) O(pens).
std::string words_of(std::string_view text) {
  std::string result;
  for (const Word& word : fold_words(text)) {
    result +=
        fmt::format("{}{}{}{}{}{}", result.empty() ? "" : " ", words_at(text, word.span()), word.capital ? "C" : "",
                    word.number ? "N" : "", word.quoted ? "Q" : "", word.opens ? "O" : "");
  }
  return result;
}

TEST(words, are_cut_and_marked) {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {"...", ""},
      {"Boats sank.", "BoatsCO sank"},
      {"It cost 1,200.50, he said", "ItCO cost 1,200.50N he said"},
      {"They don't. Now", "TheyCO don't NowCO"},
      {"a \"big one\" b", "aO bigQ oneQ b"},
      {"a “big one” b", "aO bigQ oneQ b"},
      {"He: \"never closed.\nNew one", "HeCO neverQO closedQ NewCO one"},
      {"\xFF\xFE broken \xC3", "brokenO"},
  };
  for (const auto& [text, expected] : rows) {
    EXPECT_EQ(words_of(text), expected) << text;
  }
}

TEST(words, are_equal_whatever_their_case_and_marks) {
  const auto hash = [](std::string_view text) { return fold_words(text).at(0).hash; };
  EXPECT_EQ(hash("DON’T"), hash("don't"));
  EXPECT_EQ(hash("1,200"), hash("1200"));
  EXPECT_EQ(hash("ÉTÉ"), hash("été"));
  EXPECT_EQ(hash("Harbour"), hash_of_word("harbour"));
  EXPECT_NE(hash("1.5"), hash("15"));
}

TEST(words, in_parts_left_out_are_passed_over) {
  const std::string_view text = "one two three";
  const Span left_out[] = {{4, 7}};
  const auto words = fold_words(text, left_out);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words_at(text, words[1].span()), "three");
}

}  // namespace
}  // namespace hearsay
