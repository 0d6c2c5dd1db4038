// No map: what lies in what is taken from the words between two places' names, and their sizes from the gazetteer.
#include "identify/place_relations.h"

#include "base/folding.h"
#include "base/resources.h"
#include "identify/place_phrases.h"
#include "identify/place_size.h"

#include <algorithm>
#include <sstream>

namespace hearsay {

namespace {

constexpr std::size_t farthest_bytes = 60;  // between two names that a phrase brings together

std::pair<std::size_t, std::size_t> in_order(std::size_t a, std::size_t b) { return std::minmax(a, b); }

// "X, 15 kilometres from Y", "X, close to Y", "X, just outside Y".
bool says_near(const std::string& between) {
  std::istringstream stream(between);
  for (std::string word; stream >> word;) {
    if (place_phrases().has(word, PlacePhrase::near)) return true;
  }
  return false;
}

// Nothing but commas and small words, so that one name stands in the other's phrase: "X in the Y", "X, Y", "X's Y".
bool says_part(const std::string& between) {
  std::istringstream stream(between);
  for (std::string word; stream >> word;) {
    if (!place_phrases().has(word, PlacePhrase::part)) return false;
  }
  return true;
}

}  // namespace

PlaceRelations::PlaceRelations(std::span<const Article> articles, std::span<const Marks> marks,
                               const Entities& entities)
    : entities_(entities.all),
      gazetteer_(resource("models/gazetteer.bin")),
      spellings_(resource("models/place_spellings.bin")) {
  for (std::size_t a = 0; a < articles.size(); ++a) read(articles[a], marks[a], entities.of_named[a]);
}

void PlaceRelations::read(const Article& article, const Marks& marks, const std::vector<std::size_t>& entity_of_named) {
  const auto& mentions = marks.names.mentions;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention& first = mentions[i];
    const Mention& second = mentions[i + 1];
    if (first.kind != EntityKind::place || second.kind != EntityKind::place) continue;
    if (second.span.begin - first.span.end > farthest_bytes) continue;
    const std::string_view words = words_at(article.text, {first.span.end, second.span.begin});
    if (words.find_first_of(".;!?\n") != std::string_view::npos) continue;
    const std::string between = fold(words);
    const auto pair = in_order(entity_of_named[first.named], entity_of_named[second.named]);
    if (says_near(between))
      near_.insert(pair);
    else if (says_part(between))
      joined_.insert(pair);
  }
}

PlaceRelation PlaceRelations::between(std::size_t a, std::size_t b) const {
  const auto pair = in_order(a, b);
  if (a == b || joined_.contains(pair)) return PlaceRelation::unknown;
  const auto may_be = [&](std::size_t x, std::size_t y) {
    return std::any_of(entities_[x].maybe.begin(), entities_[x].maybe.end(),
                       [&](const MaybeSame& maybe) { return maybe.entity == y; });
  };
  if (may_be(a, b) || may_be(b, a)) return PlaceRelation::unknown;
  const auto x = spellings_.places(fold(entities_[a].name));
  const auto y = spellings_.places(fold(entities_[b].name));
  if (std::find_first_of(x.begin(), x.end(), y.begin(), y.end()) != x.end()) return PlaceRelation::unknown;
  if (near_.contains(pair)) return PlaceRelation::near;
  const PlaceSize size = place_size(entities_[a].name, gazetteer_);
  const bool comparable = size == place_size(entities_[b].name, gazetteer_) && size != PlaceSize::several;
  return comparable ? PlaceRelation::apart : PlaceRelation::unknown;
}

}  // namespace hearsay
