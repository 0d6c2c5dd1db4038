// The JSON of shared contract "hearsay/.../1". Keys keep the order in which they are set here.
#include "present/json.h"

#include "base/utf8.h"

#include <nlohmann/json.hpp>

namespace hearsay {

namespace {

using Json = nlohmann::ordered_json;

// One article's spans as the code points they are printed in.
class Positions {
 public:
  explicit Positions(const Article& article) : text_(article.text), index_(article.text) {}

  Json span(Span bytes) const {
    const Span points = index_.in_code_points(bytes);
    return {{"begin", points.begin}, {"end", points.end}};
  }
  Json spans(const std::vector<Span>& bytes) const {
    Json list = Json::array();
    for (const Span s : bytes) list.push_back(span(s));
    return list;
  }
  Json quoted(Span bytes) const {
    Json object = span(bytes);
    object["text"] = words_at(text_, bytes);
    return object;
  }

 private:
  std::string_view text_;
  CodePointIndex index_;
};

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }

// Whole numbers without ".0", so that a count reads as one.
Json number(const std::optional<double>& value) {
  if (!value) return nullptr;
  constexpr double exact = 9007199254740992.0;
  if (*value == static_cast<double>(static_cast<std::int64_t>(*value<exact&& * value> - exact ? *value : 0.5))) {
    return static_cast<std::int64_t>(*value);
  }
  return *value;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json describe(const Article& article, const Positions& positions, bool with_text) {
  Json json = {{"format", "hearsay/article/1"},
               {"id", article.id},
               {"location", article.location},
               {"outlet", or_null(article.outlet)},
               {"title", or_null(article.title)}};
  json["published"] = article.published ? Json(to_iso(*article.published)) : Json(nullptr);
  json["language"] = or_null(article.language);
  if (with_text) json["text"] = article.text;
  json["boilerplate"] = Json::array();
  for (const Boilerplate& part : article.boilerplate) {
    Json span = positions.span(part.span);
    span["why"] = part.why;
    json["boilerplate"].push_back(span);
  }
  return json;
}

void add_tokens(Json& json, const Dissection& dissection, const Positions& positions) {
  json["tokens"] = Json::array();
  for (const Token& token : dissection.tokens) {
    Json entry = positions.span(token.span);
    entry["tag"] = to_text(token.tag);
    entry["lemma"] = token.lemma;
    entry["head"] = token.head;
    entry["relation"] = to_text(token.relation);
    json["tokens"].push_back(entry);
  }
}

void add_names(Json& json, const Names& names, const Positions& positions) {
  json["entities"] = Json::array();
  for (const Mention& mention : names.mentions) {
    Json entry = positions.span(mention.span);
    entry["kind"] = to_text(mention.kind);
    entry["name"] = names.named[mention.named].name;
    entry["why"] = mention.why;
    json["entities"].push_back(entry);
  }
  json["references"] = Json::array();
  for (const Reference& reference : names.references) {
    Json entry = positions.span(reference.span);
    entry["antecedent"] = positions.quoted(reference.antecedent);
    entry["why"] = reference.why;
    json["references"].push_back(entry);
  }
}

void add_times(Json& json, const std::vector<Time>& times, const Positions& positions) {
  json["times"] = Json::array();
  for (const Time& time : times) {
    Json entry = positions.span(time.span);
    entry["type"] = to_text(time.type);
    entry["value"] = time.value;
    entry["mod"] = or_null(time.mod);
    entry["from"] = or_null(time.from);
    entry["to"] = or_null(time.to);
    entry["why"] = time.why;
    json["times"].push_back(entry);
  }
}

void add_quantities(Json& json, const std::vector<Quantity>& quantities, const Positions& positions) {
  json["quantities"] = Json::array();
  for (const Quantity& quantity : quantities) {
    Json entry = positions.span(quantity.span);
    entry["low"] = number(quantity.low);
    entry["high"] = number(quantity.high);
    entry["approximate"] = quantity.approximate;
    entry["unit"] = or_null(quantity.unit);
    entry["of"] = or_null(quantity.of);
    entry["why"] = quantity.why;
    json["quantities"].push_back(entry);
  }
}

void add_attributions(Json& json, const std::vector<Attribution>& attributions, const Positions& positions) {
  json["attributions"] = Json::array();
  for (const Attribution& attribution : attributions) {
    Json entry;
    entry["source"] = attribution.source ? positions.span(*attribution.source) : Json(nullptr);
    entry["recipient"] = attribution.recipient ? positions.span(*attribution.recipient) : Json(nullptr);
    entry["cue"] = attribution.cue ? positions.span(*attribution.cue) : Json(nullptr);
    entry["content"] = positions.spans(attribution.content);
    entry["kind"] = to_text(attribution.kind);
    entry["outer"] = or_null(attribution.outer);
    entry["why"] = attribution.why;
    json["attributions"].push_back(entry);
  }
}

}  // namespace

std::string to_json(const Article& article) { return dump(describe(article, Positions(article), true)); }

std::string to_json(const Article& article, const Marks& marks, bool with_tokens) {
  const Positions positions(article);
  Json json = describe(article, positions, true);
  json["sentences"] = Json::array();
  for (const Sentence& sentence : marks.dissection.sentences)
    json["sentences"].push_back(positions.span(sentence.span));
  if (with_tokens) add_tokens(json, marks.dissection, positions);
  add_names(json, marks.names, positions);
  add_times(json, marks.times, positions);
  add_quantities(json, marks.quantities, positions);
  add_attributions(json, marks.attributions, positions);
  return dump(json);
}

std::string to_json(const Story&, std::span<const Article>) { return {}; }
std::string to_json(const Account&) { return {}; }

}  // namespace hearsay
