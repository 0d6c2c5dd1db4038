// Counting origins, not outlets. Named speakers and bodies are counted each once, who speaks for a body with the body;
// unnamed ones may be any of the others, and are two at the most: "officials" here and "a source" there seldom are
// many. An outlet that names nobody, where others name somebody, is taken to repeat them; where nobody is named by any,
// it may have its own witness. So the bracket's lower end holds what the texts prove, the upper end what they allow.
#include "match/origins.h"

#include "match/folding.h"
#include "match/unnamed_bodies.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace hearsay {

namespace {

struct Key {
  OriginKind kind;
  std::string name;
  auto operator<=>(const Key&) const = default;
};

std::string outlet_of(const Article& article) { return article.outlet ? *article.outlet : article.id; }

OriginKind kind_of(const Entity& entity) {
  return entity.kind == EntityKind::person ? OriginKind::speaker : OriginKind::organization;
}

bool is_document(const std::string& folded) {
  static constexpr std::string_view documents[] = {"report",          "statement", "document", "letter", "figures",
                                                   "records",         "data",      "survey",   "study",  "poll",
                                                   "court documents", "filing",    "memo",     "video"};
  return std::any_of(std::begin(documents), std::end(documents), [&](std::string_view word) {
    return folded == word || folded.ends_with(" " + std::string(word));
  });
}

// A name that the name finder did not know: two to four words, each with a capital and none all in capitals.
bool looks_like_a_name(const std::string& name) {
  std::istringstream words(name);
  std::size_t count = 0;
  for (std::string word; words >> word; ++count) {
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    const bool small = word.size() > 1 && word[1] >= 'a' && word[1] <= 'z';
    if (!capital || !small) return false;
  }
  return count >= 2 && count <= 4;
}

Key key_of(const Claim& claim, std::span<const Article> articles, std::span<const Entity> entities) {
  if (claim.sources.empty()) return {OriginKind::outlet, outlet_of(articles[claim.article])};
  const Source& last = claim.sources.back();
  if (last.entity) return {kind_of(entities[*last.entity]), entities[*last.entity].name};
  if (looks_like_a_name(last.name)) return {OriginKind::speaker, last.name};
  const std::string folded = fold(last.name);
  return {is_document(folded) ? OriginKind::document : OriginKind::unnamed, folded};
}

// The claims' keys, with phrases for one body brought together.
std::vector<Key> keys_of(std::span<const Article> articles, std::span<const Entity> entities,
                         std::span<const Claim> claims) {
  std::vector<Key> keys;
  std::map<Key, std::size_t> number_of;
  std::vector<Key> bodies;
  std::vector<BodyPhrase> phrases;
  for (const Claim& claim : claims) {
    keys.push_back(key_of(claim, articles, entities));
    const Key& key = keys.back();
    if (key.kind != OriginKind::unnamed && key.kind != OriginKind::organization) continue;
    if (!number_of.try_emplace(key, bodies.size()).second) continue;
    bodies.push_back(key);
    phrases.push_back({fold(key.name), key.kind == OriginKind::organization});
  }
  const std::vector<std::size_t> means = same_bodies(phrases);
  for (Key& key : keys) {
    const auto found = number_of.find(key);
    if (found != number_of.end()) key = bodies[means[found->second]];
  }
  return keys;
}

std::string plural(std::size_t count, const char* one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

// Articles that share text count as one newsroom at the least.
std::size_t newsrooms_at_least(const std::set<std::size_t>& articles, std::span<const Copy> copies) {
  std::map<std::size_t, std::size_t> parent;
  for (const std::size_t a : articles) parent[a] = a;
  const auto root = [&](std::size_t a) {
    while (parent[a] != a) a = parent[a];
    return a;
  };
  for (const Copy& copy : copies) {
    if (copy.kind == CopyKind::common_source || copy.kind == CopyKind::translation) continue;
    if (articles.contains(copy.from) && articles.contains(copy.to)) parent[root(copy.from)] = root(copy.to);
  }
  std::set<std::size_t> roots;
  for (const std::size_t a : articles) roots.insert(root(a));
  return roots.size();
}

Bracket count_reporters(const std::set<std::size_t>& articles, std::span<const Article> all,
                        std::span<const Copy> copies) {
  std::set<std::string> outlets;
  for (const std::size_t a : articles) outlets.insert(outlet_of(all[a]));
  Bracket bracket{std::min(newsrooms_at_least(articles, copies), outlets.size()), outlets.size(), {}};
  if (outlets.size() < articles.size()) {
    bracket.why.push_back(
        fmt::format("{} in {}", plural(articles.size(), "article"), plural(outlets.size(), "newsroom")));
  }
  for (const Copy& copy : copies) {
    if (!articles.contains(copy.from) || !articles.contains(copy.to)) continue;
    bracket.why.push_back(fmt::format("{} and {}: {}", outlet_of(all[copy.from]), outlet_of(all[copy.to]), copy.why));
  }
  return bracket;
}

// "Norland's ministry" and "the Norlandish ministry": as many words, each with the same beginning.
bool same_phrase(const std::string& a, const std::string& b) {
  std::istringstream words_a(a);
  std::istringstream words_b(b);
  std::string x;
  std::string y;
  while (words_a >> x) {
    if (!(words_b >> y)) return false;
    const auto differ = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
    const auto shared = static_cast<std::size_t>(differ.first - x.begin());
    if (x != y && (shared < 5 || shared + 3 < std::max(x.size(), y.size()))) return false;
  }
  return !(words_b >> y);
}

// The phrase among those known that means the same, or the key itself. Only names that begin alike are looked at.
Key known_phrase(const Key& key, const std::map<Key, std::size_t>& known) {
  if (known.contains(key)) return key;
  const std::string beginning = key.name.substr(0, 3);
  for (auto at = known.lower_bound({key.kind, beginning}); at != known.end(); ++at) {
    if (at->first.kind != key.kind || !at->first.name.starts_with(beginning)) break;
    if (same_phrase(at->first.name, key.name)) return at->first;
  }
  return key;
}

constexpr std::size_t most_unnamed = 2;  // independent ones among the unnamed sources of a point

std::optional<std::size_t> entity_named(const Key& key, std::span<const Entity> entities) {
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].name == key.name && kind_of(entities[e]) == key.kind) return e;
  }
  return std::nullopt;
}

