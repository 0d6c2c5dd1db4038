#include "gumbo_page.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>

namespace hearsay {
namespace {

const std::string doctype = "<!DOCTYPE html>";

// Pages of every kind of markup that the reader knows; each must be compared, and line by line.
const char* const pages[] = {
    "<html lang=en><head><title>Boats</title><meta charset=utf-8></head><body><p>One <b>two</b> "
    "three.</p></body></html>",
    "<head><title>Boats</title><p>The head ends here.<p>And this is the second.",
    "<head><meta charset=utf-8>Words end the head too.<head>There is no other.",
    "<p>One<p>two<div>three</div>four<h2>five</h2>six<br>seven<br/>eight",
    "One</p>two</p><p>three</p></p>four",
    "<h1>One</h2>two<h3>three</h1>four",
    "<ul><li>one<li>two<ul><li>three</ul>four<li><div>five<li>six</ul><ol><li>seven</ol>",
    "<dl><dt>one<dd>two<p>three<dt>four<dd>five</dl>six",
    "<table><caption>One</caption><tr><td>two<td>three<tr><th>four</table>five",
    "<table><tr><td><table><tr><td>one</td></tr></table>two</td><td>three</td></tr></table>four",
    "One<table><tr><td>two</td></tr>three</table>four",
    "<div>one<button>two</div>three<p>four<button><p>five</button>six",
    "<p>one<video src=x><p>two</div>three<audio><source src=y></audio>four",
    "<b>one<p>two</b>three</p>four<i>five<div>six</i>seven</div>",
    "<a href=x>one<a href=y>two</a></a><p><span>three</p></span>four",
    "<!-- one --><p>two<!-->three<!--->four<!-- five --!>six<!-- - -- seven -->eight",
    "One<![CDATA[two]]>three<![CDATA[<p>four]]>five<?xml six>seven<!x>eight</>nine</ x=\">\">ten",
    "One</p title=\">two\">three<p title='>four'>five<p title=>six",
    "<p>one</p><script>if (a<b) '<p>two'</script>three<style>p > b {}</style>four",
    "<script><!-- write('<script>one</script>') --></script>two<script><!--></script>three",
    "<script><!-- write('<scripts>one</script>two<script>//<!-- </script>three",
    "<svg><title>one</title><path/><text>two</text></svg>three<svg><g><p>four</svg>five",
    "<svg><style><![CDATA[ p > b ]]></style><th></svg>one<svg/>two<svg><svg><p>three",
    "<noframes><p>one</noframes>two<noembed><p>three</noembed>four<dir><li>five</dir>six<listing>seven</listing>eight",
    "<hgroup><h1>one</h1>two</hgroup>three<fieldset>four</fieldset>five<details><summary>six</summary>seven</details>",
    "<p hidden>one</p>two<span style='display: none'>three</span>four<div "
    "style=visibility:hidden>five<p>six</div>seven",
    "<p>a&amp;b &lt;c&gt; &eacute;&#233;&#xE9; &notit; &nbsp;&nbsp;d&#32;e&NewLine;f&Tab;g &#128; &#0; &#x110000; & "
    "&x; &#;",
    "<p>one\n  two\t&nbsp; three\r\n\ffour<b> five </b> six<br> seven <br>\n eight",
    "<select><option>one<option>two</select>three<textarea><p>four</textarea>five<template><p>six</p></template>seven",
    "<object><param name=x>one</object>two<iframe><p>three</iframe>four<map><area><area></map>five<input>six<img>seven",
    "1 < 2 <3 <p <b>one</p>two< p>three<x-y>four</x-y>five<ruby>six<rt>seven</ruby>",
    "<body>one</body>two</html>three<p>four<body>five",
    "<blockquote><p>one</blockquote>two<pre>three\n  "
    "four</pre>five<address>six</address>seven<hr>eight<center>nine</center>",
    "<main><article><header>one</header><section>two</section><footer>three</footer></article></main><nav>four</"
    "nav>five",
    "<p>one<section><p>two</p></section>three<label>four</label><figure><figcaption>five</figcaption></figure>six",
    "<table><tr><td>one<svg><colgroup><tr>two</tr><link>three</link></svg>four</table>five",
    "<a href=x>one<svg><a href=y>two</a>three</svg>four</a>five<p>six<svg><address>seven<dir>eight</svg>nine",
    "<div>one<template><table>two</template>three<template><object>four</template>five",
    "<table><tr><video>one<table><tr><td>two</table>three",
    "<ul><li>one<ol></li>two</ol>three</ul>four",
};

TEST(GumboTest, the_text_is_that_of_gumbos_tree) {
  for (const char* const page : pages) {
    const Comparison found = compare_with_gumbo(doctype + page);
    EXPECT_TRUE(found.compared) << page;
    EXPECT_EQ(found.fault, "");
  }
}

// How many of the pages were compared; most must be.
class Comparer {
 public:
  void compare(const std::string& page) {
    const Comparison found = compare_with_gumbo(page);
    ++pages_;
    compared_ += found.compared;
    EXPECT_EQ(found.fault, "");
  }
  double part_compared() const { return static_cast<double>(compared_) / static_cast<double>(pages_); }

