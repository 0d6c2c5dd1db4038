// Every number that comes from outside is held against the list it points into before it is used, so that whatever is
// made of the account need not doubt it. Texts are put together in code points, as the JSON counts them, and become
// UTF-8 at the end.
#include "run/account_reading.h"

#include "base/utf8.h"
#include "run/sparse_text.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <charconv>
#include <map>
#include <stdexcept>

namespace hearsay {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;

// Of all articles together: an account of few bytes must not take all memory by a number in it.
constexpr std::size_t most_code_points = 64u << 20;

// Ends the reading of this account; what() is the reason.
struct BadAccount : std::runtime_error {
  using std::runtime_error::runtime_error;
};

element need(element row, const char* key) {
  element value;
  if (row[key].get(value) != simdjson::SUCCESS)
    throw BadAccount(fmt::format("has no \"{}\" where one must stand", key));
  return value;
}

std::optional<element> may_have(element row, const char* key) {
  element value;
  if (row[key].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::vector<element> items_of(element value, const char* key) {
  array items;
  if (value.get(items) != simdjson::SUCCESS) throw BadAccount(fmt::format("has a \"{}\" that is no list", key));
  return {items.begin(), items.end()};
}

std::vector<element> list(element row, const char* key) { return items_of(need(row, key), key); }

std::vector<element> may_list(element row, const char* key) {
  const auto value = may_have(row, key);
  return value ? items_of(*value, key) : std::vector<element>();
}

std::string as_text(element value, const char* key) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) throw BadAccount(fmt::format("has a \"{}\" that is no text", key));
  return std::string(text);
}

std::string text(element row, const char* key) { return as_text(need(row, key), key); }

std::optional<std::string> may_text(element row, const char* key) {
  const auto value = may_have(row, key);
  return value ? std::optional(as_text(*value, key)) : std::nullopt;
}

std::vector<std::string> texts(element row, const char* key) {
  std::vector<std::string> all;
  for (const element one : may_list(row, key)) all.push_back(as_text(one, key));
  return all;
}

bool truth(element row, const char* key) {
  bool value = false;
  if (need(row, key).get(value) != simdjson::SUCCESS)
    throw BadAccount(fmt::format("has a \"{}\" that is no true or false", key));
  return value;
}

std::size_t count(element row, const char* key) {
  std::uint64_t value = 0;
  if (need(row, key).get(value) != simdjson::SUCCESS)
    throw BadAccount(fmt::format("has a \"{}\" that is no count", key));
  return value;
}

std::optional<double> may_number(element row, const char* key) {
  const auto value = may_have(row, key);
  double number = 0;
  if (value && value->get(number) != simdjson::SUCCESS)
    throw BadAccount(fmt::format("has a \"{}\" that is no number", key));
  return value ? std::optional(number) : std::nullopt;
}

std::optional<Moment> may_moment(element row, const char* key) {
  const auto iso = may_text(row, key);
  if (!iso) return std::nullopt;
  const auto moment = parse_moment(*iso);
  if (!moment) throw BadAccount(fmt::format("has a \"{}\" that is no day or time", key));
  return moment;
}

std::optional<Day> may_day(element row, const char* key) {
  const auto moment = may_moment(row, key);
  return moment ? std::optional(moment->day) : std::nullopt;
}

// The value of an enumeration whose to_text() gives this word; its values go on without a gap from 0.
template <class Kind>
Kind kind(element row, const char* key, Kind last) {
  const std::string word = text(row, key);
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (to_text(static_cast<Kind>(i)) == word) return static_cast<Kind>(i);
  throw BadAccount(fmt::format("has the {} \"{}\", which is none", key, word));
}

std::size_t index_of(std::string_view id, char letter, std::size_t size) {
  std::size_t number = 0;
  const bool shaped = id.size() > 1 && id[0] == letter;
  const auto [end, error] = shaped ? std::from_chars(id.data() + 1, id.data() + id.size(), number)
                                   : std::from_chars_result{id.data(), std::errc::invalid_argument};
  if (error != std::errc() || end != id.data() + id.size() || number == 0 || number > size)
    throw BadAccount(fmt::format("names \"{}\", which it has not", id));
  return number - 1;
}

class AccountReader {
 public:
  AccountReader(element root, std::span<const std::string> whole_texts) : root_(root), whole_texts_(whole_texts) {}

