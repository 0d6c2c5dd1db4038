// https://www.iptc.org/std/ninjs/. The standard has no place for spans, chains of sources or disagreements: they are in
// the body, which is the account as Markdown.
#include "present/json/json_parts.h"
#include "present/words/phrases.h"
#include "publish/annotations/lasting_ids.h"
#include "publish/annotations/linked_data.h"
#include "publish/markup/markdown.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr const char* schema = "https://iptc.org/std/ninjs/ninjs-schema_3.1.json";

// RFC 3339 requires a time: midnight if only the day is known.
std::string date_time(const Moment& moment) {
  return moment.time_of_day_utc ? to_iso(moment) : to_iso(moment.day) + "T00:00:00Z";
}

void add_main(JsonText& out, const char* key, std::string_view value) {
  out.key(key).begin_array().begin_object().add("role", "main").add("value", value).end_object().end_array();
}

void add_names(JsonText& out, const char* key, EntityKind kind, const Account& account) {
  out.key(key).begin_array();
  for (const Entity& entity : account.entities)
    if (entity.kind == kind) out.begin_object().add("name", entity.name).end_object();
  out.end_array();
}

void add_source(JsonText& out, std::string_view name, std::string_view role) {
  out.begin_object().add("name", name).add("role", role).end_object();
}

// An article with its outlet and all that it names as its sources, anywhere in the chain, each once.
void add_article(JsonText& out, const Article& article, std::size_t number, const Account& account) {
  out.begin_object().add("name", "report").add("uri", address_of(article)).add("type", "text");
  out.add("representationType", "partial");
  if (article.published) out.add("versionCreated", date_time(*article.published));
  if (article.language) out.add("language", *article.language);
  if (article.title) add_main(out, "headlines", *article.title);
  out.key("infoSources").begin_array();
  add_source(out, newsroom_name(article), "publisher");
  std::vector<std::string> told;
  for (const Claim& claim : account.claims) {
    if (claim.article != number) continue;
    for (const Source& source : claim.sources)
      if (std::find(told.begin(), told.end(), source.name) == told.end()) told.push_back(source.name);
  }
  for (const std::string& name : told) add_source(out, name, "source");
  out.end_array().end_object();
}

}  // namespace

void write_ninjs(const Account& account, const Write& write) {
  JsonText out;
  out.begin_object().add("uri", lasting_id_of_account(account)).add("type", "composite");
  out.add("representationType", "full").add("profile", "hearsay-account");
  out.key("standard").begin_object().add("name", "ninjs").add("version", "3.1").add("schema", schema).end_object();
  if (account.end) out.add("contentCreated", to_iso(*account.end) + "T00:00:00Z");
  out.add("language", "en");
  add_main(out, "headlines", account.title);
  out.key("bodies").begin_array().begin_object().add("role", "main").add("contentType", "text/markdown");
  std::string body;
  write_markdown(account, [&](std::string_view text) { body += text; });
  out.add("value", body).end_object().end_array();
  add_names(out, "people", EntityKind::person, account);
  add_names(out, "organisations", EntityKind::organization, account);
  add_names(out, "places", EntityKind::place, account);
  out.key("infoSources").begin_array();
  for (const Origin& origin : account.origins) add_source(out, origin.name, to_text(origin.kind));
  out.end_array();
  out.key("associations").begin_array();
  for (std::size_t i = 0; i < account.articles.size(); ++i) add_article(out, account.articles[i], i, account);
  write(out.end_array().end_object().take() + "\n");
}

}  // namespace hearsay
