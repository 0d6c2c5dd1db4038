// Counting origins, not outlets. Named speakers and bodies are counted each once; an unnamed one may be any of the
// others or another; an outlet that names nobody may have its own witness or repeat one that others name. So the
// bracket's lower end holds what the texts prove, the upper end what they allow.
#include "match/origins.h"

#include "match/folding.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
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

Key key_of(const Claim& claim, std::span<const Article> articles, std::span<const Entity> entities) {
  if (claim.sources.empty()) return {OriginKind::outlet, outlet_of(articles[claim.article])};
  const Source& last = claim.sources.back();
  if (last.entity) return {kind_of(entities[*last.entity]), entities[*last.entity].name};
  const std::string folded = fold(last.name);
  return {is_document(folded) ? OriginKind::document : OriginKind::unnamed, folded};
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

}  // namespace

std::vector<Origin> trace_origins(std::span<const Article> articles, std::span<const Entity> entities,
                                  std::vector<Claim>& claims) {
  std::vector<Origin> origins;
  std::map<Key, std::size_t> number_of;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Key key = key_of(claims[i], articles, entities);
    const auto [found, is_new] = number_of.try_emplace(key, origins.size());
    if (is_new) {
      const std::string name = claims[i].sources.empty() ? key.name : claims[i].sources.back().name;
      origins.push_back({name, key.kind, {}, {}});
    }
    claims[i].origin = found->second;
    origins[found->second].claims.push_back(i);
  }
  for (Origin& origin : origins) {
    std::set<std::size_t> in;
    for (const std::size_t claim : origin.claims) in.insert(claims[claim].article);
    if (origin.kind == OriginKind::outlet) {
      origin.why = "told in its own voice, with nobody named";
    } else if (in.size() > 1) {
      origin.why = fmt::format("named as the source in {}: one origin", plural(in.size(), "article"));
    } else {
      origin.why = "named as the source in " + outlet_of(articles[*in.begin()]);
    }
  }
  return origins;
}

Support weigh_support(std::span<const std::size_t> point, std::span<const Article> articles,
                      std::span<const Claim> claims, std::span<const Origin> origins, std::span<const Copy> copies) {
  std::set<std::size_t> in_articles;
  std::set<std::size_t> own_voice;  // articles that name nobody
  std::set<std::size_t> spoken;     // articles that name somebody
  std::set<std::size_t> named;
  std::set<std::size_t> unnamed;
  std::set<std::size_t> outlets;
  for (const std::size_t i : point) {
    const Claim& claim = claims[i];
    in_articles.insert(claim.article);
    switch (origins[claim.origin].kind) {
      case OriginKind::outlet:
        own_voice.insert(claim.article);
        outlets.insert(claim.origin);
        break;
      case OriginKind::unnamed:
        unnamed.insert(claim.origin);
        spoken.insert(claim.article);
        break;
      default:
        named.insert(claim.origin);
        spoken.insert(claim.article);
    }
  }
  for (const std::size_t article : spoken) own_voice.erase(article);

  Support support;
  support.origins.assign(named.begin(), named.end());
  support.origins.insert(support.origins.end(), unnamed.begin(), unnamed.end());
  support.origins.insert(support.origins.end(), outlets.begin(), outlets.end());
  Bracket& bracket = support.bracket;
  bracket.min = named.empty() && !unnamed.empty() ? 1 : named.size();
  bracket.max = named.size() + unnamed.size();
  for (const std::size_t origin : named) {
    std::set<std::size_t> telling;
    for (const std::size_t i : point) {
      if (claims[i].origin == origin) telling.insert(claims[i].article);
    }
    if (telling.size() > 1) {
      bracket.why.push_back(
          fmt::format("same speaker: {} in {}", origins[origin].name, plural(telling.size(), "article")));
    }
  }
  if (!unnamed.empty() && bracket.min < bracket.max) {
    bracket.why.push_back(fmt::format("{} may be one of the others", plural(unnamed.size(), "unnamed source")));
  }
  if (!own_voice.empty()) {
    bracket.max += 1;
    bracket.why.push_back(fmt::format("{} name{} nobody for it: own knowledge or repeated, cannot tell",
                                      plural(own_voice.size(), "article"), own_voice.size() == 1 ? "s" : ""));
  }
  support.reporters = count_reporters(in_articles, articles, copies);
  return support;
}

}  // namespace hearsay
