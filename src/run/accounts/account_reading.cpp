// Every index from outside is checked against the list it points into before it is used, so that whatever uses the
// account can trust it.
#include "run/accounts/account_reading.h"

#include "run/accounts/account_fields.h"
#include "run/accounts/account_findings.h"
#include "run/accounts/account_texts.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <map>

namespace hearsay {

using namespace account_fields;

namespace {

ListSizes sizes_of(JsonValue root) {
  return {list(root, "articles").size(), list(root, "entities").size(), list(root, "claims").size(),
          list(root, "origins").size(), list(root, "points").size()};
}

class AccountReader {
 public:
  AccountReader(JsonValue root, std::span<const std::string> whole_texts)
      : root_(root), sizes_(sizes_of(root)), texts_(sizes_.articles, whole_texts) {}

  Account read() {
    const JsonValue story = need(root_, "story");
    account_.title = text(story, "title");
    account_.begin = may_day(story, "begin");
    account_.end = may_day(story, "end");
    for (const JsonValue row : list(root_, "articles")) account_.articles.push_back(article(row));
    for (const JsonValue row : list(root_, "copies")) account_.copies.push_back(copy(row));
    for (const JsonValue row : list(root_, "entities")) account_.entities.push_back(entity(row));
    for (const JsonValue row : list(root_, "claims")) account_.claims.push_back(claim(row));
    for (const JsonValue row : list(root_, "origins")) account_.origins.push_back(origin_of(row, sizes_));
    for (const JsonValue row : list(root_, "points")) account_.points.push_back(point_of(row, sizes_));
    for (const JsonValue row : may_list(root_, "omissions"))
      account_.omissions.push_back({count(row, "count"), text(row, "what")});
    for (const JsonValue row : may_list(root_, "updates")) account_.updates.push_back(update(row));
    for (const JsonValue row : may_list(root_, "corrections"))
      account_.corrections.push_back(
          {count(row, "line"), text(row, "text"), true, truth(row, "applied"), text(row, "why")});
    if (const auto without = may_have(root_, "without")) account_.without = without_of(*without, sizes_);
    texts_.fill(account_);
    return std::move(account_);
  }

 private:
  Article article(JsonValue row) {
    Article article;
    article.id = text(row, "id");
    article.location = text(row, "location");
    article.outlet = may_text(row, "outlet");
    article.title = may_text(row, "title");
    article.published = may_moment(row, "published");
    article.language = may_text(row, "language");
    article.address = may_text(row, "address");
    article.modified = may_moment(row, "modified");
    article.authors = texts(row, "authors");
    article.stated_origins = texts(row, "stated_origins");
    for (const JsonValue one : may_list(row, "statements"))
      article.statements.push_back({text(one, "what"), text(one, "where")});
    const std::size_t number = account_.articles.size();
    if (!numbers_.emplace(article.id, number).second)
      throw BadAccount(fmt::format("has two articles \"{}\"", article.id));
    for (const JsonValue part : list(row, "boilerplate"))
      article.boilerplate.push_back({texts_.span(part, number), text(part, "why")});
    return article;
  }

  std::size_t article_of(JsonValue row, const char* key) {
    const std::string id = text(row, key);
    const auto found = numbers_.find(id);
    if (found == numbers_.end()) throw BadAccount(fmt::format("names the article \"{}\", which does not exist", id));
    return found->second;
  }

  Copy copy(JsonValue row) {
    Copy copy;
    copy.from = article_of(row, "from");
    copy.to = article_of(row, "to");
    copy.kind = kind(row, "kind", CopyKind::revision);
    copy.share = may_number(row, "share").value_or(0);
    copy.direction_known = text(row, "direction") == "known";
    for (const JsonValue one : list(row, "passages"))
      copy.passages.push_back({texts_.span(need(one, "from"), copy.from), texts_.span(need(one, "to"), copy.to)});
    for (const JsonValue one : may_list(row, "changes"))
      copy.changes.push_back({kind(one, "kind", Change::Kind::reworded), texts_.quoted(need(one, "from"), copy.from),
                              texts_.quoted(need(one, "to"), copy.to)});
    copy.why = text(row, "why");
    return copy;
  }

