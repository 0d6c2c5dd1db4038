#include "clean/pages/main_text.h"

#include "clean/pages/page_text.h"
#include "clean/pages/page_words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const std::string a = "The coast road was closed on Monday after a slip, the town said in the evening.";
const std::string b = "Nobody was hurt, and the harbour stayed open to the boats that came in for the night.";

std::string main_text(const std::string& page) { return find_main_text(page, parse_html(page)).text(); }
std::string whole_text(const std::string& page) { return find_whole_text(page, parse_html(page)).text(); }

TEST(MainTextKindsTest, a_fragment_is_shown_as_a_browser_shows_it) {
  const struct {
    const char* page;
    const char* text;
  } rows[] = {
      {"", ""},
      {"one", "one"},
      {"<p>one</p><p>two</p>", "one\ntwo"},
      {"<p>one<p>two", "one\ntwo"},
      {"one<br>two", "one\ntwo"},
      {"one<br><br>two", "one\ntwo"},
      {"<b>o</b>ne", "one"},
      {"<div>one<p>two</p>three</div>", "one\ntwo\nthree"},
      {"<p> one \n\t two </p>", "one two"},
      {"<p>one <b> two</b></p>", "one two"},
      {"<p></p><p> </p>", ""},
      {"<ul><li>one<li>two</ul>", "one\ntwo"},
      {"<table><tr><td>one</td><td>two</td></tr></table>", "one\ntwo"},
      {"<h1>one</h1>two", "one\ntwo"},
      {"<p>caf&eacute; &lt;b&gt;</p>", "café <b>"},
      {"<p>one<script>two</script> three</p>", "one three"},
      {"<p>one<!-- two --> three</p>", "one three"},
      {"<p hidden>one</p>two", "two"},
  };
  for (const auto& row : rows) EXPECT_EQ(whole_text(row.page), row.text) << row.page;
}

TEST(MainTextKindsTest, the_article_is_where_most_of_the_running_text_stands) {
  const std::string pa = "<p>" + a + "</p>";
  const std::string pb = "<p>" + b + "</p>";
  const struct {
    const char* what;
    std::string page;
    std::string text;
  } rows[] = {
      {"one paragraph", pa, a},
      {"teasers beside it stay out", "<div>" + pa + pb + pa + pb + "</div><div><p>Ferry late again.</p></div>",
       a + "\n" + b + "\n" + a + "\n" + b},
      {"the heading of the page is its title", "<h1>Slip shuts road</h1>" + pa, a},
      {"headings within stay", "<main>" + pa + "<h2>No one hurt</h2>" + pb + "</main>", a + "\nNo one hurt\n" + b},
      {"a block of links goes",
       "<main>" + pa + "<p><a href=1>Ferry late</a> <a href=2>Mayor out</a></p>" + pb + "</main>", a + "\n" + b},
      {"links within a sentence stay",
       "<main><p>The <a href=1>coast road</a> was closed on Monday after a slip, they said.</p>" + pb + "</main>",
       "The coast road was closed on Monday after a slip, they said.\n" + b},
      {"a quotation stays", "<main>" + pa + "<blockquote>" + b + "</blockquote></main>", a + "\n" + b},
      {"a bare time goes", "<main>" + pa + "<time>10:05</time>" + pb + "</main>", a + "\n" + b},
      {"text without paragraphs", "<div>" + a + "<br><br>" + b + "</div>", a + "\n" + b},
      {"parts side by side under one name",
       "<div><div class=part>" + pa + "</div><div class=part>" + pb + "</div></div>", a + "\n" + b},
  };
  for (const auto& row : rows) EXPECT_EQ(main_text("<body>" + row.page + "</body>"), row.text) << row.what;
}

TEST(MainTextKindsTest, parts_are_taken_out_of_the_text_around_them) {
  const std::string page = "<main><p>" + a + "</p><div id=x><p>" + b + "</p></div><div id=y><p>" + b + b +
                           "</p></div><p>" + a + "</p></main>";
  const HtmlTree tree = parse_html(page);
  std::vector<std::uint32_t> parts;
  for (std::uint32_t node = 1; node < tree.nodes.size(); ++node)
    if (tree.has_attribute(node, Attribute::id)) parts.push_back(node);
  const PageTexts texts = find_texts(page, tree, parts);
  EXPECT_EQ(texts.main.text(), a + "\n" + a);
  ASSERT_EQ(texts.parts.size(), 2u);
  EXPECT_EQ(texts.parts[0].text(), b);
  EXPECT_EQ(texts.parts[1].text(), b + b);
}

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

