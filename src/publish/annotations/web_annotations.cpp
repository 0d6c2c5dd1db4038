#include "base/utf8.h"
#include "base/version.h"
#include "present/json/json_parts.h"
#include "present/words/phrases.h"
#include "publish/annotations/lasting_ids.h"
#include "publish/annotations/linked_data.h"
#include "publish/tables/story_facts.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr std::size_t characters_around = 32;

// Up to this many characters before or after a byte; nothing if they are not known.
std::string_view before(const Article& article, std::size_t byte) {
  std::size_t at = byte;
  for (std::size_t i = 0; i < characters_around && at > 0; ++i) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(article.text[at]) & 0xC0) == 0x80);
  }
  return known_words(article, {at, byte}).value_or("");
}

std::string_view after(const Article& article, std::size_t byte) {
  std::size_t at = byte;
  for (std::size_t i = 0; i < characters_around && at < article.text.size(); ++i)
    at += code_point_at(article.text, at).size_bytes;
  return known_words(article, {byte, at}).value_or("");
}

void add_tag(JsonText& out, std::string_view value) {
  out.begin_object().add("type", "TextualBody").add("purpose", "tagging").add("value", value).end_object();
}

std::string description(const Claim& claim, const Account& account) {
  const Point& point = account.points[claim.point];
  return fmt::format("{} ({}); {}, {}", chain_phrase(claim), to_text(claim.stance), to_text(point.standing),
                     bracket_phrase(point.origins, "origin", "origins"));
}

void add_annotation(JsonText& out, const Claim& claim, const StoryFacts& facts) {
  const Account& account = facts.account;
  const Article& article = account.articles[claim.article];
  const Span points = facts.positions[claim.article].in_code_points(claim.span);
  out.begin_object().add("id", lasting_id(article, points)).add("type", "Annotation").add("motivation", "describing");
  out.key("body").begin_array();
  out.begin_object().add("type", "TextualBody").add("purpose", "describing").add("format", "text/plain");
  out.add("language", "en").add("value", description(claim, account)).end_object();
  add_tag(out, to_text(claim.stance));
  add_tag(out, to_text(account.points[claim.point].standing));
  add_tag(out, facts.addresses[claim.point]);
  out.end_array();
  out.key("target").begin_object().add("type", "SpecificResource").add("source", address_of(article));
  out.key("selector").begin_array();
  out.begin_object().add("type", "TextQuoteSelector").add("exact", known_words(article, claim.span).value_or(""));
  if (const auto words = before(article, claim.span.begin); !words.empty()) out.add("prefix", words);
  if (const auto words = after(article, claim.span.end); !words.empty()) out.add("suffix", words);
  out.end_object();
  out.begin_object().add("type", "TextPositionSelector").add("start", points.begin).add("end", points.end).end_object();
  out.end_array().end_object().end_object();
}

}  // namespace

void write_web_annotations(const Account& account, const Write& write) {
  const StoryFacts facts(account);
  JsonText head;
  head.begin_object().add("@context", "http://www.w3.org/ns/anno.jsonld");
  head.add("id", lasting_id_of_account(account)).add("type", "AnnotationPage");
  head.key("generator").begin_object().add("type", "Software").add("name", fmt::format("Hearsay {}", version()));
  head.end_object().key("items");
  write(head.take() + "[\n");
  for (std::size_t i = 0; i < account.claims.size(); ++i) {
    JsonText one;
    add_annotation(one, account.claims[i], facts);
    write(one.take() + (i + 1 < account.claims.size() ? ",\n" : "\n"));
  }
  write("]}\n");
}

}  // namespace hearsay
