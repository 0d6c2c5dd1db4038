#include "clean/markup/html_scanner.h"

#include "base/span.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// The tokens of a page: texts in quotation marks, tags with those of their attributes that anything asks for.
std::string tokens(std::string_view page) {
  HtmlScanner scanner(page);
  std::string result;
  while (!scanner.at_end()) {
    std::vector<HtmlTree::AttributeValue> attributes;
    switch (scanner.next(false)) {
      case HtmlScanner::Kind::text:
        result += "'" + std::string(words_at(page, scanner.text())) + "' ";
        break;
      case HtmlScanner::Kind::opening_tag: {
        result += "<" + std::string(scanner.opening_name());
        const bool closed = scanner.attributes(attributes, 1000);
        for (const auto& one : attributes) result += " [" + std::string(words_at(page, one.raw)) + "]";
        result += closed ? "/> " : "> ";
        break;
      }
      case HtmlScanner::Kind::closing_tag:
        result += "</" + std::string(scanner.closing_name()) + "> ";
        break;
      case HtmlScanner::Kind::nothing:
        break;
    }
  }
  return result;
}

TEST(HtmlScannerTest, a_page_is_cut_into_tokens_as_browsers_cut_it) {
  const struct {
    const char* page;
    const char* tokens;
  } rows[] = {
      {"", ""},
      {"text", "'text' "},
      {"<p>a</p>", "<p> 'a' </p> "},
      {"<P>a</P >", "<P> 'a' </P> "},
      {"<br/>", "<br/> "},
      {"<br / >", "<br> "},  // the stroke stands not at the end
      {"<br a/>", "<br/> "},
      {"a < b", "'a < b' "},
      {"a <3 b", "'a <3 b' "},
      {"1<2<b>", "'1<2' <b> "},
      {"<", "'<' "},
      {"a<", "'a' '<' "},
      {"<p", "<p> "},
      {"<p class=\"x", "<p [x]> "},
      {"</p", "</p> "},
      {"</>", "</> "},
      {"</p class=x>a", "</p> 'a' "},
      {"<!-- a <b> c -->d", "'d' "},
      {"<!-->a", "'a' "},
      {"<!-- a", ""},
      {"<!-- a --", ""},
      {"<!doctype html>a", "'a' "},
      {"<!a", ""},
      {"<?xml version=\"1\"?>a", "'a' "},
      {"<![CDATA[a <b>]]>c", "']]>c' "},
      {"<p/class=x>", "<p [x]> "},  // a stroke parts a name from an attribute
      {"<my-tag>", "<my-tag> "},
      {"<p<b>", "<p<b> "},
  };
  for (const auto& row : rows) EXPECT_EQ(tokens(row.page), row.tokens) << row.page;
}

TEST(HtmlScannerTest, attributes_are_read_however_they_are_written) {
  const struct {
    const char* tag;
    const char* tokens;
  } rows[] = {
      {"<a href=x>", "<a [x]> "},
      {"<a href='x y'>", "<a [x y]> "},
      {"<a href=\"x > y\">", "<a [x > y]> "},
      {"<a href = \"x\">", "<a [x]> "},
      {"<a HREF=x>", "<a [x]> "},
      {"<a href=x/>", "<a [x/]> "},  // the stroke belongs to the value
      {"<a href>", "<a []> "},
      {"<a href=>", "<a []> "},
      {"<a href=\"\">", "<a []> "},
      {"<a href='x'id='y'>", "<a [x] [y]> "},  // no space between
      {"<a unknown=x href=y>", "<a [y]> "},
      {"<a \"x\" href=y>", "<a [y]> "},
      {"<a =x href=y>", "<a [y]> "},  // a name may begin with "="
      {"<a href=a href=b>", "<a [a] [b]> "},
      {"<a\nhref=x\tid=y\r\n>", "<a [x] [y]> "},
      {"<a href=x\"y>", "<a [x\"y]> "},
  };
  for (const auto& row : rows) EXPECT_EQ(tokens(row.tag), row.tokens) << row.tag;
}

TEST(HtmlScannerTest, attributes_are_bounded) {
  std::string tag = "<a";
  for (int i = 0; i < 100; ++i) tag += " href=x";
  const auto kept = [](const std::string& page, std::size_t most) {
    HtmlScanner scanner(page);
    std::vector<HtmlTree::AttributeValue> attributes;
    scanner.opening_name();
    scanner.attributes(attributes, most);
    EXPECT_TRUE(scanner.at_end());
    return attributes.size();
  };
  EXPECT_EQ(kept(tag + ">", 1000), 64u);
  EXPECT_EQ(kept(tag + ">", 10), 10u);
}

TEST(HtmlScannerTest, raw_text_goes_to_its_own_closing_tag_whatever_it_holds) {
  const struct {
    const char* page;
    const char* text;
  } rows[] = {
      {"a</script>b", "a"},
      {"a</SCRIPT >b", "a"},
      {"a</script x>b", "a"},
      {"</b><p></script>", "</b><p>"},
      {"a</scripts></script>", "a</scripts>"},
      {"a</script/>b", "a"},
      {"a < b</script>", "a < b"},
      {"never", "never"},
      {"a</script", "a</script"},
      {"a</scrip", "a</scrip"},
      {"", ""},
  };
  for (const auto& row : rows) {
    const HtmlScanner scanner(row.page);
    const auto raw = scanner.raw_text("script");
    EXPECT_EQ(words_at(row.page, raw), row.text) << row.page;
  }
}

}  // namespace
}  // namespace hearsay
