// The same statements twice: as PROV-JSON (w3.org/Submission/prov-json) and PROV-N (w3.org/TR/prov-n).
#include "publish/annotations/provenance.h"

#include "base/directions.h"
#include "present/json/json_parts.h"
#include "present/words/phrases.h"
#include "publish/annotations/lasting_ids.h"
#include "publish/tables/story_facts.h"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace hearsay {

namespace {

constexpr const char* own_names = "urn:hearsay:account:";
constexpr const char* dublin_core = "http://purl.org/dc/terms/";

// An entity or agent: its name, what it is, and its attributes, in order.
struct Thing {
  std::string name;
  std::string type;  // a name from PROV or from the account's namespace, or empty
  std::vector<std::pair<std::string, std::string>> says;
};

struct Derivation {
  std::string made;
  std::string from;
  std::string type;  // "prov:Quotation", or empty
};

struct Provenance {
  std::vector<Thing> entities;
  std::vector<Thing> agents;
  std::vector<Derivation> derivations;
  std::vector<std::pair<std::string, std::string>> attributions;  // entity, agent
};

std::string name_of(char letter, std::size_t number) { return "account:" + numbered_id(letter, number); }

class ProvenanceMaker {
 public:
  explicit ProvenanceMaker(const Account& account) : account_(account) {}

  Provenance make() {
    for (std::size_t i = 0; i < account_.articles.size(); ++i) add_article(i);
    for (std::size_t i = 0; i < account_.origins.size(); ++i) add_origin(i);
    for (std::size_t i = 0; i < account_.claims.size(); ++i) add_claim(i);
    for (const Copy& copy : account_.copies) add_copy(copy);
    return std::move(made_);
  }

 private:
  static std::string article(std::size_t number) { return name_of('a', number); }

  void add_article(std::size_t number) {
    const Article& article = account_.articles[number];
    Thing thing{this->article(number), "account:Article", {{"dcterms:identifier", article.id}}};
    if (article.title) thing.says.emplace_back("dcterms:title", *article.title);
    if (article.published) thing.says.emplace_back("dcterms:issued", to_iso(*article.published));
    thing.says.emplace_back("dcterms:source", address_of(article));
    const std::string outlet(newsroom_name(article));
    const auto [found, is_new] = outlets_.try_emplace(outlet, outlets_.size());
    const std::string agent = name_of('n', found->second);
    if (is_new) made_.agents.push_back({agent, "prov:Organization", {{"prov:label", outlet}}});
    made_.attributions.emplace_back(thing.name, agent);
    made_.entities.push_back(std::move(thing));
  }

  // What an origin said, and who said it.
  void add_origin(std::size_t number) {
    const Origin& origin = account_.origins[number];
    const bool person = origin.kind == OriginKind::speaker;
    const bool body = origin.kind == OriginKind::organization || origin.kind == OriginKind::outlet;
    made_.entities.push_back({name_of('s', number), "account:Statement", {{"prov:label", origin.name}}});
    made_.agents.push_back({name_of('o', number),
                            person ? "prov:Person"
                            : body ? "prov:Organization"
                                   : "",
                            {{"prov:label", origin.name}, {"account:kind", std::string(to_text(origin.kind))}}});
    made_.attributions.emplace_back(name_of('s', number), name_of('o', number));
  }

  void add_claim(std::size_t number) {
    const Claim& claim = account_.claims[number];
    made_.entities.push_back(
        {name_of('c', number),
         "account:Claim",
         {{"prov:value", std::string(known_words(account_.articles[claim.article], claim.span).value_or(""))},
          {"account:stance", std::string(to_text(claim.stance))},
          {"account:point", numbered_id('p', claim.point)}}});
    made_.derivations.push_back({name_of('c', number), article(claim.article), "prov:Quotation"});
    made_.derivations.push_back({name_of('c', number), name_of('s', claim.origin), "prov:PrimarySource"});
  }

  // Of two articles with a common source neither is derived from the other; only the copies table has that.
  void add_copy(const Copy& copy) {
    if (copy.kind == CopyKind::common_source || !copy.direction_known) return;
    made_.derivations.push_back(
        {article(copy.to), article(copy.from), copy.kind == CopyKind::revision ? "prov:Revision" : ""});
  }

  const Account& account_;
  Provenance made_;
  std::map<std::string, std::size_t> outlets_;
};

void add_type(JsonText& out, const std::string& type) {
  if (type.empty()) return;
  out.key("prov:type").begin_object().add("$", type).add("type", "prov:QUALIFIED_NAME").end_object();
}

void add_things(JsonText& out, const char* kind, const std::vector<Thing>& things) {
  out.key(kind).begin_object();
  for (const Thing& thing : things) {
    out.key(thing.name).begin_object();
    add_type(out, thing.type);
    for (const auto& [key, value] : thing.says) out.add(key, value);
    out.end_object();
  }
  out.end_object();
}

// A string literal of PROV-N, which is that of Turtle.
std::string literal(const std::string& text) {
  std::string out = "\"";
  for (const char c : without_turns(text)) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else
      out += static_cast<unsigned char>(c) < 0x20 ? std::string("\uFFFD") : std::string(1, c);
  }
  return out + '"';
}

void write_things(const char* kind, const std::vector<Thing>& things, const Write& write) {
  for (const Thing& thing : things) {
    std::string says = thing.type.empty() ? "" : fmt::format("prov:type='{}'", thing.type);
    for (const auto& [key, value] : thing.says)
      says += fmt::format("{}{}={}", says.empty() ? "" : ", ", key, literal(value));
    write(fmt::format("  {}({}{})\n", kind, thing.name, says.empty() ? "" : ", [" + says + "]"));
  }
}

}  // namespace

void write_prov_json(const Account& account, const Write& write) {
  const Provenance all = ProvenanceMaker(account).make();
  JsonText out;
  out.begin_object().key("prefix").begin_object().add("account", own_names).add("dcterms", dublin_core).end_object();
  add_things(out, "entity", all.entities);
  add_things(out, "agent", all.agents);
  std::size_t number = 0;
  out.key("wasDerivedFrom").begin_object();
  for (const Derivation& derivation : all.derivations) {
    out.key(fmt::format("_:d{}", ++number)).begin_object();
    out.add("prov:generatedEntity", derivation.made).add("prov:usedEntity", derivation.from);
    add_type(out, derivation.type);
    out.end_object();
  }
  out.end_object().key("wasAttributedTo").begin_object();
  for (const auto& [entity, agent] : all.attributions) {
    out.key(fmt::format("_:t{}", ++number)).begin_object();
    out.add("prov:entity", entity).add("prov:agent", agent).end_object();
  }
  write(out.end_object().end_object().take() + "\n");
}

void write_prov_n(const Account& account, const Write& write) {
  const Provenance all = ProvenanceMaker(account).make();
  write(fmt::format("document\n  prefix account <{}>\n  prefix dcterms <{}>\n", own_names, dublin_core));
  write_things("entity", all.entities, write);
  write_things("agent", all.agents, write);
  for (const auto& [made, from, type] : all.derivations)
    write(fmt::format("  wasDerivedFrom({}, {}, -, -, -{})\n", made, from,
                      type.empty() ? "" : fmt::format(", [prov:type='{}']", type)));
  for (const auto& [entity, agent] : all.attributions) write(fmt::format("  wasAttributedTo({}, {})\n", entity, agent));
  write("endDocument\n");
}

}  // namespace hearsay