  ArticleUpdate update(JsonValue row) {
    const std::size_t article = article_of(row, "article");
    ArticleUpdate update{article, text(row, "kind"), std::nullopt, text(row, "before"), text(row, "after")};
    if (may_have(row, "begin")) update.span = texts_.span(row, article);
    return update;
  }

  Entity entity(JsonValue row) {
    Entity entity;
    entity.kind = kind(row, "kind", EntityKind::other);
    entity.name = text(row, "name");
    entity.variants = texts(row, "variants");
    for (const JsonValue one : list(row, "mentions")) {
      const std::size_t article = article_of(one, "article");
      entity.mentions.push_back({article, texts_.span(one, article)});
    }
    entity.why = text(row, "why");
    for (const JsonValue one : may_list(row, "maybe"))
      entity.maybe.push_back({index_of(text(one, "entity"), 'e', sizes_.entities), text(one, "why")});
    return entity;
  }

  Claim claim(JsonValue row) {
    Claim claim;
    claim.article = article_of(row, "article");
    if (!account_.claims.empty() && claim.article < account_.claims.back().article)
      throw BadAccount("has claims that are not in the order of its articles");
    claim.span = texts_.quoted(row, claim.article);
    for (const JsonValue one : list(row, "sources"))
      claim.sources.push_back(
          {text(one, "name"), may_index(one, "entity", 'e', sizes_.entities), texts_.span(one, claim.article)});
    if (const auto cue = may_have(row, "cue")) claim.cue = texts_.quoted(*cue, claim.article);
    claim.stance = kind(row, "stance", Stance::declines);
    for (const JsonValue one : list(row, "values")) claim.values.push_back(value(one, claim.article));
    for (const JsonValue one : may_list(row, "stand_ins"))
      claim.stand_ins.push_back({texts_.quoted(one, claim.article), texts_.quoted(need(one, "named"), claim.article)});
    if (const auto context = may_have(row, "context")) claim.context = texts_.quoted(*context, claim.article);
    claim.origin = index_of(text(row, "origin"), 'o', sizes_.origins);
    claim.point = index_of(text(row, "point"), 'p', sizes_.points);
    return claim;
  }

  Value value(JsonValue row, std::size_t article) {
    const Span where = texts_.quoted(row, article);
    const std::string word = text(row, "kind");
    if (word == "quantity")
      return {where, QuantityValue{may_number(row, "low"), may_number(row, "high"), truth(row, "approximate"),
                                   may_text(row, "unit"), may_text(row, "of")}};
    if (word == "date") return {where, DateValue{may_day(row, "from"), may_day(row, "to"), text(row, "value")}};
    if (word == "place") return {where, PlaceValue{may_index(row, "entity", 'e', sizes_.entities)}};
    throw BadAccount(fmt::format("has a value of the unknown kind \"{}\"", word));
  }

  JsonValue root_;
  ListSizes sizes_;
  AccountTexts texts_;
  Account account_;
  std::map<std::string, std::size_t, std::less<>> numbers_;  // of articles, by their ids
};

}  // namespace

bool begins_account(std::string_view bytes) {
  constexpr std::string_view format = "\"hearsay/account/1\"";
  const std::string_view first = bytes.substr(0, 100);
  const std::size_t open = first.find_first_not_of(" \t\r\n");
  if (open == std::string_view::npos || first[open] != '{') return false;
  const std::size_t key = first.find("\"format\"");
  const std::size_t at = first.find(format);
  return key != std::string_view::npos && at != std::string_view::npos && key < at && at - key < 20;
}

tl::expected<Account, std::string> read_account(std::string_view json, std::span<const std::string> texts) {
  simdjson::dom::parser parser;
  JsonValue root;
  const auto error = parser.parse(json.data(), json.size()).get(root);
  if (error != simdjson::SUCCESS)
    return tl::unexpected(fmt::format("is not JSON ({})", simdjson::error_message(error)));
  try {
    return AccountReader(root, texts).read();
  } catch (const BadAccount& reason) {
    return tl::unexpected(std::string("is not an account: it ") + reason.what());
  }
}

tl::expected<Account, std::string> read_account(std::string_view json) { return read_account(json, {}); }

}  // namespace hearsay
