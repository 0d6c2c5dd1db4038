// An account as JSON, format "hearsay/account/1". Ids are positions in the account's lists, counted from 1, so they
// hold within one account only. Beyond the contract's fields: "maybe" on entities, "address" and "fragile" on points,
// "omissions"; "updates" where articles came again otherwise; "corrections" and "without" where the reader gave any.
#include "itemise/propositions/hosts.h"
#include "present/json/json.h"
#include "present/json/json_parts.h"
#include "present/words/addresses.h"

namespace hearsay {

namespace {

// Writes one account. Holds a reference: lives only while the account is written.
class AccountWriter {
 public:
  // `whole`: with what follows from the rest and the articles' texts.
  AccountWriter(const Account& account, bool whole)
      : account_(account), whole_(whole), positions_(positions_of(account.articles)) {
    if (!whole) return;
    hosts_ = find_hosts(account.claims);
    addresses_ = point_addresses(account);
  }

  std::string write() {
    out_.begin_object().add("format", whole_ ? "hearsay/account/1" : "hearsay/kept-account/1");
    out_.key("story").begin_object().add("title", account_.title);
    add_day("begin", account_.begin, out_);
    add_day("end", account_.end, out_);
    out_.end_object();
    add_all("articles", account_.articles, &AccountWriter::article);
    add_all("copies", account_.copies, &AccountWriter::copy);
    add_all("entities", account_.entities, &AccountWriter::entity);
    add_all("claims", account_.claims, &AccountWriter::claim);
    add_all("origins", account_.origins, &AccountWriter::origin);
    add_all("points", account_.points, &AccountWriter::point);
    add_all("omissions", account_.omissions, &AccountWriter::omission);
    if (!account_.updates.empty()) add_all("updates", account_.updates, &AccountWriter::update);
    if (!account_.corrections.empty()) add_all("corrections", account_.corrections, &AccountWriter::correction);
    if (account_.without) add_without(*account_.without);
    return out_.end_object().take();
  }

 private:
  // Each item as an object, of which `write_one` writes what stands inside.
  template <class T>
  void add_all(std::string_view name, const std::vector<T>& items,
               void (AccountWriter::*write_one)(const T&, std::size_t)) {
    std::size_t number = 0;
    out_.add_objects(name, items, [&](const T& item) { (this->*write_one)(item, number++); });
  }

  void article(const Article& article, std::size_t number) {
    add_article(article, out_);
    add_boilerplate(article, positions_[number], out_);
  }

  void update(const ArticleUpdate& update, std::size_t) {
    out_.add("article", id_of_article(update.article)).add("kind", update.kind);
    if (update.span)
      positions_[update.article].add_span(*update.span, out_);
    else
      out_.add("begin", std::optional<std::size_t>()).add("end", std::optional<std::size_t>());
    out_.add("before", update.before).add("after", update.after);
  }

  void copy(const Copy& copy, std::size_t) {
    const Positions& from = positions_[copy.from];
    const Positions& to = positions_[copy.to];
    out_.add("from", id_of_article(copy.from)).add("to", id_of_article(copy.to)).add("kind", to_text(copy.kind));
    out_.add("share", copy.share).add("direction", copy.direction_known ? "known" : "unknown");
    out_.add_objects("passages", copy.passages, [&](const Passage& passage) {
      add_span("from", from, passage.from);
      add_span("to", to, passage.to);
    });
    out_.add_objects("changes", copy.changes, [&](const Change& change) {
      out_.add("kind", to_text(change.kind));
      add_quoted("from", from, change.from);
      add_quoted("to", to, change.to);
    });
    out_.add("why", copy.why);
  }

  void entity(const Entity& entity, std::size_t number) {
    number_of('e', number);
    out_.add("kind", to_text(entity.kind)).add("name", entity.name);
    out_.add_values("variants", entity.variants);
    out_.add_objects("mentions", entity.mentions, [&](const EntityMention& mention) {
      out_.add("article", id_of_article(mention.article));
      positions_[mention.article].add_span(mention.span, out_);
    });
    out_.add("why", entity.why);
    out_.add_objects("maybe", entity.maybe, [&](const MaybeSame& maybe) {
      out_.add("entity", numbered_id('e', maybe.entity)).add("why", maybe.why);
    });
  }

  void claim(const Claim& claim, std::size_t number) {
    const Positions& positions = positions_[claim.article];
    number_of('c', number);
    out_.add("article", id_of_article(claim.article));
    quote(claim.span, positions);
    out_.add_objects("sources", claim.sources, [&](const Source& source) {
      out_.add("name", source.name);
      add_id("entity", 'e', source.entity);
      positions.add_span(source.span, out_);
    });
    add_quoted("cue", positions, claim.cue);
    out_.add("stance", to_text(claim.stance));
    if (whole_) add_id("host", 'c', hosts_[number]);
    out_.add_objects("values", claim.values, [&](const Value& value) { describe(value, positions); });
    out_.add_objects("stand_ins", claim.stand_ins, [&](const StandIn& one) {
      quote(one.word, positions);
      add_quoted("named", positions, one.named);
    });
    add_quoted("context", positions, claim.context);
    out_.add("origin", numbered_id('o', claim.origin)).add("point", numbered_id('p', claim.point));
  }

