// Rules over the tree: the object of a verb of telling, the "to" phrase of a verb of saying, the subject of "was told".
#include "extract/attributions/recipient.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr int longest_recipient = 20;  // words; a longer one is a misread tree

bool taken(const Draft& draft, std::uint32_t word) {
  const auto holds = [&](const WordRange& range) { return range.contains(word); };
  return word == draft.cue_word || std::any_of(draft.content.begin(), draft.content.end(), holds) ||
         std::any_of(draft.source.begin(), draft.source.end(), holds);
}

// The words around `head` that hang on it, without what the draft holds already.
WordRange phrase_of(const AttributionView& view, const Draft& draft, std::uint32_t head) {
  const Sentence& sentence = view.sentence(view.words[head].sentence);
  const auto belongs = [&](std::uint32_t word) {
    return view.words[word].sign == 0 && !taken(draft, word) && hangs_on(view, word, head);
  };
  WordRange range{head, head + 1};
  for (int i = 0; i < longest_recipient && range.first > sentence.first && belongs(range.first - 1); ++i) --range.first;
  for (int i = 0; i < longest_recipient && range.last < sentence.last && belongs(range.last); ++i) ++range.last;
  return range;
}

bool is_person_word(const ViewedWord& word) {
  return word.tag == Tag::NOUN || word.tag == Tag::PROPN || word.tag == Tag::PRON;
}

}  // namespace

std::optional<WordRange> recipient_of(const AttributionView& view, const Draft& draft) {
  static const std::uint32_t to = hash_word("to");
  const SayingSorts telling = SayingSort::tell, saying = SayingSort::say;
  const ViewedWord& cue = view.words[draft.cue_word];
  for (const std::uint32_t at : view.tree.children(draft.cue_word)) {
    const ViewedWord& word = view.words[at];
    if (!is_person_word(word) || taken(draft, at)) continue;
    const bool told = (cue.sorts & telling) != 0;
    if (told && at > draft.cue_word && (word.relation == Relation::obj || word.relation == Relation::iobj))
      return phrase_of(view, draft, at);
    if (told && word.relation == Relation::nsubj_pass) return phrase_of(view, draft, at);
    if ((cue.sorts & (telling | saying)) == 0 || word.relation != Relation::obl) continue;
    const auto preposition = view.tree.child(at, Relation::case_);
    if (!preposition || view.words[*preposition].lemma != to) continue;
    WordRange range = phrase_of(view, draft, at);
    if (range.first == *preposition) ++range.first;
    return range;
  }
  return std::nullopt;
}

}  // namespace hearsay
