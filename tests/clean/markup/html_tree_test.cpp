#include "clean/markup/html_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// The tree as text: each element as (tag number or letter ...), texts in quotation marks.
std::string outline(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  const HtmlNode& here = tree.nodes[node];
  if (here.tag == HtmlTag::text) return "'" + std::string(words_at(page, here.raw)) + "'";
  const std::string_view raw = words_at(page, here.raw);
  std::string result = "(" + (node ? std::string(raw.substr(1, raw.find_first_of(" >/") - 1)) : std::string("*"));
  for (std::uint32_t child = tree.first_child(node); child; child = tree.nodes[child].next_sibling)
    result += outline(page, tree, child);
  return result + ")";
}

std::string parsed(std::string_view page) { return outline(page, parse_html(page), 0); }

TEST(HtmlTreeTest, elements_hold_what_browsers_put_into_them) {
  const struct {
    const char* page;
    const char* tree;
  } rows[] = {
      {"", "(*)"},
      {"a", "(*'a')"},
      {"<p>a<p>b", "(*(p'a')(p'b'))"},
      {"<p>a<div>b</div>c", "(*(p'a')(div'b')'c')"},
      {"<ul><li>a<li>b<ul><li>c</ul></ul>", "(*(ul(li'a')(li'b'(ul(li'c')))))"},
      {"<table><tr><td>a<td>b<tr><td>c</table>d", "(*(table(tr(td'a')(td'b'))(tr(td'c')))'d')"},
      {"<b>a<p>b</b>c</p>d", "(*(b'a'(p'b''c')'d'))"},
      {"a<br>b<img src=x>c<br/>d", "(*'a'(br)'b'(img)'c'(br)'d')"},
      {"<script>if (a<b) '</p>'</script>c", "(*(script'if (a<b) '</p>'')'c')"},
      {"<title>a <b></title>c", "(*(title'a <b>')'c')"},
      {"<svg><title/><g/></svg><p>a", "(*(svg(title)(g))(p'a'))"},
      {"<iframe src=x><p>a", "(*(iframe)(p'a'))"},
      {"<script>a<p>b", "(*(script'a<p>b'))"},
      {"<script><!-- '<script>a</script>' --></script>b", "(*(script'<!-- '<script>a</script>' -->')'b')"},
      {"<script><!-- a</script>b<script><!--></script>c", "(*(script'<!-- a')'b'(script'<!-->')'c')"},
      {"<!-- <p> -->a<!DOCTYPE x>b", "(*'a''b')"},
      {"<!-- <p> --!>a<!-->b<!--->c<!----!>d", "(*'a''b''c''d')"},
      {"<![CDATA[a>b]]><svg><![CDATA[c>d]]></svg>e", "(*'b]]>'(svg)'e')"},
      {"<p>a</p title='>'>b</ p>c</script x=\">\">d", "(*(p'a')'b''c''d')"},
      {"1 < 2 <3", "(*'1 < 2 <3')"},
      {"</nothing>a</nothing>", "(*'a')"},
      {"a</p>b", "(*'a'()'b')"},
      {"<head><title>a</title><p>b", "(*(head(title'a'))(p'b'))"},
      {"<head> <meta>a<head><body>b", "(*(head' '(meta))'a''b')"},
      {"<head><noscript><p>a<body>b", "(*(head(noscript(p'a')))(body'b'))"},
      {"a<head>b</head>c", "(*'a''b''c')"},
      {"<html><body>a</body>b</html>c", "(*(html(body'a''b''c')))"},
      {"<h1>a</h2>b<h1>c<h2>d", "(*(h1'a')'b'(h1'c')(h2'd'))"},
      {"<p>a<video><p>b", "(*(p'a'(video))(p'b'))"},
      {"<video>a<p>b</video>c", "(*(video'a'(p'b''c')))"},
      {"<div>a<button>b</div>c", "(*(div'a'(button'b'))'c')"},
      {"<button>a<button>b", "(*(button'a')(button'b'))"},
      {"a<td>b</td>c<html>d", "(*'a'(td)'b''c'(html)'d')"},
      {"<table><tr><td>a<table><td>b</td></tr></table>c</table>d", "(*(table(tr(td'a'(table(td'b'))'c')))'d')"},
      {"<table><i>a<tr><td>b", "(*(table(i'a')(tr(td'b'))))"},
      {"<svg><svg><path><p>a</svg>b", "(*(svg(svg(path)))(p'a''b'))"},
      {"<svg><foreignObject><p>a", "(*(svg(foreignObject(p'a'))))"},
      {"<svg><th></svg>a", "(*(svg(th))'a')"},
      {"<noframes><p>a</noframes>b<col>c<area>d", "(*(noframes'<p>a')'b'(col)'c'(area)'d')"},
      {"<x-y>a</x-y>b", "(*(x-y'a')'b')"},
      {"<p", "(*(p))"},
      {"<p a='", "(*(p))"},
      {"<", "(*'<')"},
      {"</", "(*'</')"},
      {"<!--", "(*)"},
  };
  for (const auto& row : rows) EXPECT_EQ(parsed(row.page), row.tree) << row.page;
}

TEST(HtmlTreeTest, attributes_are_found_whatever_their_quotes) {
  const std::string_view page = "<p CLASS=\"a b\" id='c' lang=en hidden data-x=y content=\"\">";
  const HtmlTree tree = parse_html(page);
  EXPECT_EQ(tree.attribute(page, 1, Attribute::class_), "a b");
  EXPECT_EQ(tree.attribute(page, 1, Attribute::id), "c");
  EXPECT_EQ(tree.attribute(page, 1, Attribute::lang), "en");
  EXPECT_TRUE(tree.has_attribute(1, Attribute::hidden));
  EXPECT_EQ(tree.attribute(page, 1, Attribute::content), "");
  EXPECT_FALSE(tree.has_attribute(1, Attribute::href));
}

TEST(HtmlTreeTest, hostile_nesting_stays_shallow_and_ends) {
  std::string page;
  for (int i = 0; i < 300000; ++i) page += "<div>";
  const HtmlTree tree = parse_html(page);
  std::size_t depth = 0;
  for (std::uint32_t node = static_cast<std::uint32_t>(tree.nodes.size()) - 1; node; node = tree.nodes[node].parent)
    ++depth;
  EXPECT_LE(depth, 401u);
  EXPECT_EQ(tree.end_of(0), tree.nodes.size());
}

}  // namespace
}  // namespace hearsay
