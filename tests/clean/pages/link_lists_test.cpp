#include "clean/pages/link_lists.h"

#include "clean/pages/left_out.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// The texts of a page that are not in a list of links, beside a story that is longer than any list.
std::string left(const std::string& markup) {
  const std::string page = "<h1>h</h1><p>" + std::string(3000, 's') + "</p><div>" + markup + "</div>";
  const HtmlTree tree = parse_html(page);
  std::vector<NodeUse> uses = find_unseen(page, tree);
  const BlockCutter cutter(page, tree, uses);
  mark_link_lists(page, tree, cutter.cut(uses), uses);
  std::string result;
  for (std::uint32_t node = 5; node < tree.nodes.size(); ++node)
    if (tree.nodes[node].tag == HtmlTag::text && uses[node] == NodeUse::kept)
      result += std::string(words_at(page, tree.nodes[node].raw)) + "|";
  return result;
}

std::string times(int count, const std::string& markup) {
  std::string all;
  for (int i = 0; i < count; ++i) all += markup;
  return all;
}

TEST(LinkListsTest, what_is_mostly_links_is_a_list) {
  EXPECT_EQ(left(times(3, "<div><a href=x>Another road is shut</a></div>")), "");
  EXPECT_EQ(left("<p>More</p>" + times(3, "<div><a href=x>Another road is shut</a></div>")), "");
  EXPECT_EQ(left(times(2, "<p><a href=x>Another road</a></p>")), "Another road|Another road|");  // too few
  EXPECT_EQ(left(times(3, "<p>The <a href=x>road</a> is shut.</p>")),
            "The |road| is shut.|The |road| is shut.|The |road| is shut.|");
}

TEST(LinkListsTest, cards_of_a_headline_and_a_line_each_are_a_list) {
  const std::string card =
      "<div class=card><h3><a href=x>Another road is shut</a></h3><p>It was closed on Monday after a slip that came in "
      "the "
      "night, and stays so.</p></div>";
  EXPECT_EQ(left(times(3, card)), "");
  EXPECT_NE(left(times(2, card)), "");
  const std::string other = "<section class=card>" + card.substr(16);
  EXPECT_NE(left(card + other + card), "") << "of two kinds";
  const std::string story =
      "<div class=card><h3><a href=x>Another road is shut</a></h3><p>" + std::string(400, 'x') + "</p></div>";
  EXPECT_NE(left(times(3, story)), "") << "too much text for a card";
}

TEST(LinkListsTest, the_article_itself_is_none) {
  const std::string links = times(20, "<li><a href=x>Another road is shut again</a></li>");
  const std::string page = "<main><h1>h</h1><ul>" + links + "</ul></main>";
  const HtmlTree tree = parse_html(page);
  std::vector<NodeUse> uses = find_unseen(page, tree);
  const BlockCutter cutter(page, tree, uses);
  mark_link_lists(page, tree, cutter.cut(uses), uses);
  EXPECT_EQ(uses[tree.first_child(tree.first_child(0))], NodeUse::kept);
}

}  // namespace
}  // namespace hearsay
