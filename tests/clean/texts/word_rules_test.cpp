#include "clean/texts/word_rules.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>
#include <utility>

namespace hearsay {
namespace {

std::string cut(std::string_view text) {
  std::string result;
  for (const RuleWord& word : rule_words(text)) result += (result.empty() ? "" : "_") + rule_letters(word.text);
  return result;
}

TEST(WordRulesTest, a_line_is_cut_into_words_and_marks) {
  EXPECT_EQ(cut("READ ALSO: Don’t go, it’s 3.5!"), "read_also_:_don't_go_,_it's_3.5_!");
  EXPECT_EQ(cut("(Lund/Agency) https://a.example/b?c"), "(_lund_/_agency_)_https://a.example/b?c");
  EXPECT_EQ(cut("© 2031 “so”"), "©_2031_“_so_”");
  EXPECT_EQ(cut("10am 10:32AM 10.32pm. 5m am 10 am 3.5m"), "10_am_10_:_32_am_10.32_pm_._5m_am_10_am_3.5m");
  EXPECT_EQ(cut("  "), "");
  EXPECT_EQ(cut("a\xC2\xA0ship\xC2\xA0\xC2\xA0sank.\xC2\xA0"), "a_ship_sank_.");
  EXPECT_EQ(cut("\xC2\xA9"), "\xC2\xA9") << "another character of that first byte";
  EXPECT_EQ(cut("\xC2"), "\xC2");
}

// The plain version: looks at every byte by itself, and only at those of ASCII.
std::string cut_plainly(std::string_view text) {
  std::string result;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) result += (result.empty() ? "" : "_") + word;
    word.clear();
  };
  for (const char c : text) {
    if (c != ' ' && c != '!' && c != '(') {
      word += c;
      continue;
    }
    finish();
    word = c == ' ' ? "" : std::string(1, c);
    finish();
  }
  finish();
  return result;
}

TEST(WordRulesTest, words_of_any_length_are_cut_wherever_they_stand) {
  const std::string_view parts[] = {"a", "it's", "bridge", "seventy", "eighteen", "a-b", "8", "é", " ", "  ", "!", "("};
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t left = random() % 12; left > 0; --left) text += parts[random() % std::size(parts)];
    EXPECT_EQ(cut(text), cut_plainly(text));
  }
}

TEST(WordRulesTest, words_of_the_same_letters_have_one_key) {
  for (const auto& [one, other] :
       {std::pair("READ", "read"), std::pair("Don’t", "DON'T"), std::pair("Eighteenth", "eighteentH"),
        std::pair("pic.twitter.com/Ab1", "pic.twitter.com/2")})
    EXPECT_EQ(rule_key(one), rule_key(other)) << one;
  for (const RuleWord& word : rule_words("To the eighteenth, don’t (ask) pic.twitter.com/Ab1 by then"))
    EXPECT_EQ(word.key, rule_key(word.text)) << word.text;
}

TEST(WordRulesTest, a_line_of_marks_alone_is_cut_to_a_bounded_list) {
  EXPECT_EQ(rule_words(std::string(300'000, '<')).size(), 200'000u);
}

bool matches(std::string_view pattern, std::string_view text) {
  WordPatterns patterns;
  patterns.define("boats", "ferry | long boat");
  const std::size_t number = patterns.add(pattern);
  const auto words = rule_words(text);
  return patterns.matches_exactly(number, words, 0, words.size());
}

TEST(WordRulesTest, patterns_mean_what_their_description_says) {
  EXPECT_TRUE(matches("read [the | this] story", "Read THIS story"));
  EXPECT_TRUE(matches("read [the | this] story", "read story"));
  EXPECT_FALSE(matches("read (the | this) story", "read story"));
  EXPECT_TRUE(matches("a <boats>", "a long boat"));
  EXPECT_FALSE(matches("READ this", "read this"));
  EXPECT_TRUE(matches("by * desk", "by the late night desk"));
  EXPECT_FALSE(matches("by * desk", "by desk"));
  EXPECT_TRUE(matches("by <Name>", "by Mara Lund"));
  EXPECT_FALSE(matches("by <Name>", "by Mara lund"));
  EXPECT_TRUE(matches("# comments", "1,204 comments"));
  EXPECT_TRUE(matches("\\* \\(a\\)", "* (a)"));
  EXPECT_FALSE(matches("\\*", "a"));
}

TEST(WordRulesTest, a_malformed_pattern_is_refused) {
  for (const char* pattern : {"(a", "a)", "<nothing>", "<open", "a | b", "", "\\"})
    EXPECT_THROW(matches(pattern, "a"), std::runtime_error) << pattern;
  EXPECT_THROW(matches(std::string(1000000, '('), "a"), std::runtime_error);
}

TEST(WordRulesTest, lists_of_lists_without_end_are_refused_before_they_fill_the_memory) {
  WordPatterns patterns;
  patterns.define("l0", "a | b");
  const auto define_next = [&](int i) {
    const std::string before = "<l" + std::to_string(i) + ">";
    patterns.define("l" + std::to_string(i + 1), before + " | " + before);
  };
  EXPECT_THROW(
      {
        for (int i = 0; i < 64; ++i) define_next(i);
      },
      std::runtime_error);
}

}  // namespace
}  // namespace hearsay