class Weigher {
 public:
  Weigher(std::span<const std::size_t> point, const std::vector<bool>& sure, const Evidence& evidence)
      : point_(point), sure_(sure), evidence_(evidence) {}

  Support weigh() {
    for (std::size_t i = 0; i < point_.size(); ++i) {
      sort_in(evidence_.claims[point_[i]]);
      if (sure_[i]) surely_told_.insert(evidence_.claims[point_[i]].origin);
    }
    for (const auto& [origin, articles] : named_) spoken_.insert(articles.begin(), articles.end());
    for (const auto& [origin, articles] : unnamed_) spoken_.insert(articles.begin(), articles.end());
    Support support;
    for (const auto* part : {&named_, &unnamed_, &outlets_}) {
      for (const auto& [origin, articles] : *part) support.origins.push_back(origin);
    }
    support.bracket = bracket();
    support.reporters = count_reporters(articles_, evidence_.articles, evidence_.copies);
    return support;
  }

 private:
  using Telling = std::map<std::size_t, std::set<std::size_t>>;  // an origin and the articles that tell it

  void sort_in(const Claim& claim) {
    articles_.insert(claim.article);
    const OriginKind kind = evidence_.origins[claim.origin].kind;
    Telling& part = kind == OriginKind::outlet ? outlets_ : kind == OriginKind::unnamed ? unnamed_ : named_;
    part[claim.origin].insert(claim.article);
  }

  Bracket bracket() {
    Bracket bracket;
    bracket.max = bodies_at_most() + std::min(unnamed_.size(), most_unnamed);
    for (const auto& [origin, articles] : named_) {
      if (articles.size() < 2) continue;
      bracket.why.push_back(
          fmt::format("same speaker: {} in {}", evidence_.origins[origin].name, plural(articles.size(), "article")));
    }
    bracket.min = std::max<std::size_t>(bodies_at_least(bracket), named_.empty() && unnamed_.empty() ? 0 : 1);
    if (bracket.min < bracket.max && !unnamed_.empty()) {
      bracket.why.push_back(fmt::format("{} may be one of the others", plural(unnamed_.size(), "unnamed source")));
    }
    if (unnamed_.size() > most_unnamed) bracket.why.push_back("unnamed sources are counted as two at the most");
    count_own_voice(bracket);
    return bracket;
  }

  // A forest over origins: who speaks for a body hangs on it.
  class Bodies {
   public:
    void add(std::size_t origin) { parent_[origin] = origin; }

    // Says whether they were two until now.
    bool join(std::size_t person, std::size_t body) {
      if (!parent_.contains(person) || !parent_.contains(body) || root(person) == root(body)) return false;
      parent_[root(person)] = root(body);
      return true;
    }

    std::size_t count() const {
      return static_cast<std::size_t>(
          std::count_if(parent_.begin(), parent_.end(), [](const auto& link) { return link.first == link.second; }));
    }

   private:
    std::size_t root(std::size_t origin) const {
      while (parent_.at(origin) != origin) origin = parent_.at(origin);
      return origin;
    }

