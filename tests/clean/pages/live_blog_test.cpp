#include "clean/pages/live_blog.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string posts(const std::string& page) {
  std::string text;
  for (const LivePost& post : find_live_posts(page, parse_html(page)))
    text += "[" + post.title + "|" + (post.published ? to_iso(*post.published) : "-") + "]";
  return text;
}

const std::string live = "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\"}</script>";

std::string post(const std::string& tag, const std::string& inside) {
  return "<" + tag + ">" + inside + "</" + tag + ">";
}

TEST(LivePostsTest, only_a_page_that_says_so_is_a_live_blog) {
  std::string three;
  for (const char* day : {"3", "4", "5"})
    three += "<div><h3>P</h3><time datetime=2031-05-0" + std::string(day) + ">x</time></div>";
  const std::string printed = "[P|2031-05-03][P|2031-05-04][P|2031-05-05]";
  EXPECT_EQ(posts(three), "");
  EXPECT_EQ(posts(live + three), printed);
  EXPECT_EQ(posts("<div itemtype=https://schema.org/LiveBlogPosting>" + three + "</div>"), printed);
  EXPECT_EQ(posts("<script>{\"@type\":\"LiveBlogPosting\"}</script>" + three), "");  // a script, but no JSON-LD
  EXPECT_EQ(posts("<script type='application/ld+json'>{\"about\":\"LiveBlogPosting x\"}</script>" + three), "");
  EXPECT_EQ(posts(live), "");
  EXPECT_EQ(posts(""), "");
}

TEST(LivePostsTest, three_of_a_kind_that_each_hold_a_time_are_posts) {
  const struct {
    const char* what;
    std::string markup;
    std::size_t count;
  } rows[] = {
      {"three", post("div", "<time>x</time>") + post("div", "<time>x</time>") + post("div", "<time>x</time>"), 3},
      {"two are too few", post("div", "<time>x</time>") + post("div", "<time>x</time>"), 0},
      {"one of three has no time", post("div", "<time>x</time>") + post("div", "a") + post("div", "<time>x</time>"), 0},
      {"a clock shown is a time", post("li", "10:05 a") + post("li", "9.30pm b") + post("li", "23:59 c"), 3},
      {"what looks like one is none", post("li", "10:75") + post("li", "1:2") + post("li", "3.14159"), 0},
      {"a clock in running text is no post's time",
       post("div", std::string(60, 'x') + " 10:05") + post("div", std::string(60, 'x') + " 10:06") +
           post("div", std::string(60, 'x') + " 10:07"),
       0},
      {"paragraphs are no posts", post("p", "10:05") + post("p", "10:06") + post("p", "10:07"), 0},
      {"articles and sections are", post("article", "10:05") + post("section", "10:06") + post("article", "10:07"), 3},
      {"of two families the larger is taken",
       post("ul", post("li", "10:05") + post("li", "10:06") + post("li", "10:07") + post("li", "10:08")) +
           post("main", post("div", "10:05" + std::string(90, 'x')) +
                            post("div", "<i>10:06</i>" + std::string(90, 'x')) +
                            post("div", "<i>10:07</i>" + std::string(90, 'x')) +
                            post("div", "<i>10:07</i>" + std::string(90, 'x'))),
       3},
  };
  for (const auto& row : rows) {
    const std::string page = live + "<main>" + row.markup + "</main>";
    EXPECT_EQ(find_live_posts(page, parse_html(page)).size(), row.count) << row.what;
  }
}

TEST(LivePostsTest, posts_that_are_marked_go_before_those_that_look_alike) {
  std::string marked;
  for (const char* name : {"a", "b", "c"})
    marked += std::string("<section itemprop=liveBlogUpdate><h2>") + name + "</h2></section>";
  std::string alike;
  for (int i = 0; i < 9; ++i) alike += "<div><time datetime=2031-05-05>x</time></div>";
  EXPECT_EQ(posts(marked + alike), "[a|-][b|-][c|-]");
  std::string typed;
  for (const char* name : {"d", "e", "f"})
    typed += std::string("<div itemtype=https://schema.org/BlogPosting><h4>") + name + "</h4></div>";
  EXPECT_EQ(posts(live + typed + alike), "[d|-][e|-][f|-]");
  EXPECT_EQ(posts("<div itemprop=liveBlogUpdate><h2>a</h2></div>" + alike).substr(0, 14), "[|2031-05-05][");
}

TEST(LivePostsTest, a_post_has_its_first_heading_and_its_first_time) {
  const auto first = [](const std::string& inside) {
    const std::string other = "<div itemprop=liveBlogUpdate>x</div>";
    const std::string all = posts("<div itemprop=liveBlogUpdate>" + inside + "</div>" + other + other);
    return all.substr(0, all.find(']') + 1);
  };
  EXPECT_EQ(first("<h3>One</h3><h2>Two</h2>"), "[One|-]");
  EXPECT_EQ(first("<h1>One</h1>"), "[|-]");
  EXPECT_EQ(first("<h2> A &amp;\n B </h2>"), "[A & B|-]");
  EXPECT_EQ(first("<time datetime='2031-05-05T10:00:00Z'>x</time><time datetime=2031-05-06>y</time>"),
            "[|2031-05-05T10:00:00Z]");
  EXPECT_EQ(first("<time datetime=soon>5 May 2031</time>"), "[|2031-05-05]");
  EXPECT_EQ(first("<time>now</time><time datetime=2031-05-06>y</time>"), "[|2031-05-06]");
  EXPECT_EQ(first("<p>10:05</p>"), "[|-]");  // an hour without a day
}

}  // namespace
}  // namespace hearsay
