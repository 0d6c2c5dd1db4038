#include "clean/markup/word_ends.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <tuple>

namespace hearsay {
namespace {

TEST(WordEndsTest, words_of_up_to_sixteen_bytes_are_told_apart) {
  std::set<std::string> words;
  std::set<std::tuple<std::uint64_t, std::uint64_t, std::size_t>> all;
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    std::string word(random() % 17, ' ');
    for (char& c : word) c = static_cast<char>("ab\0\xFF"[random() % 4]);
    const WordEnds ends = ends_of(word);
    EXPECT_EQ(all.emplace(ends.first, ends.last, ends.size).second, words.insert(word).second);
  }
}

TEST(WordEndsTest, only_capital_letters_are_made_small) {
  for (std::uint64_t byte = 0; byte < 256; ++byte) {
    const std::uint64_t small = byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte;
    for (int place = 0; place < 64; place += 8)
      for (const std::uint64_t others : {std::uint64_t{0}, ~std::uint64_t{0}}) {
        const std::uint64_t around = others & ~(std::uint64_t{0xFF} << place);
        EXPECT_EQ(small_letters(around | byte << place), around | small << place);
      }
  }
}

TEST(WordEndsTest, names_are_found_in_any_case) {
  constexpr std::pair<std::string_view, int> names[] = {{"a", 1}, {"href", 2}, {"data-component", 3}, {"h1", 4}};
  constexpr NamesByEnds<int, 16> table(names);
  EXPECT_EQ(table.find("A"), 1);
  EXPECT_EQ(table.find("hReF"), 2);
  EXPECT_EQ(table.find("DATA-component"), 3);
  EXPECT_EQ(table.find("H1"), 4);
  for (const char* none : {"", "h", "hrefs", "data-components", "h\x11", "a name that is much too long"})
    EXPECT_EQ(table.find(none), std::nullopt) << none;
}

}  // namespace
}  // namespace hearsay
