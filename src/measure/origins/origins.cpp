// The last source of a chain is the origin. Names lead to the story's entities; phrases for bodies and officials
// without a name are brought together by their words.
#include "measure/origins/origins.h"

#include "base/counted.h"
#include "base/folding.h"
#include "itemise/speakers/source_words.h"
#include "measure/origins/unnamed_bodies.h"

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
  return {source_words().is_document(folded) ? OriginKind::document : OriginKind::unnamed, folded};
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

std::optional<std::size_t> entity_named(const Key& key, std::span<const Entity> entities) {
  for (std::size_t e = 0; e < entities.size(); ++e) {
    if (entities[e].name == key.name && kind_of(entities[e]) == key.kind) return e;
  }
  return std::nullopt;
}

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
      origin.why = "reported in its own voice, naming nobody";
    } else if (in.size() > 1) {
      origin.why = fmt::format("named as the source in {}: one origin", counted(in.size(), "article", "articles"));
    } else {
      origin.why = "named as the source in " + outlet_of(articles[*in.begin()]);
    }
    if (phrases.size() > 1 && origin.kind != OriginKind::speaker) {
      origin.why += "; treated as one body:";
      for (const std::string& phrase : phrases) origin.why += " \"" + phrase + "\"";
    }
  }
  return origins;
}

}  // namespace hearsay
