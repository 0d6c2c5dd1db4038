#include "present/page.h"

#include "base/version.h"
#include "present/html.h"
#include "present/policy_hash.h"
#include "sample_account.h"

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

TEST(Page, has_its_parts_in_reading_order) {
  const std::string page = to_html(sample_account());
  std::size_t at = 0;
  for (const char* part : {"<h1>", "id=\"news\"", "id=\"contested\"", "id=\"corroborated\"", "id=\"single-origin\"",
                           "id=\"unanswered\"", "id=\"background\"", "id=\"origins\"", "id=\"matrix\"", "id=\"copies\"",
                           "id=\"names\"", "id=\"limits\"", "id=\"articles\""}) {
    const std::size_t found = page.find(part, at);
    ASSERT_NE(found, std::string::npos) << part;
    at = found;
  }
}

TEST(Page, every_link_within_it_leads_somewhere_and_every_id_is_one) {
  const std::string page = to_html(sample_account());
  for (std::size_t at = 0; (at = page.find("href=\"#", at)) != std::string::npos; ++at) {
    const std::size_t begin = at + 7;
    const std::string id = page.substr(begin, page.find('"', begin) - begin);
    EXPECT_EQ(count_of(page, " id=\"" + id + "\""), 1u) << id;
  }
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

TEST(Page, overlapping_claims_cut_a_text_into_pieces_that_together_are_the_text) {
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
  const std::size_t begin = page.find("<div class=\"text\"");
  std::string text;
  bool in_tag = false;
  for (const char c : page.substr(begin, page.find("</div>", begin) - begin)) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  EXPECT_EQ(text, article.text + "\n");
}

}  // namespace
}  // namespace hearsay
