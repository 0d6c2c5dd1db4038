// An account as JSON, format "hearsay/account/1". Ids are positions in the account's lists, counted from 1, so they
// hold within one account only. Beyond the contract's fields: "maybe" on entities, "fragile" on points, "omissions",
// "corrections" and "without" where the reader gave any.
#include "itemise/hosts.h"
#include "present/json.h"
#include "present/json_parts.h"

namespace hearsay {

namespace {

Json ids(char letter, const std::vector<std::size_t>& indices) {
  Json list = Json::array();
  for (const std::size_t index : indices) list.push_back(numbered_id(letter, index));
  return list;
}

Json id_or_null(char letter, const std::optional<std::size_t>& index) {
  return index ? Json(numbered_id(letter, *index)) : Json(nullptr);
}

// The printed form of one account. Holds references: lives only while the account is written.
class AccountWriter {
 public:
  explicit AccountWriter(const Account& account)
      : account_(account), positions_(positions_of(account.articles)), hosts_(find_hosts(account.claims)) {}

  Json write() const {
    Json json = {{"format", "hearsay/account/1"}};
    json["story"] = {{"title", account_.title}, {"begin", or_null(account_.begin)}, {"end", or_null(account_.end)}};
    json["articles"] = articles();
    json["copies"] = list_of(account_.copies, &AccountWriter::copy);
    json["entities"] = list_of(account_.entities, &AccountWriter::entity);
    json["claims"] = list_of(account_.claims, &AccountWriter::claim);
    json["origins"] = list_of(account_.origins, &AccountWriter::origin);
    json["points"] = list_of(account_.points, &AccountWriter::point);
    json["omissions"] = list_of(account_.omissions, &AccountWriter::omission);
    if (!account_.corrections.empty()) json["corrections"] = corrections();
    if (account_.without) json["without"] = without(*account_.without);
    return json;
  }

 private:
  template <class T>
  Json list_of(const std::vector<T>& values, Json (AccountWriter::*describe_one)(const T&, std::size_t) const) const {
    Json list = Json::array();
    for (std::size_t i = 0; i < values.size(); ++i) list.push_back((this->*describe_one)(values[i], i));
    return list;
  }

  Json articles() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < account_.articles.size(); ++i)
      list.push_back(describe(account_.articles[i], positions_[i]));
    return list;
  }

  Json copy(const Copy& copy, std::size_t) const { return describe(copy, account_.articles, positions_); }

  Json entity(const Entity& entity, std::size_t index) const {
    Json json = {{"id", numbered_id('e', index)}, {"kind", to_text(entity.kind)}, {"name", entity.name},
                 {"variants", entity.variants},   {"mentions", Json::array()},    {"why", entity.why},
                 {"maybe", Json::array()}};
    for (const EntityMention& mention : entity.mentions)
      json["mentions"].push_back(located(mention.article, mention.span));
    for (const MaybeSame& maybe : entity.maybe)
      json["maybe"].push_back({{"entity", numbered_id('e', maybe.entity)}, {"why", maybe.why}});
    return json;
  }

  Json claim(const Claim& claim, std::size_t index) const {
    const Positions& positions = positions_[claim.article];
    Json json = {{"id", numbered_id('c', index)}, {"article", account_.articles[claim.article].id}};
    json.update(positions.quoted(claim.span));
    json["sources"] = Json::array();
    for (const Source& source : claim.sources) {
      Json entry = {{"name", source.name}, {"entity", id_or_null('e', source.entity)}};
      entry.update(positions.span(source.span));
      json["sources"].push_back(entry);
    }
    json["cue"] = claim.cue ? positions.quoted(*claim.cue) : Json(nullptr);
    json["stance"] = to_text(claim.stance);
    json["host"] = id_or_null('c', hosts_[index]);
    json["values"] = Json::array();
    for (const Value& value : claim.values) json["values"].push_back(described(value, positions));
    json["origin"] = numbered_id('o', claim.origin);
    json["point"] = numbered_id('p', claim.point);
    return json;
  }

  Json origin(const Origin& origin, std::size_t index) const {
    return {{"id", numbered_id('o', index)},
            {"name", origin.name},
            {"kind", to_text(origin.kind)},
            {"claims", ids('c', origin.claims)},
            {"why", origin.why}};
  }