    std::map<std::size_t, std::size_t> parent_;
  };

  std::size_t bodies_at_most() const {
    Bodies bodies;
    for (const auto& [origin, articles] : named_) bodies.add(origin);
    for (const Affiliation& affiliation : evidence_.affiliations) {
      const auto person = origin_of(affiliation.person);
      const auto body = origin_of(affiliation.body);
      if (person && body) bodies.join(*person, *body);
    }
    return bodies.count();
  }

  // Those whose words are surely on the point.
  std::size_t bodies_at_least(Bracket& bracket) const {
    Bodies bodies;
    for (const auto& [origin, articles] : named_) {
      if (surely_told_.contains(origin)) {
        bodies.add(origin);
      } else {
        bracket.why.push_back(fmt::format("{}: its words may be on another thing", evidence_.origins[origin].name));
      }
    }
    for (const Affiliation& affiliation : evidence_.affiliations) {
      const auto person = origin_of(affiliation.person);
      const auto body = origin_of(affiliation.body);
      if (!person || !body || !bodies.join(*person, *body)) continue;
      bracket.why.push_back(fmt::format("{} speaks for {}: {}", evidence_.origins[*person].name,
                                        evidence_.origins[*body].name, affiliation.why));
    }
    return bodies.count();
  }

  std::optional<std::size_t> origin_of(std::size_t entity) const {
    for (const auto& [origin, articles] : named_) {
      if (evidence_.origins[origin].entity == entity) return origin;
    }
    return std::nullopt;
  }

  // Articles that name nobody for it repeat one that others name or, where none does, may have their own witness.
  void count_own_voice(Bracket& bracket) const {
    std::size_t silent = 0;
    for (const auto& [origin, articles] : outlets_) {
      silent += static_cast<std::size_t>(
          std::count_if(articles.begin(), articles.end(), [&](std::size_t a) { return !spoken_.contains(a); }));
    }
    if (silent == 0) return;
    const bool others_do = bracket.max > 0;
    if (!others_do) bracket.max = 1;
    bracket.why.push_back(
        fmt::format("{} name{} nobody for it: {}", plural(silent, "article"), silent == 1 ? "s" : "",
                    others_do ? "taken to repeat the others" : "own knowledge or repeated, cannot tell"));
  }

  std::span<const std::size_t> point_;
  const std::vector<bool>& sure_;
  const Evidence& evidence_;
  std::set<std::size_t> articles_;
  std::set<std::size_t> spoken_;       // articles that name somebody
  std::set<std::size_t> surely_told_;  // origins of claims that surely belong to the point
  Telling named_;
  Telling unnamed_;
  Telling outlets_;
};

}  // namespace

std::vector<Origin> trace_origins(std::span<const Article> articles, std::span<const Entity> entities,
                                  std::vector<Claim>& claims) {
  std::vector<Origin> origins;
  std::map<Key, std::size_t> number_of;
  const std::vector<Key> keys = keys_of(articles, entities, claims);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Key key = keys[i];
    if (key.kind == OriginKind::unnamed) key = known_phrase(key, number_of);
    const auto [found, is_new] = number_of.try_emplace(key, origins.size());
    if (is_new) {
      const bool by_name = key.kind != OriginKind::unnamed && key.kind != OriginKind::document;
      const std::string name = by_name || claims[i].sources.empty() ? key.name : claims[i].sources.back().name;
      const auto entity = by_name ? entity_named(key, entities) : std::nullopt;
      origins.push_back({name, key.kind, entity, {}, {}});
    }
    claims[i].origin = found->second;
    origins[found->second].claims.push_back(i);
  }
  for (Origin& origin : origins) {
    std::set<std::size_t> in;
    std::set<std::string> phrases;
    for (const std::size_t claim : origin.claims) {
      in.insert(claims[claim].article);
      if (!claims[claim].sources.empty()) phrases.insert(claims[claim].sources.back().name);
    }
    if (origin.kind == OriginKind::outlet) {
      origin.why = "told in its own voice, with nobody named";
    } else if (in.size() > 1) {
      origin.why = fmt::format("named as the source in {}: one origin", plural(in.size(), "article"));
    } else {
      origin.why = "named as the source in " + outlet_of(articles[*in.begin()]);
    }
    if (phrases.size() > 1 && origin.kind != OriginKind::speaker) {
      origin.why += "; taken for one body:";
      for (const std::string& phrase : phrases) origin.why += " \"" + phrase + "\"";
    }
  }
  return origins;
}

Support weigh_support(std::span<const std::size_t> point, const std::vector<bool>& sure, const Evidence& evidence) {
  return Weigher(point, sure, evidence).weigh();
}

}  // namespace hearsay