  Account read() {
    count_lists();
    const element story = need(root_, "story");
    account_.title = text(story, "title");
    account_.begin = may_day(story, "begin");
    account_.end = may_day(story, "end");
    for (const element row : list(root_, "articles")) account_.articles.push_back(article(row));
    for (const element row : list(root_, "copies")) account_.copies.push_back(copy(row));
    for (const element row : list(root_, "entities")) account_.entities.push_back(entity(row));
    for (const element row : list(root_, "claims")) account_.claims.push_back(claim(row));
    for (const element row : list(root_, "origins")) account_.origins.push_back(origin(row));
    for (const element row : list(root_, "points")) account_.points.push_back(point(row));
    for (const element row : may_list(root_, "omissions"))
      account_.omissions.push_back({count(row, "count"), text(row, "what")});
    for (const element row : may_list(root_, "corrections"))
      account_.corrections.push_back(
          {count(row, "line"), text(row, "text"), true, truth(row, "applied"), text(row, "why")});
    if (const auto without = may_have(root_, "without")) account_.without = read_without(*without);
    fill_texts();
    return std::move(account_);
  }

 private:
  void count_lists() {
    articles_ = list(root_, "articles").size();
    entities_ = list(root_, "entities").size();
    claims_ = list(root_, "claims").size();
    origins_ = list(root_, "origins").size();
    points_ = list(root_, "points").size();
    texts_.resize(articles_);
    if (whole_texts_.empty()) return;
    if (whole_texts_.size() != articles_) throw BadAccount("has not as many articles as there are texts");
    for (std::size_t i = 0; i < articles_; ++i) {
      const CodePointIndex index(whole_texts_[i]);
      texts_[i].put({0, index.code_points_before(whole_texts_[i].size())}, whole_texts_[i]);
    }
  }

  Article article(element row) {
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
    for (const element one : may_list(row, "statements"))
      article.statements.push_back({text(one, "what"), text(one, "where")});
    const std::size_t number = account_.articles.size();
    if (!numbers_.emplace(article.id, number).second)
      throw BadAccount(fmt::format("has two articles \"{}\"", article.id));
    for (const element part : list(row, "boilerplate"))
      article.boilerplate.push_back({span(part, number), text(part, "why")});
    return article;
  }

  std::size_t article_of(element row, const char* key) {
    const std::string id = text(row, key);
    const auto found = numbers_.find(id);
    if (found == numbers_.end()) throw BadAccount(fmt::format("names the article \"{}\", which it has not", id));
    return found->second;
  }

  // "begin" and "end", in code points for now; with the words between them where they are given.
  Span span(element row, std::size_t article, bool quoted = false) {
    const Span span{count(row, "begin"), count(row, "end")};
    SparseText& known = texts_[article];
    const std::size_t before = known.size();
    try {
      if (quoted)
        known.put(span, text(row, "text"));
      else
        known.reach(span);
    } catch (const std::length_error& error) {
      throw BadAccount(error.what());
    }
    code_points_ += known.size() - before;
    if (code_points_ > most_code_points) throw BadAccount("has spans that lie beyond what its articles can be (64 MB)");
    return span;
  }

