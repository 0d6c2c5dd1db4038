// Articles and their marks as JSON, format "hearsay/article/1". Keys keep the order in which they are set here.
#include "present/json.h"

#include "present/json_parts.h"

namespace hearsay {

namespace {

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
    entry["low"] = number_or_null(quantity.low);
    entry["high"] = number_or_null(quantity.high);
    entry["approximate"] = quantity.approximate;
    entry["unit"] = or_null(quantity.unit);
    entry["of"] = or_null(quantity.of);
    entry["why"] = quantity.why;
    json["quantities"].push_back(entry);
  }
}

Json to_json(const Attribution& attribution, std::size_t number, const Positions& positions) {
  Json entry;
  entry["source"] = attribution.source ? positions.span(*attribution.source) : Json(nullptr);
  entry["recipient"] = attribution.recipient ? positions.span(*attribution.recipient) : Json(nullptr);
  entry["cue"] = attribution.cue ? positions.span(*attribution.cue) : Json(nullptr);
  entry["content"] = positions.spans(attribution.content);
  entry["kind"] = to_text(attribution.kind);
  entry["number"] = number;
  entry["outer"] = or_null(attribution.outer);
  entry["why"] = attribution.why;
  return entry;
}

// The outermost ones are "attributions", as PolNeAR has them; those inside another's content are "nested", each with the
// number of the one around it.
void add_attributions(Json& json, const std::vector<Attribution>& attributions, const Positions& positions) {
  json["attributions"] = Json::array();
  json["nested"] = Json::array();
  for (std::size_t i = 0; i < attributions.size(); ++i)
    json[attributions[i].outer ? "nested" : "attributions"].push_back(to_json(attributions[i], i, positions));
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

}  // namespace hearsay
