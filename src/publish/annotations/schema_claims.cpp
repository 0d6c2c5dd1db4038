// https://schema.org/Claim. If all claims of a point come from one origin, a person or a body, that is its author;
// whether it is true is not for a program to say, so there is no review.
#include "present/json/json_parts.h"
#include "present/words/phrases.h"
#include "publish/annotations/lasting_ids.h"
#include "publish/annotations/linked_data.h"
#include "publish/tables/story_facts.h"

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

void add_appearance(JsonText& out, const Article& article, std::string_view words) {
  out.begin_object().add("@type", "NewsArticle").add("@id", address_of(article));
  if (const std::string address = web_address(article); !address.empty()) out.add("url", address);
  if (article.title) out.add("headline", *article.title);
  if (article.published) out.add("datePublished", to_iso(*article.published));
  if (article.language) out.add("inLanguage", *article.language);
  out.key("publisher")
      .begin_object()
      .add("@type", "NewsMediaOrganization")
      .add("name", newsroom_name(article))
      .end_object();
  if (!words.empty()) out.add("text", words);
  out.end_object();
}

// The first claim on the point in each article, in order of publication.
std::vector<std::size_t> appearances_of(const Point& point, const Account& account) {
  std::vector<std::size_t> first;
  std::set<std::size_t> seen;
  for (const std::size_t claim : point.claims)
    if (seen.insert(account.claims[claim].article).second) first.push_back(claim);
  const auto when = [&](std::size_t claim) {
    return account.articles[account.claims[claim].article].published.value_or(Moment{Day::max(), {}, {}});
  };
  std::stable_sort(first.begin(), first.end(), [&](std::size_t a, std::size_t b) { return when(a) < when(b); });
  return first;
}

void add_author(JsonText& out, const Point& point, const Account& account) {
  if (point.origin_ids.size() != 1) return;
  const Origin& origin = account.origins[point.origin_ids.front()];
  const bool person = origin.kind == OriginKind::speaker;
  const bool body = origin.kind == OriginKind::organization || origin.kind == OriginKind::outlet;
  if (!person && !body) return;
  out.key("author")
      .begin_object()
      .add("@type", person ? "Person" : "Organization")
      .add("name", origin.name)
      .end_object();
}

void add_claim(JsonText& out, std::size_t number, const StoryFacts& facts) {
  const Account& account = facts.account;
  const Point& point = account.points[number];
  const Claim& head = account.claims[point.representative];
  const auto words_of = [&](const Claim& claim) {
    return known_words(account.articles[claim.article], claim.span).value_or("");
  };
  out.begin_object().add("@type", "Claim").add("@id", lasting_id_of_point(facts.addresses[number]));
  out.add("text", words_of(head));
  add_author(out, point, account);
  const auto appearances = appearances_of(point, account);
  const auto add = [&](std::size_t claim) {
    const Claim& one = account.claims[claim];
    add_appearance(out, account.articles[one.article], words_of(one));
  };
  out.key("firstAppearance");
  add(appearances.front());
  out.add_list("appearance", appearances, add);
  out.end_object();
}

}  // namespace

void write_schema_claims(const Account& account, const Write& write) {
  const StoryFacts facts(account);
  write("{\"@context\":\"https://schema.org\",\"@graph\":[\n");
  for (std::size_t i = 0; i < account.points.size(); ++i) {
    JsonText one;
    add_claim(one, i, facts);
    write(one.take() + (i + 1 < account.points.size() ? ",\n" : "\n"));
  }
  write("]}\n");
}

}  // namespace hearsay