  void describe(const Value& value, const Positions& positions) {
    const auto* quantity = std::get_if<QuantityValue>(&value.what);
    const auto* date = std::get_if<DateValue>(&value.what);
    out_.add("kind", quantity ? "quantity" : date ? "date" : "place");
    quote(value.span, positions);
    if (quantity) {
      out_.add("low", quantity->low).add("high", quantity->high).add("approximate", quantity->approximate);
      out_.add("unit", quantity->unit).add("of", quantity->of);
    } else if (date) {
      add_day("from", date->from, out_);
      add_day("to", date->to, out_);
      out_.add("value", date->value);
    } else {
      add_id("entity", 'e', std::get<PlaceValue>(value.what).entity);
    }
  }

  void origin(const Origin& origin, std::size_t number) {
    number_of('o', number);
    out_.add("name", origin.name).add("kind", to_text(origin.kind));
    add_ids("claims", 'c', origin.claims);
    out_.add("why", origin.why);
  }

  void point(const Point& point, std::size_t number) {
    number_of('p', number);
    if (whole_) out_.add("address", addresses_[number]);
    add_ids("claims", 'c', point.claims);
    out_.add("representative", numbered_id('c', point.representative)).add("standing", to_text(point.standing));
    begin_bracket("origins", point.origins).add_values("why", point.origins.why);
    add_ids("ids", 'o', point.origin_ids);
    out_.end_object();
    begin_bracket("reporters", point.reporters).add_values("why", point.reporters.why).end_object();
    out_.add_objects("disagreements", point.disagreements, [&](const Disagreement& disagreement) {
      add_kind(disagreement);
      add_ids("claims", 'c', disagreement.claims);
      out_.add("why", disagreement.why);
    });
    out_.key("fragile").begin_object().add("one_article", point.one_article);
    out_.add("one_origin", point.one_origin).end_object();
  }

  void omission(const Omission& omission, std::size_t) { out_.add("count", omission.count).add("what", omission.what); }

  void correction(const CorrectionOutcome& outcome, std::size_t) {
    out_.add("line", outcome.line).add("text", outcome.text).add("applied", outcome.applied).add("why", outcome.why);
  }

  void add_without(const Without& without) {
    out_.key("without").begin_object();
    out_.add_objects("left_out", without.parts, [&](const Without::Part& part) {
      out_.add("asked", part.asked).add("what", part.what.empty() ? std::nullopt : std::optional(part.what));
      out_.add_values("articles", part.articles).add_values("copies_kept", part.copies).add("claims", part.claims);
    });
    out_.add("claims", without.claims).add("points", without.points);
    out_.add_objects("lost", without.lost, [&](const PointBefore& before) { describe(before); });
    out_.add_objects("changed", without.changed, [&](const PointBefore& before) {
      describe(before);
      out_.add("point", numbered_id('p', *before.point));
      out_.add_objects("disagreements_gone", before.gone, [&](const Disagreement& gone) { add_kind(gone); });
    });
    out_.end_object();
  }

  // A point as the full account had it. "full_point" is its id there.
  void describe(const PointBefore& before) {
    out_.add("full_point", numbered_id('p', before.number)).add("article", before.article).add("text", before.words);
    out_.add("standing", to_text(before.standing));
    begin_bracket("origins", before.origins).end_object();
    begin_bracket("reporters", before.reporters).end_object();
  }

  JsonText& begin_bracket(std::string_view name, const Bracket& bracket) {
    return out_.key(name).begin_object().add("min", bracket.min).add("max", bracket.max);
  }

  void add_kind(const Disagreement& disagreement) {
    out_.add("kind", to_text(disagreement.kind)).add("relation", to_text(disagreement.relation));
  }

  void add_span(std::string_view name, const Positions& positions, Span span) {
    out_.key(name).begin_object();
    positions.add_span(span, out_);
    out_.end_object();
  }

  void add_quoted(std::string_view name, const Positions& positions, Span span) {
    out_.key(name).begin_object();
    quote(span, positions);
    out_.end_object();
  }

  void add_quoted(std::string_view name, const Positions& positions, const std::optional<Span>& span) {
    if (span)
      add_quoted(name, positions, *span);
    else
      out_.key(name).raw("null");
  }

  void quote(Span span, const Positions& positions) {
    if (whole_)
      positions.add_quoted(span, out_);
    else
      positions.add_span(span, out_);
  }

  void number_of(char letter, std::size_t number) {
    if (whole_) out_.add("id", numbered_id(letter, number));
  }

  void add_id(std::string_view name, char letter, const std::optional<std::size_t>& index) {
    out_.add(name, index ? std::optional(numbered_id(letter, *index)) : std::nullopt);
  }

  void add_ids(std::string_view name, char letter, const std::vector<std::size_t>& indices) {
    out_.add_list(name, indices, [&](std::size_t index) { out_.value(numbered_id(letter, index)); });
  }

  const std::string& id_of_article(std::size_t number) const { return account_.articles[number].id; }

  const Account& account_;
  bool whole_;
  std::vector<Positions> positions_;
  std::vector<std::optional<std::size_t>> hosts_;  // of each claim
  std::vector<std::string> addresses_;             // of each point
  JsonText out_;
};

}  // namespace

std::string to_json(const Account& account) { return AccountWriter(account, true).write(); }

std::string to_kept_json(const Account& account) { return AccountWriter(account, false).write(); }

}  // namespace hearsay