  Copy copy(element row) {
    Copy copy;
    copy.from = article_of(row, "from");
    copy.to = article_of(row, "to");
    copy.kind = kind(row, "kind", CopyKind::revision);
    copy.share = may_number(row, "share").value_or(0);
    copy.direction_known = text(row, "direction") == "known";
    for (const element one : list(row, "passages"))
      copy.passages.push_back({span(need(one, "from"), copy.from), span(need(one, "to"), copy.to)});
    for (const element one : may_list(row, "changes"))
      copy.changes.push_back({kind(one, "kind", Change::Kind::reworded), span(need(one, "from"), copy.from, true),
                              span(need(one, "to"), copy.to, true)});
    copy.why = text(row, "why");
    return copy;
  }

  Entity entity(element row) {
    Entity entity;
    entity.kind = kind(row, "kind", EntityKind::other);
    entity.name = text(row, "name");
    entity.variants = texts(row, "variants");
    for (const element one : list(row, "mentions")) {
      const std::size_t article = article_of(one, "article");
      entity.mentions.push_back({article, span(one, article)});
    }
    entity.why = text(row, "why");
    for (const element one : may_list(row, "maybe"))
      entity.maybe.push_back({index_of(text(one, "entity"), 'e', entities_), text(one, "why")});
    return entity;
  }

  std::optional<std::size_t> may_index(element row, const char* key, char letter, std::size_t size) {
    const auto id = may_text(row, key);
    return id ? std::optional(index_of(*id, letter, size)) : std::nullopt;
  }

  std::vector<std::size_t> indices(element row, const char* key, char letter, std::size_t size) {
    std::vector<std::size_t> all;
    for (const element one : list(row, key)) all.push_back(index_of(as_text(one, key), letter, size));
    return all;
  }

  Claim claim(element row) {
    Claim claim;
    claim.article = article_of(row, "article");
    if (!account_.claims.empty() && claim.article < account_.claims.back().article)
      throw BadAccount("has claims that do not stand in the order of its articles");
    claim.span = span(row, claim.article, true);
    for (const element one : list(row, "sources"))
      claim.sources.push_back({text(one, "name"), may_index(one, "entity", 'e', entities_), span(one, claim.article)});
    if (const auto cue = may_have(row, "cue")) claim.cue = span(*cue, claim.article, true);
    claim.stance = kind(row, "stance", Stance::declines);
    for (const element one : list(row, "values")) claim.values.push_back(value(one, claim.article));
    claim.origin = index_of(text(row, "origin"), 'o', origins_);
    claim.point = index_of(text(row, "point"), 'p', points_);
    return claim;
  }

  Value value(element row, std::size_t article) {
    const Span where = span(row, article, true);
    const std::string word = text(row, "kind");
    if (word == "quantity")
      return {where, QuantityValue{may_number(row, "low"), may_number(row, "high"), truth(row, "approximate"),
                                   may_text(row, "unit"), may_text(row, "of")}};
    if (word == "date") return {where, DateValue{may_day(row, "from"), may_day(row, "to"), text(row, "value")}};
    if (word == "place") return {where, PlaceValue{may_index(row, "entity", 'e', entities_)}};
    throw BadAccount(fmt::format("has a value of the kind \"{}\", which is none", word));
  }

  Origin origin(element row) {
    Origin origin;
    origin.name = text(row, "name");
    origin.kind = kind(row, "kind", OriginKind::unnamed);
    origin.claims = indices(row, "claims", 'c', claims_);
    origin.why = text(row, "why");
    return origin;
  }

  Bracket bracket(element row, const char* key) {
    const element ends = need(row, key);
    return {count(ends, "min"), count(ends, "max"), texts(ends, "why")};
  }

  Disagreement disagreement(element row) {
    return {
        kind(row, "kind", DisagreementKind::scope), kind(row, "relation", DisagreementRelation::translation), {}, ""};
  }

