// Cues by rule inside contents that are already found. Each word is looked at once, so nesting of any depth costs one
// pass.
#include "extract/attributions/nested.h"

#include "extract/attributions/mend.h"

#include <algorithm>

namespace hearsay {

namespace {

// A clause of its own; a misread tree hangs it on the hearer or the speaker: "told [the board that the hull would
// break]".
bool has_clause(const AttributionView& view, std::uint32_t word) {
  static const std::uint32_t that = hash_word("that");
  if (view.tree.child(word, Relation::ccomp)) return true;
  if ((view.words[word].sorts & SayingSort::tell) == 0) return false;
  for (const std::uint32_t hearer : view.tree.children(word)) {
    const Relation relation = view.words[hearer].relation;
    if (relation != Relation::iobj && relation != Relation::obj && relation != Relation::obl_agent) continue;
    for (const std::uint32_t clause : view.tree.children(hearer)) {
      const auto mark = view.tree.child(clause, Relation::mark);
      if (mark && view.words[*mark].lemma == that && clause > hearer) return true;
    }
  }
  return false;
}

bool is_cue(const AttributionView& view, SayingSorts sorts, std::uint32_t word) {
  const ViewedWord& here = view.words[word];
  return here.tag == Tag::VERB && (here.sorts & sorts) != 0 && has_clause(view, word) &&
         subject_of(view, word).way != SubjectWay::none;
}

// For each word, whether it stands in the content of a draft, and that content's range.
std::vector<WordRange> holders(const AttributionView& view, const std::vector<Draft>& outer) {
  std::vector<WordRange> holder(view.words.size());
  for (const Draft& draft : outer)
    for (const WordRange& range : draft.content)
      std::fill(holder.begin() + range.first, holder.begin() + range.last, range);
  return holder;
}

void keep_inside(Draft& draft, WordRange range) {
  for (WordRange& piece : draft.content)
    piece = {std::max(piece.first, range.first), std::min(std::max(piece.last, range.first), range.last)};
  std::erase_if(draft.content, [](WordRange piece) { return piece.first >= piece.last; });
  std::erase_if(draft.source, [&](WordRange piece) { return piece.first < range.first || piece.last > range.last; });
}

// Who does what a word says, by the tree, without a preposition: "by Rita Holm". Empty for nobody.
WordRange speaker_of(const AttributionView& view, std::uint32_t word) {
  const Subject subject = subject_of(view, word);
  const bool own = subject.way == SubjectWay::own || subject.way == SubjectWay::agent;
  if (!own || (is_passive(view, word) && subject.way != SubjectWay::agent)) return {word, word};
  WordRange phrase = phrase_around(view, subject.word, 40);
  while (phrase.first < phrase.last && view.words[phrase.first].tag == Tag::ADP) ++phrase.first;
  return phrase.contains(word) ? WordRange{word, word} : phrase;
}

// The same where a misread tree gives the verb no subject, and the content begins with it: "said [Ada Falk told ...]".
WordRange speaker_in(const AttributionView& view, std::uint32_t word, WordRange range) {
  static const std::uint32_t that = hash_word("that");
  const WordRange speaker = speaker_of(view, word);
  if (speaker.first < speaker.last || view.tree.child(word, Relation::aux_pass)) return speaker;
  if (view.words[range.first].lemma == that) ++range.first;
  const WordRange nominal = nominal_before(view, word);
  return nominal.first == range.first ? nominal : speaker;
}

// The part of a phrase that no content holds: a misread tree hangs what is said on the one who says it.
WordRange outside(WordRange phrase, const std::vector<WordRange>& content) {
  for (const WordRange& range : content) {
    if (range.first > phrase.first && range.first < phrase.last) phrase.last = range.first;
    if (range.contains(phrase.first)) return {phrase.first, phrase.first};
  }
  return phrase;
}

// Whether the source holds the verb's own subject: in "As I said, Rita's hull ..." the model may take another.
bool names_subject(const AttributionView& view, const Draft& draft) {
  const Subject subject = subject_of(view, draft.cue_word);
  return subject.way != SubjectWay::own || std::any_of(draft.source.begin(), draft.source.end(),
                                                       [&](WordRange range) { return range.contains(subject.word); });
}

}  // namespace

void name_inner_speakers(const AttributionView& view, std::vector<Draft>& drafts) {
  const std::vector<WordRange> holder = holders(view, drafts);
  for (Draft& draft : drafts) {
    const WordRange range = holder[draft.cue_word];
    if (range.first == range.last || view.words[draft.cue_word].tag != Tag::VERB) continue;
    const auto inside = [&](WordRange piece) { return piece.first >= range.first && piece.last <= range.last; };
    if (!draft.source.empty() && std::all_of(draft.source.begin(), draft.source.end(), inside)) continue;
    const WordRange speaker = outside(speaker_in(view, draft.cue_word, range), draft.content);
    if (speaker.first < speaker.last && inside(speaker)) draft.source = {speaker};
  }
}

std::vector<Draft> nested_drafts(const AttributionView& view, const AttributionWeights& weights,
                                 const std::vector<float>& scores, const std::vector<Draft>& outer) {
  const SayingSorts sorts = SayingSort::say | SayingSort::claim | SayingSort::tell | SayingSort::concede |
                            SayingSort::deny | SayingSort::believe;
  std::vector<bool> is_outer_cue(view.words.size(), false);
  for (const Draft& draft : outer)
    std::fill_n(is_outer_cue.begin() + draft.cue.first, draft.cue.last - draft.cue.first, true);
  const std::vector<WordRange> holder = holders(view, outer);
  std::vector<Draft> drafts;
  for (std::uint32_t word = 0; word < view.words.size(); ++word) {
    if (holder[word].first == holder[word].last || is_outer_cue[word] || !is_cue(view, sorts, word)) continue;
    Draft draft = sentence_draft(view, weights, word, scores);
    mend(view, draft);
    keep_inside(draft, holder[word]);
    if (draft.source.empty() || !names_subject(view, draft)) {
      const WordRange speaker = outside(speaker_in(view, word, holder[word]), draft.content);
      if (speaker.first < speaker.last && speaker.first >= holder[word].first) draft.source = {speaker};
    }
    if (draft.content.empty() || draft.source.empty()) continue;
    draft.found_by = "inside another's content, by rule; roles by the model";
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace hearsay
