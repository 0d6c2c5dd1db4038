// A place is taken for the act's when a preposition of rest leads to it and the tree hangs it on the predicate, on one
// of the predicate's own nouns that tells of a happening, or behind a word like "village" that hangs there.
#include "itemise/places.h"

#include "base/folding.h"
#include "identify/place_phrases.h"

#include <algorithm>

namespace hearsay {

namespace {

bool leads_to_rest(std::string_view preposition) { return place_phrases().has(preposition, PlacePhrase::rest); }

// "the village of X": the word carries the preposition, and the name hangs on it.
bool is_sort_of_place(std::string_view lemma) { return place_phrases().has(lemma, PlacePhrase::sort_of_place); }

class Finder {
 public:
  Finder(const Proposition& proposition, std::string_view text, const Marks& marks, const Tree& tree,
         const Happenings& happenings)
      : proposition_(proposition),
        text_(text),
        marks_(marks),
        tokens_(marks.dissection.tokens),
        tree_(tree),
        happenings_(happenings) {}

  std::vector<Value> find(const std::vector<std::size_t>& entity_of_named) const {
    std::vector<Value> places;
    const auto& mentions = marks_.names.mentions;
    auto mention = std::lower_bound(mentions.begin(), mentions.end(), proposition_.span.begin,
                                    [](const Mention& m, std::size_t byte) { return m.span.begin < byte; });
    for (; mention != mentions.end() && mention->span.end <= proposition_.span.end; ++mention) {
      if (mention->kind != EntityKind::place || !is_where_it_happens(mention->span)) continue;
      Value& place = places.emplace_back();
      place.span = mention->span;
      place.what.emplace<PlaceValue>(PlaceValue{entity_of_named[mention->named]});
    }
    return places;
  }

 private:
  bool is_where_it_happens(Span name) const {
    const auto words = tokens_in(tokens_, name);
    const auto head = std::find_if(words.begin(), words.end(), [&](const Token& token) {
      return token.head != no_head && !name.overlaps(tokens_[static_cast<std::size_t>(token.head)].span);
    });
    if (head == words.end()) return false;
    const Token* place = &*head;
    const Token* above = &tokens_[static_cast<std::size_t>(place->head)];
    if (preposition_of(*place) == "of" && is_sort_of_place(above->lemma) && above->head != no_head) {
      place = above;
      above = &tokens_[static_cast<std::size_t>(place->head)];
    }
    if (!is_a(place->relation, Relation::obl) && !is_a(place->relation, Relation::nmod)) return false;
    return leads_to_rest(preposition_of(*place)) && tells_of_the_act(*above);
  }

  std::string preposition_of(const Token& word) const {
    constexpr std::uint32_t farthest = 5;  // words before the noun
    const std::uint32_t noun = tree_.number_of(word);
    const auto opening = tree_.preposition(noun);
    if (!opening || noun - *opening > farthest) return {};
    return fold(words_at(text_, tree_.token(*opening).span));
  }

  bool tells_of_the_act(const Token& word) const {
    if (tree_.number_of(word) == proposition_.head) return true;
    return word.head == static_cast<std::int32_t>(proposition_.head) && !happenings_.told_by(fold(word.lemma)).empty();
  }

  const Proposition& proposition_;
  std::string_view text_;
  const Marks& marks_;
  const std::vector<Token>& tokens_;
  const Tree& tree_;
  const Happenings& happenings_;
};

}  // namespace

std::vector<Value> places_of(const Proposition& proposition, std::string_view text, const Marks& marks,
                             const Tree& tree, const std::vector<std::size_t>& entity_of_named,
                             const Happenings& happenings) {
  return Finder(proposition, text, marks, tree, happenings).find(entity_of_named);
}

}  // namespace hearsay
