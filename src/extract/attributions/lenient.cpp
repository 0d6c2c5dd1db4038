// Rules for silence, hearsay and beliefs without a believer: rare in the training data, never to be lost in an account
// of who confirmed what.
#include "extract/attributions/lenient.h"

#include <algorithm>

namespace hearsay {

namespace {

// "not", "n't" or "never" no further than four words before.
bool is_negated(const AttributionView& view, std::uint32_t word) {
  static const std::uint32_t negations[] = {hash_word("not"), hash_word("n't"), hash_word("n’t"), hash_word("never")};
  const std::uint32_t first = view.sentence(view.words[word].sentence).first;
  for (std::uint32_t i = word; i > first && word - i < 4; --i)
    for (const std::uint32_t negation : negations)
      if (view.words[i - 1].form == negation || view.words[i - 1].lemma == negation) return true;
  return false;
}

bool is_silence(const AttributionView& view, std::uint32_t word) {
  static const std::uint32_t comment = hash_word("comment"), reach = hash_word("reach");
  const ViewedWord& here = view.words[word];
  if ((here.sorts & SayingSort::answer) == 0 || here.tag != Tag::VERB || !is_negated(view, word)) return false;
  if (here.lemma == comment) return true;
  if (here.lemma == reach && !view.tree.child(word, Relation::aux_pass)) return false;
  const SayingSorts request = SayingSort::request;
  const std::uint32_t last = std::min(view.sentence(here.sentence).last, word + 10);
  for (std::uint32_t i = word + 1; i < last; ++i)
    if ((view.words[i].sorts & request) != 0) return true;
  return false;
}

std::uint32_t clause_end(const AttributionView& view, std::uint32_t word) {
  const std::uint32_t last = view.sentence(view.words[word].sentence).last;
  while (word < last && view.words[word].sign == 0) ++word;
  return word;
}

// Takes words out of the ranges.
void take_out(std::vector<WordRange>& ranges, WordRange words) {
  std::vector<WordRange> left;
  for (const WordRange& range : ranges) {
    if (range.first < words.first) left.push_back({range.first, std::min(range.last, words.first)});
    if (range.last > words.last) left.push_back({std::max(range.first, words.last), range.last});
  }
  ranges = std::move(left);
}

std::string_view complete_silence(const AttributionView& view, Draft& draft) {
  bool changed = false;
  const Subject subject = subject_of(view, draft.cue_word);
  if (draft.source.empty()) {
    for (const std::uint32_t c : view.tree.children(draft.cue_word))
      if (view.words[c].relation == Relation::nsubj_pass) draft.source = {phrase_around(view, c, 40)};
    if (draft.source.empty() && subject.way != SubjectWay::none) draft.source = {phrase_around(view, subject.word, 40)};
    changed = !draft.source.empty();
  }
  for (const WordRange& range : draft.source) take_out(draft.content, range);
  const std::uint32_t end = clause_end(view, draft.cue.last);
  if (draft.content.empty() && end > draft.cue.last) {
    draft.content = {{draft.cue.last, end}};
    changed = true;
  }
  return changed ? "a silence" : "";
}

std::string_view join_neither_nor(const AttributionView& view, Draft& draft) {
  static const std::uint32_t neither = hash_word("neither"), nor = hash_word("nor");
  const std::uint32_t cue = draft.cue_word;
  const Sentence& sentence = view.sentence(view.words[cue].sentence);
  if (cue == sentence.first || cue + 2 >= sentence.last) return "";
  if (view.words[cue - 1].form != neither || view.words[cue + 1].form != nor) return "";
  draft.cue = {cue - 1, cue + 3};
  take_out(draft.content, draft.cue);
  take_out(draft.source, draft.cue);
  // What stands behind the cue is what was asked, whatever the model took for it elsewhere.
  const std::uint32_t end = clause_end(view, draft.cue.last);
  const bool follows = std::any_of(draft.content.begin(), draft.content.end(), [&](WordRange range) {
    return range.first >= draft.cue.last && range.last <= sentence.last;
  });
  if (!follows && end > draft.cue.last) draft.content = {{draft.cue.last, end}};
  return "neither ... nor";
}

}  // namespace

bool is_sure_candidate(const AttributionView& view, std::uint32_t word) {
  if (view.words[word].sorts == 0) return false;
  return (view.words[word].sorts & SayingSort::hearsay) != 0 || is_silence(view, word);
}

std::string_view mend_silence(const AttributionView& view, Draft& draft) {
  if (is_silence(view, draft.cue_word)) return complete_silence(view, draft);
  return view.words[draft.cue_word].tag == Tag::VERB ? join_neither_nor(view, draft) : "";
}

float leniency(const AttributionView& view, const Draft& draft) {
  const ViewedWord& cue = view.words[draft.cue_word];
  if ((cue.sorts & SayingSort::hearsay) != 0) return 3;
  if (is_silence(view, draft.cue_word)) return draft.source.empty() ? 0 : 3;
  const bool saying = (cue.sorts & (SayingSort::say | SayingSort::tell)) != 0;
  if (saying && cue.tag == Tag::VERB && !draft.mended.empty() && !draft.source.empty()) return 2.5F;
  const bool believing = (cue.sorts & (SayingSort::believe | SayingSort::feel | SayingSort::say)) != 0;
  return believing && view.tree.child(draft.cue_word, Relation::aux_pass) ? 1 : 0;
}

}  // namespace hearsay