  Point point(element row) {
    Point point;
    point.claims = indices(row, "claims", 'c', claims_);
    if (point.claims.empty()) throw BadAccount("has a point without a claim");
    point.representative = index_of(text(row, "representative"), 'c', claims_);
    point.standing = kind(row, "standing", Standing::background);
    point.origins = bracket(row, "origins");
    point.origin_ids = indices(need(row, "origins"), "ids", 'o', origins_);
    point.reporters = bracket(row, "reporters");
    for (const element one : list(row, "disagreements")) {
      point.disagreements.push_back(disagreement(one));
      point.disagreements.back().claims = indices(one, "claims", 'c', claims_);
      point.disagreements.back().why = text(one, "why");
    }
    if (const auto fragile = may_have(row, "fragile")) {
      point.one_article = truth(*fragile, "one_article");
      point.one_origin = truth(*fragile, "one_origin");
    }
    return point;
  }

  Without read_without(element row) {
    Without without;
    for (const element one : list(row, "left_out"))
      without.parts.push_back({text(one, "asked"), may_text(one, "what").value_or(""), texts(one, "articles"),
                               texts(one, "copies_kept"), count(one, "claims")});
    without.claims = count(row, "claims");
    without.points = count(row, "points");
    for (const element one : list(row, "lost")) without.lost.push_back(point_before(one));
    for (const element one : list(row, "changed")) {
      without.changed.push_back(point_before(one));
      without.changed.back().point = index_of(text(one, "point"), 'p', points_);
      for (const element gone : list(one, "disagreements_gone"))
        without.changed.back().gone.push_back(disagreement(gone));
    }
    return without;
  }

  PointBefore point_before(element row) {
    PointBefore before;
    before.number = index_of(text(row, "full_point"), 'p', SIZE_MAX);
    before.article = text(row, "article");
    before.words = text(row, "text");
    before.standing = kind(row, "standing", Standing::background);
    before.origins = bracket(row, "origins");
    before.reporters = bracket(row, "reporters");
    return before;
  }

  // Now that all words are known, the texts are made and every span counts their bytes.
  void fill_texts() {
    for (std::size_t i = 0; i < articles_; ++i) account_.articles[i].text = texts_[i].in_utf8();
    const auto to_bytes = [&](Span& span, std::size_t article) { span = texts_[article].in_bytes(span); };
    for (std::size_t i = 0; i < articles_; ++i)
      for (Boilerplate& part : account_.articles[i].boilerplate) to_bytes(part.span, i);
    for (Copy& copy : account_.copies) {
      for (Passage& passage : copy.passages) {
        to_bytes(passage.from, copy.from);
        to_bytes(passage.to, copy.to);
      }
      for (Change& change : copy.changes) {
        to_bytes(change.from, copy.from);
        to_bytes(change.to, copy.to);
      }
    }
    for (Entity& entity : account_.entities)
      for (EntityMention& mention : entity.mentions) to_bytes(mention.span, mention.article);
    for (Claim& claim : account_.claims) {
      to_bytes(claim.span, claim.article);
      if (claim.cue) to_bytes(*claim.cue, claim.article);
      for (Source& source : claim.sources) to_bytes(source.span, claim.article);
      for (Value& value : claim.values) to_bytes(value.span, claim.article);
    }
  }

  element root_;
  std::span<const std::string> whole_texts_;
  Account account_;
  std::map<std::string, std::size_t, std::less<>> numbers_;  // of articles, by their ids
  std::vector<SparseText> texts_;                            // of articles
  std::size_t code_points_ = 0;                              // of all of them
  std::size_t articles_ = 0;
  std::size_t entities_ = 0;
  std::size_t claims_ = 0;
  std::size_t origins_ = 0;
  std::size_t points_ = 0;
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
  element root;
  const auto error = parser.parse(json.data(), json.size()).get(root);
  if (error != simdjson::SUCCESS)
    return tl::unexpected(fmt::format("is not JSON ({})", simdjson::error_message(error)));
  try {
    return AccountReader(root, texts).read();
  } catch (const BadAccount& reason) {
    return tl::unexpected(std::string("is no account: it ") + reason.what());
  }
}

tl::expected<Account, std::string> read_account(std::string_view json) { return read_account(json, {}); }

}  // namespace hearsay
