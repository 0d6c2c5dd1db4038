#include "publish/tables/story_facts.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string link(const char* address, const std::string& text, std::string_view words) {
  Article article;
  article.location = address;
  article.text = text;
  const std::size_t at = text.find(words);
  return link_to(article, {at, at + words.size()});
}

TEST(Links, go_to_the_words) {
  EXPECT_EQ(link("https://a.example/x", "Eight died, Bo said.", "Eight died"),
            "https://a.example/x#:~:text=Eight%20died");
  EXPECT_EQ(link("https://a.example/x#top", "Eight died.", "died"), "https://a.example/x#top:~:text=died");
  EXPECT_EQ(link("http://a.example/", "a-b, c & d", "a-b, c & d"), "http://a.example/#:~:text=a%2Db%2C%20c%20%26%20d");
  const std::string words = "one two three four five six seven eight nine ten eleven twelve";
  EXPECT_EQ(link("https://a.example/", words, words),
            "https://a.example/#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve");
  EXPECT_EQ(link("https://a.example/", "Огонь", "Огонь"), "https://a.example/#:~:text=%D0%9E%D0%B3%D0%BE%D0%BD%D1%8C");
}

TEST(Links, have_no_character_that_turns_what_follows) {
  EXPECT_EQ(link("https://a.example/\u202Efdp.html", "Eight died.", "died"),
            "https://a.example/%E2%80%AEfdp.html#:~:text=died");
}

TEST(Links, none_where_there_is_no_page) {
  EXPECT_EQ(link("stories/a.txt", "Eight died.", "died"), "");
  EXPECT_EQ(link("javascript:alert(1)", "Eight died.", "died"), "");
  EXPECT_EQ(link("https://a.example/\" onclick=\"x", "Eight died.", "died"), "");
  EXPECT_EQ(link("https://a.example/\nx", "Eight died.", "died"), "");
}

TEST(Links, to_the_page_where_the_words_are_not_known) {
  Article article;
  article.location = "https://a.example/x";
  article.text = std::string("Eight\0\0\0\0\0", 10);
  EXPECT_EQ(link_to(article, {0, 5}), "https://a.example/x#:~:text=Eight");
  EXPECT_EQ(link_to(article, {0, 8}), "https://a.example/x");
  EXPECT_FALSE(known_words(article, {4, 6}));
}

}  // namespace
}  // namespace hearsay
