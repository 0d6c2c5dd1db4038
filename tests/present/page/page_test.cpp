#include "present/page/page.h"

#include "base/version.h"
#include "present/page/html.h"
#include "present/page/page_slim.h"
#include "present/page/policy_hash.h"
#include "present/sample_account.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace hearsay {
namespace {

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++count;
  return count;
}

TEST(Html, text_from_outside_cannot_become_markup) {
  const struct {
    std::string_view text;
    const char* printed;
  } rows[] = {
      {"plain", "plain"},
      {"a < b & c > d", "a &lt; b &amp; c &gt; d"},
      {"\" onload=\"x", "&quot; onload=&quot;x"},
      {"it's", "it&#39;s"},
      {std::string_view("a\0b\x01\x7f", 5), "a\uFFFDb\uFFFD\uFFFD"},
      {"turned \u202Eback\u202C \u2066x\u2069 \u200F", "turned \uFFFDback\uFFFD \uFFFDx\uFFFD \u200F"},
      {"\xE2\x80", "\xE2\x80"},
      {"line\nnext\ttab", "line\nnext\ttab"},
      {"“curly” \u2028 stays", "“curly” \u2028 stays"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(escaped(row.text), row.printed);
}

TEST(Html, put_escapes_every_argument_that_is_not_markup) {
  std::string page;
  put(page, "<b title=\"{}\">{}</b>{}{}", std::string("\"x\""), "<i>", Html{"<br>"}, 3);
  EXPECT_EQ(page, "<b title=\"&quot;x&quot;\">&lt;i&gt;</b><br>3");
}

TEST(PolicyHash, is_that_of_the_standard) {
  EXPECT_EQ(policy_hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(policy_hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT_EQ(policy_hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
}

// The values of an attribute, with quotation marks or without, in order.
std::vector<std::string> values_of(std::string_view page, std::string_view attribute) {
  std::vector<std::string> values;
  const std::string begin = " " + std::string(attribute) + "=";
  for (std::size_t at = 0; (at = page.find(begin, at)) != std::string_view::npos;) {
    at += begin.size();
    const bool quoted = page[at] == '"';
    const std::size_t end = page.find_first_of(quoted ? "\"" : " >", at + 1);
    values.emplace_back(page.substr(at + quoted, end - at - quoted));
  }
  return values;
}

// Without the style and the script.
std::string markup_of(const std::string& page) {
  return page.substr(page.find("<body>"), page.find("<script>") - page.find("<body>"));
}

TEST(Page, has_its_parts_in_reading_order) {
  const std::vector<std::string> ids = values_of(markup_of(to_html(sample_account())), "id");
  auto at = ids.begin();
  for (const char* part : {"account", "news", "contested", "corroborated", "single-origin", "unanswered", "background",
                           "origins", "matrix", "copies", "names", "limits", "articles"}) {
    at = std::find(at, ids.end(), part);
    ASSERT_NE(at, ids.end()) << part;
  }
}

TEST(Page, every_link_within_it_leads_somewhere_and_every_id_is_one) {
  const std::string page = markup_of(to_html(sample_account()));
  const std::vector<std::string> ids = values_of(page, "id");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  std::size_t within = 0;
  for (const std::string& link : values_of(page, "href")) {
    if (!link.starts_with('#')) continue;
    ++within;
    EXPECT_EQ(std::count(ids.begin(), ids.end(), link.substr(1)), 1) << link;
  }
  EXPECT_GT(within, 100u);
}

TEST(Page, names_the_version_that_made_it) {
  const std::string page = to_html(sample_account());
  const std::string made_by = "Hearsay " + std::string(version());
  EXPECT_NE(page.find("<meta name=\"generator\" content=\"" + made_by + "\">"), std::string::npos);
  EXPECT_NE(page.find("Made by " + made_by + "; "), std::string::npos);
}

TEST(Page, asks_nothing_of_any_network) {
  const std::string page = to_html(sample_account());
  EXPECT_NE(page.find("content=\"default-src 'none'; "), std::string::npos);
  for (const char* load : {"src=", "<link", "@import", "url(http", "fetch(", "XMLHttpRequest"})
    EXPECT_EQ(page.find(load), std::string::npos) << load;
}

TEST(Page, policy_names_the_style_and_the_script_that_stand_in_it) {
  const std::string page = to_html(sample_account());
  for (const auto& [open, close] : {std::pair{"<style>", "</style>"}, {"<script>", "</script>"}}) {
    const std::size_t begin = page.find(open) + std::string_view(open).size();
    const std::string body = page.substr(begin, page.find(close) - begin);
    EXPECT_NE(page.find("'" + policy_hash(body) + "'"), std::string::npos) << open;
    EXPECT_EQ(count_of(page, open), 1u);
  }
}

TEST(Page, hostile_text_stays_text) {
  const std::string evil =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"x' --> <!-- ]]> \u2028";
  Article article;
  article.id = evil;
  article.location = "javascript:alert(3)";
  article.outlet = evil;
  article.title = evil;
  article.language = evil;
  article.text = evil + "\n" + evil;
  article.boilerplate = {{{evil.size() + 1, article.text.size()}, evil}};
  SampleAccount sample({article, article});
  sample.account.title = evil;
  const std::size_t origin = sample.origin(evil, OriginKind::speaker, evil);
  Claim& claim = sample.claim(0, evil, {evil, evil}, origin, Stance::declines);
  claim.cue = claim.span;
  claim.values.push_back({claim.span, QuantityValue{1, 2, true, evil, evil}});
  sample.claim(1, evil, {evil}, origin);
  sample.point(Standing::contested, {0, 1, {evil}}, {1, 1, {evil}})
      .disagreements.push_back({DisagreementKind::quantity, DisagreementRelation::conflict, {0, 1}, evil});
  sample.account.entities = {{EntityKind::person, evil, {evil}, {{0, {0, evil.size()}}}, evil, {{0, evil}}}};
  sample.account.copies = {{0, 1, CopyKind::copy, 0.5, true, {{{0, 9}, {0, 9}}}, {}, evil}};
  sample.account.omissions = {{1, evil}};
  const std::string page = to_html(sample.account);
  EXPECT_EQ(count_of(page, "<script"), 1u);
  EXPECT_EQ(count_of(page, "</script"), 1u);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("<!--"), std::string::npos);
  EXPECT_EQ(page.find("\" onmouseover"), std::string::npos);
  EXPECT_EQ(page.find("href=\"javascript"), std::string::npos);
}

TEST(Page, nothing_at_all_is_still_a_page) {
  const std::string page = to_html(Account{});
  EXPECT_NE(page.find("No claims were found"), std::string::npos);
  EXPECT_TRUE(page.ends_with("</html>\n"));
}

TEST(Page, places_of_overlapping_claims_leave_a_text_as_it_is) {
  Article article;
  article.id = "one";
  article.text = "Ä abc déf ghi";
  SampleAccount sample({article});
  const std::size_t origin = sample.origin("x", OriginKind::outlet);
  sample.claim(0, "Ä abc déf", {}, origin);
  sample.claim(0, "abc", {}, origin);
  sample.claim(0, "déf ghi", {}, origin);
  sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  const std::string page = to_html(sample.account);
  const std::size_t begin = page.find("<div class=text");
  std::string text;
  bool in_tag = false;
  for (const char c : page.substr(begin, page.find("</div>", begin) - begin)) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  EXPECT_EQ(text, article.text);
}

TEST(PageSlim, what_a_browser_does_not_need_is_left_out) {
  const struct {
    const char* markup;
    const char* slim;
  } rows[] = {
      {"", ""},
      {"a \n b", "a \n b"},
      {"<p class=\"by\">a</p>\n<p>b</p>\n</div>", "<p class=by>a<p>b</div>"},
      {"<p>a</p>\n<span>b</span>", "<p>a</p><span>b</span>"},
      {"<q>a</q>\n<b>b</b>", "<q>a</q>\n<b>b</b>"},  // between words a line end is a space
      {"<ul>\n<li id=\"c1\">a</li>\n<li>b</li>\n</ul>", "<ul><li id=c1>a<li>b</ul>"},
      {"<tr><th scope=\"row\">a</th><td></td></tr>\n</tbody>", "<tr><th scope=row>a<td></tbody>"},
      {"<a href=\"#p-1\" title=\"a b\">", "<a href=#p-1 title=\"a b\">"},
      {"<a href=\"https://x.example/?a=b\">", "<a href=\"https://x.example/?a=b\">"},
      {"<a class=\"\">", "<a class=\"\">"},
      {"<rect x=\"0\" width=\"8.50%\"/>", "<rect x=0 width=8.50% />"},
      {"<time datetime=\"2031-05-04T06:40:00Z\">", "<time datetime=2031-05-04T06:40:00Z>"},
      {"<a title=\"&quot;x\">&lt;p&gt;</a>", "<a title=\"&quot;x\">&lt;p&gt;</a>"},
      {"cut <p", "cut <p"},
  };
  for (const auto& row : rows) EXPECT_EQ(slimmed(row.markup), row.slim);
}

TEST(BriefPage, has_its_parts_and_asks_nothing_of_any_network) {
  const std::string page = to_brief_html(sample_account());
  std::size_t at = 0;
  for (const char* part :
       {"Hearsay, an account of 6 reports", "<h1><q>", "<h2>The news</h2>", "<h2>They differ", "<b>27</b> Harbour Post",
        "<b>at least 60</b>", "<h2>From one origin", "<h2>How it was made</h2>", "From Nordwire, 4 March 2025; ",
        "pairs of reports share passages"}) {
    const std::size_t found = page.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << page;
    at = found;
  }
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("href="), std::string::npos);
  EXPECT_NE(to_brief_html(Account{}).find("<h2>How it was made</h2>"), std::string::npos);
}

TEST(BriefPage, stays_as_long_however_long_its_story) {
  std::vector<Article> articles;
  for (int i = 0; i < 50; ++i) {
    articles.emplace_back().id = "a" + std::to_string(i);
    articles.back().outlet = std::string(200, 'o') + std::to_string(i);
    articles.back().text = "road";
    for (int word = 0; word < 400; ++word) articles.back().text += " <long>";
  }
  SampleAccount sample(articles);
  sample.account.title = articles[0].text;
  const std::size_t origin = sample.origin(articles[0].text, OriginKind::speaker);
  for (int p = 0; p < 40; ++p) {
    for (std::size_t a = 0; a < articles.size(); ++a)
      sample.claim(a, articles[a].text, {articles[0].text}, origin, a % 2 ? Stance::denies : Stance::asserts);
    Point& point = sample.point(p % 2 ? Standing::contested : Standing::single_origin, {1, 1, {}}, {1, 1, {}});
    point.disagreements = {{DisagreementKind::polarity, DisagreementRelation::conflict, point.claims, ""}};
  }
  const std::string page = to_brief_html(sample.account);
  const std::string body = page.substr(page.find("<body>"));
  EXPECT_LT(body.size(), 14'000u);
  EXPECT_LE(count_of(body, "<li>"), 14u);
}

}  // namespace
}  // namespace hearsay