TEST(MainTextKindsTest, a_sentence_is_kept_though_all_of_it_is_a_link) {
  const std::string link = "<a href=x>The captain, who was not named, told the police that the rudder had stopped.</a>";
  const std::string words = "The captain, who was not named, told the police that the rudder had stopped.";
  const struct {
    std::string markup;
    bool kept;
  } rows[] = {
      {p(link), true},
      {"<div>" + p("<b>" + link + "</b>") + "</div>", true},
      {"<blockquote>" + link + "</blockquote>", true},
      {"<ul><li>" + link + "</ul>", false},
      {"<h3>" + link + "</h3>", false},
      {p("<a href=x>What the captain told the police of the rudder</a>"), false},
      {p("<a href=x>What did the captain tell the police about the rudder that stopped?</a>"), false},  // a headline
      {p("<a href=x>Read it here.</a>"), false},
      {p("<a href=x>Owner of the ferry is fined once more:</a>"), false},
  };
  for (const auto& row : rows) {
    const std::string found = main_text("<body><div>" + p(a) + row.markup + p(b) + "</div>");
    EXPECT_EQ(found, row.kept ? a + "\n" + words + "\n" + b : a + "\n" + b) << row.markup;
  }
}

TEST(MainTextKindsTest, a_lead_above_the_text_is_the_articles) {
  const std::string lead = "The coast road is shut until the slope above it is safe.";
  const std::string text = "<div class=text>" + p(a) + p(b) + p(a + b) + "</div>";
  const std::string found = a + "\n" + b + "\n" + a + b;
  EXPECT_EQ(main_text("<h1>h</h1>" + p(lead) + text), lead + "\n" + found);
  EXPECT_EQ(main_text("<h1>h</h1><h2>" + lead + "</h2>" + text), lead + "\n" + found);
  EXPECT_EQ(main_text("<article><header><h1>h</h1>" + p(lead) + p("By Ida Orre") + "</header>" + text + "</article>"),
            lead + "\n" + found);
  EXPECT_EQ(main_text(p(lead) + "<h1>h</h1>" + text), found) << "above the headline";
  EXPECT_EQ(main_text("<h1>h</h1>" + p("By Ida Orre, of the harbour desk in Orre") + text), found) << "no sentence";
}

TEST(MainTextKindsTest, links_that_a_writer_wrote_are_kept) {
  const auto found = [](const std::string& markup) {
    return main_text("<body><div>" + p(a) + markup + p(b) + "</div>");
  };
  const auto kept = [](const std::string& words) { return a + "\n" + words + "\n" + b; };
  EXPECT_EQ(found(p("Pictures: <a href=x>https://quay.example/pictures</a>")),
            kept("Pictures: https://quay.example/pictures"));
  EXPECT_EQ(found(p("<a href=x>www.quay.example</a>")), kept("www.quay.example"));
  EXPECT_EQ(found(p("<a href=x>The Orre Quay Herald</a> reports:")), kept("The Orre Quay Herald reports:"));
  EXPECT_EQ(found("<ul><li><a href=x>www.quay.example</a></ul>"), a + "\n" + b);
}

TEST(MainTextKindsTest, a_lead_may_be_a_long_question_or_hold_a_sentence) {
  const std::string text = "<div class=text>" + p(a) + p(b) + p(a + b) + "</div>";
  const std::string found = a + "\n" + b + "\n" + a + b;
  const std::string question =
      "What were the town and its engineers thinking of when they let the coast road be built below a slope that had "
      "slipped twice before?";
  EXPECT_EQ(main_text("<h1>h</h1>" + p(question) + text), question + "\n" + found);
  EXPECT_EQ(main_text("<h1>h</h1><h2>" + question + "</h2>" + text), found) << "a headline";
  EXPECT_EQ(main_text("<h1>h</h1>" + p("Who let the coast road be built below the slope?") + text), found) << "short";
  const std::string two = "The coast road is shut for the whole of the winter. What the town will do about it next";
  EXPECT_EQ(main_text("<h1>h</h1>" + p(two) + text), two + "\n" + found);
  EXPECT_EQ(main_text("<article><header><h1>h</h1><div>" + two + "</div></header>" + text + "</article>"),
            two + "\n" + found);
}

TEST(MainTextKindsTest, a_text_split_over_several_elements_is_put_together) {
  const auto part = [](const std::string& name, const std::string& inside) {
    return "<div class='" + name + "'>" + inside + "</div>";
  };
  const std::string c = "The slope had moved before, in the wet spring of the year 2019, as the town's papers show.";
  std::string labels;
  for (int i = 0; i < 10; ++i) labels += p("Orre Quay, the 5th of May 2031");
  const std::string most = part("story-body", p(a) + p(b) + p(a + b) + p(b + a) + p(a + a));
  const std::string found = a + "\n" + b + "\n" + a + b + "\n" + b + a + "\n" + a + a;
  const struct {
    const char* what;
    std::string page;
    std::string text;
  } rows[] = {
      {"above it", "<h1>h</h1><div>" + p(c) + "<h2>How it came</h2>" + most + "</div>", c + "\nHow it came\n" + found},
      {"above it in an element", "<h1>h</h1>" + part("x", part("y", p(c)) + most), c + "\n" + found},
      {"below it, of the article's class",
       "<div>" + part("body", "<p class=t>" + a + b + "</p><p class=t>" + b + a + "</p>") + "<p class=t>" + c +
           "</p></div>",
       a + b + "\n" + b + a + "\n" + c},
      {"below it, anybody's", "<h1>h</h1><div>" + most + p(c) + "</div>", found},
      {"above an element with the headline",
       "<div>" + p(c) + part("x", "<h1>h</h1>" + p(a) + p(b) + p(a + b)) + "</div>", a + "\n" + b + "\n" + a + b},
      {"above it where no headline is", "<div>" + p(c) + most + "</div>", found},
      {"among more that is none",
       "<h1>h</h1><div>" + part("body", "<p class=t>" + a + b + "</p><p class=t>" + b + a + "</p>") + labels +
           "<p class=t>" + c + "</p></div>",
       a + b + "\n" + b + a},
  };
  for (const auto& row : rows)
    EXPECT_EQ(main_text("<body><section>" + row.page + "</section><p>Made in Orre by people who like boats.</p>"),
              row.text)
        << row.what;
}

