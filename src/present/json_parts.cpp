// Parts of the printed JSON that several values hold. A span is given in code points, as the W3C TextPositionSelector
// counts them, and where its words stand beside it they are exactly the article's.
#include "present/json_parts.h"

#include <cmath>
#include <cstdint>

namespace hearsay {

Json Positions::span(Span bytes) const {
  const Span points = index_.in_code_points(bytes);
  return {{"begin", points.begin}, {"end", points.end}};
}

Json Positions::spans(const std::vector<Span>& bytes) const {
  Json list = Json::array();
  for (const Span s : bytes) list.push_back(span(s));
  return list;
}

Json Positions::quoted(Span bytes) const {
  Json object = span(bytes);
  object["text"] = words_at(text_, bytes);
  return object;
}

std::vector<Positions> positions_of(std::span<const Article> articles) { return {articles.begin(), articles.end()}; }

Json or_null(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }

Json number_or_null(const std::optional<double>& value) {
  if (!value || !std::isfinite(*value)) return nullptr;
  constexpr double exact = 9007199254740992.0;  // 2^53: beyond it a double no longer tells whole numbers apart
  if (std::abs(*value) < exact && std::trunc(*value) == *value) return static_cast<std::int64_t>(*value);
  return *value;
}

std::string numbered_id(char letter, std::size_t index) { return letter + std::to_string(index + 1); }

namespace {

std::optional<std::string> iso_or_nothing(const std::optional<Moment>& moment) {
  return moment ? std::optional(to_iso(*moment)) : std::nullopt;
}

void add_texts(std::string_view key, const std::vector<std::string>& texts, JsonText& out) {
  if (texts.empty()) return;
  out.key(key).begin_array();
  for (const std::string& text : texts) out.value(text);
  out.end_array();
}

// What pages and feeds state beyond the title and the day; absent from plain texts.
void add_statements(const Article& article, JsonText& out) {
  if (article.address) out.add("address", *article.address);
  if (article.modified) out.add("modified", to_iso(*article.modified));
  add_texts("authors", article.authors, out);
  add_texts("stated_origins", article.stated_origins, out);
  if (article.statements.empty()) return;
  out.key("statements").begin_array();
  for (const Statement& statement : article.statements)
    out.begin_object().add("what", statement.what).add("where", statement.where).end_object();
  out.end_array();
}

}  // namespace

void describe(const Article& article, JsonText& out) {
  out.add("format", "hearsay/article/1").add("id", article.id).add("location", article.location);
  out.add("outlet", article.outlet).add("title", article.title);
  out.add("published", iso_or_nothing(article.published)).add("language", article.language);
  add_statements(article, out);
}

Json describe(const Article& article, const Positions& positions) {
  JsonText known("{}");
  describe(article, known);
  Json json = Json::parse(known.end_object().take());
  json["boilerplate"] = Json::array();
  for (const Boilerplate& part : article.boilerplate) {
    Json span = positions.span(part.span);
    span["why"] = part.why;
    json["boilerplate"].push_back(span);
  }
  return json;
}

Json describe(const Copy& copy, std::span<const Article> articles, std::span<const Positions> positions) {
  Json json = {{"from", articles[copy.from].id},
               {"to", articles[copy.to].id},
               {"kind", to_text(copy.kind)},
               {"share", number_or_null(copy.share)},
               {"direction", copy.direction_known ? "known" : "unknown"}};
  json["passages"] = Json::array();
  for (const Passage& passage : copy.passages) {
    json["passages"].push_back(
        {{"from", positions[copy.from].span(passage.from)}, {"to", positions[copy.to].span(passage.to)}});
  }
  json["changes"] = Json::array();
  for (const Change& change : copy.changes) {
    json["changes"].push_back({{"kind", to_text(change.kind)},
                               {"from", positions[copy.from].quoted(change.from)},
                               {"to", positions[copy.to].quoted(change.to)}});
  }
  json["why"] = copy.why;
  return json;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace hearsay
