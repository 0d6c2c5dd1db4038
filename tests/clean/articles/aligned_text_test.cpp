#include "clean/articles/aligned_text.h"

#include "clean/markup/entities.h"
#include "clean/markup/html_tree.h"
#include "clean/pages/main_text.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(AlignedTextTest, spans_lead_back_to_where_they_came_from) {
  const std::string raw = "ab &amp;  cd";
  AlignedText text;
  text.copy("ab", 0);
  text.copy(" ", 2);
  text.replace("&", {3, 8});
  text.replace(" ", {8, 10});
  text.copy("cd", 10);
  EXPECT_EQ(text.text(), "ab & cd");
  const auto origin = [&](std::size_t begin, std::size_t end) {
    return std::string(words_at(raw, text.origin({begin, end})));
  };
  EXPECT_EQ(origin(0, 7), raw);
  EXPECT_EQ(origin(1, 3), "b ");
  EXPECT_EQ(origin(3, 4), "&amp;");
  EXPECT_EQ(origin(2, 5), " &amp;  ");
  EXPECT_EQ(origin(6, 7), "d");
  EXPECT_EQ(origin(4, 4), "");
  text.shorten(1);
  EXPECT_EQ(text.text(), "a");
  EXPECT_EQ(origin(0, 1), "a");
}

// A line feed that became a blank is as long as the blank; the words after it are still the only ones that were copied.
TEST(AlignedTextTest, what_stands_for_other_bytes_of_the_same_length_stays_apart) {
  AlignedText text;
  text.copy("a", 0);
  text.replace(" ", {1, 2});
  text.copy("b", 2);
  text.copy("c", 3);
  ASSERT_EQ(text.runs().size(), 3u);
  EXPECT_EQ(text.runs()[2].clean, (Span{2, 4}));
  EXPECT_EQ(text.runs()[2].raw, (Span{2, 4}));
}

// What a clean span came from, cleaned again, is the same text.
TEST(AlignedTextTest, every_word_of_a_page_leads_back_to_it) {
  std::string page = "<body><div>";
  for (int i = 0; i < 5; ++i)
    page += "<p>The mayor&#39;s   boat, the <b>&ldquo;Wren&rdquo;</b>,\n left caf&eacute; &amp; quay number " +
            std::to_string(i) + "&nbsp;on Monday.</p>";
  const HtmlTree tree = parse_html(page);
  const AlignedText text = find_main_text(page, tree);
  ASSERT_NE(text.text().find("mayor's boat, the “Wren”, left café & quay number 3 on Monday."), std::string::npos);
  for (std::size_t begin = 0; begin < text.text().size();) {
    const std::size_t end = std::min(text.text().find_first_of(" \n", begin), text.text().size());
    std::string again = without_entities(words_at(page, text.origin({begin, end})));
    for (const char* tag : {"<b>", "</b>"})
      if (const std::size_t at = again.find(tag); at != std::string::npos) again.erase(at, std::string(tag).size());
    EXPECT_EQ(again, text.text().substr(begin, end - begin));
    begin = end + 1;
  }
}

TEST(EntitiesTest, references_are_resolved_as_browsers_do) {
  const struct {
    const char* raw;
    const char* text;
  } rows[] = {{"a &amp; b", "a & b"},
              {"&eacute;&eacute", "éé"},
              {"&#233;&#xE9;&#xe9", "ééé"},
              {"&#146;", "’"},
              {"AT&T &zzz; &", "AT&T &zzz; &"},
              {"&notit;", "¬it;"},
              {"&#0;&#x110000;&#xD800;", "���"},
              {"&#99999999999999;", "�"},
              {"&#; &#x;", "&#; &#x;"},
              {"&hellip;", "…"}};
  for (const auto& row : rows) EXPECT_EQ(without_entities(row.raw), row.text) << row.raw;
}

}  // namespace
}  // namespace hearsay