TEST(MainTextKindsTest, an_article_shorter_than_what_is_around_it_is_found) {
  const std::string story = "<h1>h</h1>" + p(a) + p(b);
  std::string others;
  for (int i = 0; i < 10; ++i)
    others +=
        "<div class=item><h3><a href=x>Another road is shut</a></h3><p>It was closed on Monday after a slip that came "
        "in "
        "the night.</p></div>";
  std::string consent;
  for (int i = 0; i < 10; ++i)
    consent += p("We and our partners store information on your device, to show you what suits you.");
  std::string letters;
  for (int i = 0; i < 10; ++i)
    letters += p("I was there myself on that Monday, and it was quite another road, I am sure of it.");
  for (const std::string& page :
       {"<div class=gdpr>" + consent + "</div><article>" + story + "</article>",
        "<article>" + story + "</article><div class=x>" + others + "</div>",
        "<article>" + story + "</article><section id=comments>" + letters + "</section>",
        "<div class=article-body>" + story + "</div><div class=y>" + letters + "</div>",
        "<div class=x>" + story + p(a + b) + p(b + a) + "</div><div class=y><h1>i</h1>" + p(b + " " + a) + "</div>"})
    EXPECT_EQ(main_text("<body>" + page).substr(0, a.size() + b.size() + 1), a + "\n" + b) << page;
  EXPECT_EQ(main_text("<body><article>" + story + "</article><div class=y>" + letters + "</div>"), a + "\n" + b);
}

TEST(MainTextKindsTest, what_stands_around_the_article_in_a_whole_page_is_left_out) {
  const std::string page = "<body><p>Light rain is expected in the town.</p><div class=text>" + p(a) + p(b) + p(a + b) +
                           "</div><p>Made in Orre by people who like boats.</p></body>";
  for (const char* before : {"", "<html>", "<html><head><title>x</title></head>"})
    EXPECT_EQ(main_text(before + page), a + "\n" + b + "\n" + a + b) << before;
}

TEST(MainTextKindsTest, a_text_that_a_page_holds_twice_is_read_once) {
  const std::string c = "The ferry takes whoever has no car around the closed road for free until the slope is safe.";
  const std::string text = p(a) + p(b) + p(c);
  EXPECT_EQ(main_text("<main><div class=wide>" + text + "</div><div class=narrow>" + text + "</div></main>"),
            a + "\n" + b + "\n" + c);
  EXPECT_EQ(main_text("<main>" + text + p(a) + "</main>"), a + "\n" + b + "\n" + c + "\n" + a) << "a refrain";
}

TEST(PageTextTest, small_texts_are_squeezed_and_bounded) {
  const struct {
    const char* text;
    const char* squeezed;
  } rows[] = {{"", ""}, {" ", ""}, {"a", "a"}, {" a  b\n\tc ", "a b c"}, {"a\fb\rc", "a b c"}};
  for (const auto& row : rows) EXPECT_EQ(squeezed(row.text), row.squeezed);
  const std::string page = "<div>a<b>b</b><p>c &amp; d</p><script>e</script><style>f</style><p>g</p></div>";
  EXPECT_EQ(text_below(page, parse_html(page), 0, 1000), "ab c & d g");
  EXPECT_LT(text_below(page, parse_html(page), 0, 2).size(), 10u);
}

TEST(PageWordsTest, names_hint_at_what_an_element_is) {
  const struct {
    const char* names;
    const char* hints;
  } rows[] = {
      {"", ""},
      {"story", ""},
      {"newsletter", "E"},
      {"inline-newsletter", "E"},
      {"inline_newsletter", "E"},
      {"inlineNewsletter", "E"},
      {"NEWSLETTER", "E"},
      {"promo", "N"},
      {"most-read", "NO"},
      {"mostRead", "NO"},
      {"most", ""},
      {"read-most", ""},
      {"comments", "R"},
      {"caption", "C"},
      {"article-body", "A"},
  };
  for (const auto& row : rows) {
    const NameHints hints = hints_of_names(row.names);
    std::string printed;
    if (hints.never_article) printed += 'E';
    if (hints.not_article) printed += 'N';
    if (hints.others) printed += 'O';
    if (hints.readers) printed += 'R';
    if (hints.caption) printed += 'C';
    if (hints.article) printed += 'A';
    EXPECT_EQ(printed, row.hints) << row.names;
  }
}

}  // namespace
}  // namespace hearsay
