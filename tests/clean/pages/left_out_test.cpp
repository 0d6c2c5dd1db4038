#include "clean/pages/left_out.h"

#include "clean/markup/html_tree.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// The texts of a page, each with how it stands: + kept, - left out, x unseen.
std::string uses_of(const std::string& page) {
  const HtmlTree tree = parse_html(page);
  std::vector<NodeUse> uses = find_unseen(page, tree);
  const BlockCutter cutter(page, tree, uses);
  mark_left_out(page, tree, cutter.cut(uses), uses);
  std::string result;
  for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
    if (tree.nodes[node].tag != HtmlTag::text) continue;
    const char* sign = uses[node] == NodeUse::kept ? "+" : uses[node] == NodeUse::unseen ? "x" : "-";
    result += sign + std::string(words_at(page, tree.nodes[node].raw)) + " ";
  }
  return result;
}

// The same beside a long text, so that names are believed; without that text.
std::string beside_a_story(const std::string& markup) {
  const std::string story(2000, 's');
  const std::string all = uses_of("<p>" + story + "</p>" + markup);
  return all.substr(story.size() + 2);
}

TEST(PageStandingTest, what_no_reader_sees_is_unseen) {
  for (const char* tag :
       {"script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "object", "audio", "video"})
    EXPECT_EQ(beside_a_story(std::string("<") + tag + ">a</" + tag + "><p>b</p>"), "xa +b ") << tag;
  const struct {
    const char* markup;
    const char* printed;
  } rows[] = {
      {"<p hidden>a</p>", "xa "},
      {"<div hidden><p>a</p></div><p>b</p>", "xa +b "},
      {"<p style='display:none'>a</p>", "xa "},
      {"<p style='color: red; display : none'>a</p>", "xa "},
      {"<p style='visibility: hidden'>a</p>", "xa "},
      {"<p style='display: block'>a</p>", "+a "},
      {"<p style='position:absolute; clip: rect(0 0 0 0)'>a</p>", "xa "},  // for screen readers alone
      {"<p style='displaynone'>a</p>", "+a "},
      {"<p aria-hidden=true>a</p>", "+a "},  // hidden from screen readers alone
  };
  for (const auto& row : rows) EXPECT_EQ(beside_a_story(row.markup), row.printed) << row.markup;
}

TEST(PageStandingTest, the_kind_of_an_element_says_that_it_is_no_article) {
  for (const char* tag :
       {"nav", "footer", "aside", "form", "button", "menu", "dialog", "figure", "figcaption", "header", "label"})
    EXPECT_EQ(beside_a_story(std::string("<") + tag + ">a</" + tag + "><p>b</p>"), "-a +b ") << tag;
  for (const char* tag : {"div", "section", "article", "main", "blockquote", "span", "em", "h2"})
    EXPECT_EQ(beside_a_story(std::string("<") + tag + ">a</" + tag + ">"), "+a ") << tag;
}

TEST(PageStandingTest, the_names_of_an_element_say_what_it_is) {
  const struct {
    const char* attributes;
    const char* printed;
  } rows[] = {
      {"class=newsletter", "-a "},
      {"class='box newsletter wide'", "-a "},
      {"class=inlineNewsletter", "-a "},
      {"id=most-read", "-a "},
      {"data-component=related", "-a "},
      {"data-testid=share", "-a "},
      {"class=story", "+a "},
      {"class=newsletters-of-old", "+a "},
      {"role=complementary", "-a "},
      {"role=contentinfo", "-a "},
      {"role=alert", "-a "},
      {"role=main", "+a "},
      {"class=x class=newsletter", "+a "},  // of two of one name the first counts
      {"title=newsletter", "+a "},          // a name is not what a title says
  };
  for (const auto& row : rows)
    EXPECT_EQ(beside_a_story(std::string("<div ") + row.attributes + ">a</div>"), row.printed) << row.attributes;
}

TEST(PageStandingTest, a_name_is_not_believed_of_what_holds_most_of_the_page) {
  const std::string little(90, 'l');
  const std::string much(110, 'm');
  EXPECT_EQ(uses_of("<p>" + much + "</p><div class=promo>" + little + "</div>"), "+" + much + " -" + little + " ");
  EXPECT_EQ(uses_of("<p>" + little + "</p><div class=promo>" + much + "</div>"), "+" + little + " +" + much + " ");
  // What stands in links does not count.
  EXPECT_EQ(uses_of("<p>" + little + "</p><div class=promo><a href=x>" + much + "</a></div>"),
            "+" + little + " -" + much + " ");
  EXPECT_EQ(uses_of("<body class=newsletter><p>a</p></body>"), "+a ");
}

TEST(PageStandingTest, what_is_laid_over_a_page_goes_however_long_it_is) {
  const std::string story(120, 's');
  const std::string consent(5000, 'c');
  for (const char* opening : {"<div class=cookie-consent>", "<div id=onetrust-banner>", "<div class='modal gdpr'>",
                              "<div role=dialog>", "<dialog>", "<footer>", "<nav>", "<section class=newsletter>"}) {
    EXPECT_EQ(uses_of(opening + consent + "</div></dialog></footer></nav></section><p>" + story + "</p>"),
              "-" + consent + " +" + story + " ")
        << opening;
  }
  // Without any text beside it, or when it holds the headline or what follows that, it is the article itself.
  EXPECT_EQ(uses_of("<div class=modal>" + story + "</div><p>a</p>"), "+" + story + " +a ");
  EXPECT_EQ(uses_of("<div class=modal><h1>h</h1>" + story + "</div><p>" + consent + "</p>"),
            "+h +" + story + " +" + consent + " ");
  EXPECT_EQ(uses_of("<div class=modal><h1>i</h1>" + consent + "</div><h1>h</h1><p>" + story + "</p>"),
            "-i -" + consent + " +h +" + story + " ");
  EXPECT_EQ(uses_of("<h1>h</h1><div class=modal>" + story + "</div><p>" + consent + "</p>"),
            "+h -" + story + " +" + consent + " ");
}

TEST(PageStandingTest, a_header_with_the_headline_keeps_its_sentences) {
  const std::string story(2000, 's');
  const std::string lead = "The coast road was closed on Monday after a slip, the town said.";
  EXPECT_EQ(uses_of("<article><header><h1>h</h1><p>" + lead + "</p><p>By Ida Orre</p></header><p>" + story +
                    "</p></article>"),
            "-h +" + lead + " -By Ida Orre +" + story + " ");
  EXPECT_EQ(uses_of("<header><p>" + lead + "</p></header><h1>h</h1><p>" + story + "</p>"),
            "-" + lead + " +h +" + story + " ");
}

TEST(PageStandingTest, a_teaser_right_under_the_headline_is_the_lead) {
  const std::string lead = "The coast road is shut until the slope above it is safe, the town says.";
  const std::string story = "<p>" + std::string(2000, 's') + "</p>";
  const auto printed = [&](const std::string& markup) { return uses_of(markup).substr(0, lead.size() + 6); };
  EXPECT_EQ(printed("<h1>h</h1><div class=teaser><p>" + lead + "</p></div>" + story), "+h +" + lead + " +");
  EXPECT_EQ(printed("<h1>h</h1><div class='related teaser'><p>" + lead + "</p></div>" + story), "+h -" + lead + " +");
  EXPECT_EQ(printed("<h1>h</h1>" + story + "<div class=teaser><p>" + lead + "</p></div>").substr(0, 4), "+h +");
  EXPECT_EQ(beside_a_story("<div class=teaser><p>" + lead + "</p></div>"), "-" + lead + " ");
}

TEST(PageStandingTest, three_paragraphs_that_begin_the_text_are_no_caption) {
  const std::string line = "The coast road is shut until the slope above it is safe, the town says.";
  const std::string story = "<p>" + std::string(2000, 's') + "</p>";
  const std::string p = "<p>" + line + "</p>";
  const auto first = [&](const std::string& markup) { return uses_of("<h1>h</h1>" + markup + story).substr(3, 1); };
  EXPECT_EQ(first("<div class=slideshow>" + p + p + p + "</div>"), "+");
  EXPECT_EQ(first("<div class=slideshow>" + p + p + "</div>"), "-");
  EXPECT_EQ(first("<div class=slideshow>" + p + "<p>Orre, 2031</p><p>Orre, 2032</p></div>"), "-");
}

TEST(PageStandingTest, an_id_made_of_a_heading_is_not_believed) {
  EXPECT_EQ(beside_a_story("<div id=what-the-comments-of-readers-tell><p>a</p></div>"), "+a ");
  EXPECT_EQ(beside_a_story("<div id=comments-of-readers><p>a</p></div>"), "-a ");
}

TEST(PageStandingTest, what_others_write_is_known_by_kind_and_name) {
  const struct {
    const char* opening;
    bool others;
  } rows[] = {
      {"<footer>", true},
      {"<aside>", true},
      {"<div class=comments>", true},
      {"<div id=sidebar>", true},
      {"<div class=related>", true},
      {"<div class=most-read>", true},
      {"<div class=cookies>", true},
      {"<div class=byline>", false},
      {"<div class=meta>", false},
      {"<div class=story>", false},
      {"<div>", false},
  };
  for (const auto& row : rows) {
    const std::string page = row.opening + std::string("a</div>");
    EXPECT_EQ(is_of_others(page, parse_html(page), 1), row.others) << row.opening;
  }
  const std::string page = "<article><footer>a</footer></article>";
  EXPECT_FALSE(is_of_others(page, parse_html(page), 2)) << "an article's own footer";
}

TEST(PageStandingTest, what_readers_write_may_be_longer_than_the_article) {
  const std::string story(700, 's');
  const std::string comments(5000, 'c');
  EXPECT_EQ(uses_of("<p>" + story + "</p><div id=comments>" + comments + "</div>"),
            "+" + story + " -" + comments + " ");
  const std::string short_story(500, 's');  // too little beside it for a page's article
  EXPECT_EQ(uses_of("<p>" + short_story + "</p><div id=comments>" + comments + "</div>"),
            "+" + short_story + " +" + comments + " ");
  // A headline says where the article begins, however short it is.
  EXPECT_EQ(uses_of("<h1>h</h1><p>" + short_story + "</p><div id=comments>" + comments + "</div>"),
            "+h +" + short_story + " -" + comments + " ");
}

}  // namespace
}  // namespace hearsay