 private:
  std::size_t pages_ = 0;
  std::size_t compared_ = 0;
};

const char* const tags[] = {"p",
                            "div",
                            "b",
                            "i",
                            "a href=x",
                            "span",
                            "ul",
                            "li",
                            "ol",
                            "table",
                            "tr",
                            "td",
                            "th",
                            "tbody",
                            "thead",
                            "caption",
                            "colgroup",
                            "col",
                            "h1",
                            "h2",
                            "br",
                            "section",
                            "article",
                            "blockquote",
                            "em",
                            "strong",
                            "font",
                            "figure",
                            "figcaption",
                            "header",
                            "footer",
                            "aside",
                            "nav",
                            "dl",
                            "dt",
                            "dd",
                            "button",
                            "label",
                            "center",
                            "pre",
                            "img src=x",
                            "hr",
                            "input",
                            "body",
                            "html",
                            "head",
                            "script",
                            "style",
                            "svg",
                            "video",
                            "audio",
                            "object",
                            "template",
                            "p hidden",
                            "span style='display: none'",
                            "time",
                            "x-y",
                            "address",
                            "details",
                            "summary",
                            "small",
                            "fieldset",
                            "picture",
                            "hgroup",
                            "dir",
                            "listing",
                            "nobr",
                            "foreignObject",
                            "desc",
                            "link",
                            "meta",
                            "param",
                            "area",
                            "wbr",
                            "ruby",
                            "rt",
                            "code",
                            "tt",
                            "big",
                            "strike",
                            "title></title",
                            "iframe></iframe",
                            "textarea></textarea",
                            "select></select"};

const char* const words[] = {
    "a",       "bridge ", " river", "x&amp;y ",  "&nbsp;", "&#8217;",         " ",     "\n",
    "one two", "&notin",  "&#0;",   "1 < 2",     "&",      "<!-- c -->",      "<!-->", "<!--->x",
    "--!>",    "-->",     "<?x y>", "</>",       "</ x>",  "<![CDATA[",       "]]>",   "\xC3\xA9",
    "&#x80;",  "&eacute", "&#32;",  "&NewLine;", "\"",     "<!DOCTYPE html>", "'",     "<"};

std::string name_of(std::string_view tag) { return std::string(tag.substr(0, tag.find_first_of(" >"))); }

std::string random_page(std::mt19937& random, std::size_t parts) {
  std::string page = doctype;
  std::vector<std::string> open;
  for (; parts > 0; --parts) {
    const std::string_view tag = tags[random() % std::size(tags)];
    switch (random() % 6) {
      case 0:
      case 1:
        page += "<" + std::string(tag) + ">";
        open.push_back(name_of(tag));
        break;
      case 2:
        if (!open.empty())
          page += "</" + open[open.size() - 1 - random() % std::min<std::size_t>(open.size(), 2)] + ">";
        break;
      case 3:
        if (random() % 3 == 0) page += "</" + name_of(tag) + ">";
        break;
      default:
        page += words[random() % std::size(words)] + std::string(1, static_cast<char>('a' + random() % 26));
    }
  }
  return page;
}

TEST(GumboTest, the_text_is_that_of_gumbos_tree_however_tags_are_mixed) {
  std::mt19937 random(5);
  Comparer comparer;
  for (std::size_t i = 0; i < 6000; ++i) comparer.compare(random_page(random, 1 + random() % (i % 3 == 0 ? 40 : 8)));
  EXPECT_GT(comparer.part_compared(), 0.8);
}

// Markup is taken out, doubled and moved, a tag or a text at a time.
std::string changed(std::string page, std::mt19937& random) {
  const auto place = [&] {
    const std::size_t at = page.find_first_of("<>", random() % page.size());
    return at == std::string::npos ? page.size() : at;
  };
  for (std::size_t left = 1 + random() % 4; left > 0; --left) {
    std::size_t begin = std::max(place(), doctype.size());
    std::size_t end = std::max(place(), doctype.size());
    if (begin > end) std::swap(begin, end);
    end = std::min(end, begin + 40);
    const std::string part = page.substr(begin, end - begin);
    if (random() % 3 != 0) page.erase(begin, end - begin);
    if (random() % 3 != 0) page.insert(std::max(place(), doctype.size()), part);
  }
  return page;
}

TEST(GumboTest, the_text_is_that_of_gumbos_tree_when_a_page_is_broken) {
  std::mt19937 random(6);
  Comparer comparer;
  for (int i = 0; i < 6000; ++i) comparer.compare(changed(doctype + pages[random() % std::size(pages)], random));
  EXPECT_GT(comparer.part_compared(), 0.7);
}

}  // namespace
}  // namespace hearsay
