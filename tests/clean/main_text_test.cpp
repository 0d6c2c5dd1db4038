#include "clean/main_text.h"

#include "clean/page_text.h"
#include "clean/page_words.h"

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
      {"newsletter", "N"},
      {"inline-newsletter", "N"},
      {"inline_newsletter", "N"},
      {"inlineNewsletter", "N"},
      {"NEWSLETTER", "N"},
      {"most-read", "N"},
      {"mostRead", "N"},
      {"most", ""},
      {"read-most", ""},
      {"comments", "R"},
      {"caption", "C"},
      {"article-body", "A"},
  };
  for (const auto& row : rows) {
    const NameHints hints = hints_of_names(row.names);
    std::string printed;
    if (hints.not_article) printed += 'N';
    if (hints.readers) printed += 'R';
    if (hints.caption) printed += 'C';
    if (hints.article) printed += 'A';
    EXPECT_EQ(printed, row.hints) << row.names;
  }
}

}  // namespace
}  // namespace hearsay