  Json point(const Point& point, std::size_t index) const {
    Json json = {{"id", numbered_id('p', index)},
                 {"claims", ids('c', point.claims)},
                 {"representative", numbered_id('c', point.representative)},
                 {"standing", to_text(point.standing)}};
    json["origins"] = bracket(point.origins);
    json["origins"]["ids"] = ids('o', point.origin_ids);
    json["reporters"] = bracket(point.reporters);
    json["disagreements"] = Json::array();
    for (const Disagreement& disagreement : point.disagreements) {
      json["disagreements"].push_back({{"kind", to_text(disagreement.kind)},
                                       {"relation", to_text(disagreement.relation)},
                                       {"claims", ids('c', disagreement.claims)},
                                       {"why", disagreement.why}});
    }
    json["fragile"] = {{"one_article", point.one_article}, {"one_origin", point.one_origin}};
    return json;
  }

  Json omission(const Omission& omission, std::size_t) const {
    return {{"count", omission.count}, {"what", omission.what}};
  }

  Json corrections() const {
    Json list = Json::array();
    for (const CorrectionOutcome& outcome : account_.corrections)
      list.push_back(
          {{"line", outcome.line}, {"text", outcome.text}, {"applied", outcome.applied}, {"why", outcome.why}});
    return list;
  }

  Json without(const Without& without) const {
    Json json = {{"left_out", Json::array()}, {"claims", without.claims}, {"points", without.points}};
    for (const Without::Part& part : without.parts)
      json["left_out"].push_back({{"asked", part.asked},
                                  {"what", part.what.empty() ? Json(nullptr) : Json(part.what)},
                                  {"articles", part.articles},
                                  {"copies_kept", part.copies},
                                  {"claims", part.claims}});
    json["lost"] = Json::array();
    for (const PointBefore& before : without.lost) json["lost"].push_back(described(before));
    json["changed"] = Json::array();
    for (const PointBefore& before : without.changed) {
      Json entry = described(before);
      entry["point"] = numbered_id('p', *before.point);
      entry["disagreements_gone"] = Json::array();
      for (const Disagreement& gone : before.gone)
        entry["disagreements_gone"].push_back({{"kind", to_text(gone.kind)}, {"relation", to_text(gone.relation)}});
      json["changed"].push_back(entry);
    }
    return json;
  }

  // A point as the full account had it. "full_point" is its id there.
  static Json described(const PointBefore& before) {
    return {{"full_point", numbered_id('p', before.number)},
            {"article", before.article},
            {"text", before.words},
            {"standing", to_text(before.standing)},
            {"origins", {{"min", before.origins.min}, {"max", before.origins.max}}},
            {"reporters", {{"min", before.reporters.min}, {"max", before.reporters.max}}}};
  }

  Json located(std::size_t article, Span span) const {
    Json json = {{"article", account_.articles[article].id}};
    json.update(positions_[article].span(span));
    return json;
  }

  static Json bracket(const Bracket& bracket) {
    return {{"min", bracket.min}, {"max", bracket.max}, {"why", bracket.why}};
  }

  static Json described(const Value& value, const Positions& positions) {
    Json json = {{"kind", "place"}};
    json.update(positions.quoted(value.span));
    if (const auto* quantity = std::get_if<QuantityValue>(&value.what)) {
      json["kind"] = "quantity";
      json["low"] = number_or_null(quantity->low);
      json["high"] = number_or_null(quantity->high);
      json["approximate"] = quantity->approximate;
      json["unit"] = or_null(quantity->unit);
      json["of"] = or_null(quantity->of);
    } else if (const auto* date = std::get_if<DateValue>(&value.what)) {
      json["kind"] = "date";
      json["from"] = or_null(date->from);
      json["to"] = or_null(date->to);
      json["value"] = date->value;
    } else {
      json["entity"] = id_or_null('e', std::get<PlaceValue>(value.what).entity);
    }
    return json;
  }

  const Account& account_;
  std::vector<Positions> positions_;
  std::vector<std::optional<std::size_t>> hosts_;  // of each claim
};

}  // namespace

std::string to_json(const Account& account) { return dump(AccountWriter(account).write()); }

}  // namespace hearsay
