// Cues by rule inside contents that are already found. Each word is looked at once, so nesting of any depth costs one
// pass.
#include "extract/attributions/nested.h"

#include <algorithm>

namespace hearsay {

namespace {

bool is_cue(const AttributionView& view, SayingSorts sorts, std::uint32_t word) {
  const ViewedWord& here = view.words[word];
  return here.tag == Tag::VERB && (here.sorts & sorts) != 0 && view.tree.child(word, Relation::ccomp) &&
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

}  // namespace

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
    keep_inside(draft, holder[word]);
    if (draft.content.empty() || draft.source.empty()) continue;
    draft.found_by = "inside another's content, by rule; roles by the model";
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace hearsay
