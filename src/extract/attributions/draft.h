// An attribution in words of the dissection, before it becomes spans of the text.
#pragma once

#include "extract/attributions/features.h"
#include "extract/attributions/model.h"
#include "extract/attributions/spans.h"
#include "extract/attributions/subject.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

struct Draft {
  std::uint32_t cue_word = 0;
  float cue_score = 0;          // log odds that the word is a cue
  float content_certainty = 0;  // see RoleReading
  float source_certainty = 0;
  std::vector<WordRange> content;  // in text order, not touching; may be empty until it runs on
  std::vector<WordRange> source;   // in text order
  WordRange cue;                   // holds cue_word
  std::uint32_t sentences_before = 0, sentences_after = 0;  // over how many the content runs on
  const char* found_by = "by the model";
  std::string_view mended;  // the rule that mended it, see mend.h; empty for none
};

// The words of ranges that `keep`, asked in text order, says are to be kept: as ranges, which go on over no gap and
// into no other range.
template <class Keep>
std::vector<WordRange> words_where(const std::vector<WordRange>& ranges, const Keep& keep) {
  std::vector<WordRange> kept;
  for (const WordRange& range : ranges) {
    bool goes_on = false;
    for (std::uint32_t word = range.first; word < range.last; ++word) {
      const bool is_kept = keep(word);
      if (is_kept && goes_on)
        ++kept.back().last;
      else if (is_kept)
        kept.push_back({word, word + 1});
      goes_on = is_kept;
    }
  }
  return kept;
}

// What the model takes the words of one cue's sentence to be.
Draft sentence_draft(const AttributionView& view, const AttributionWeights& weights, std::uint32_t cue,
                     const std::vector<float>& scores);

// The score of every word as a cue; -10 for one that cannot be.
std::vector<float> cue_scores(const AttributionView& view, const AttributionWeights& weights);

// What the model takes the attributions of the likely cues to be, in order of their cues: every word whose score is
// cue_least or more. No content runs back into words that an earlier likely cue's content holds.
std::vector<Draft> drafts_of(const AttributionView& view, const AttributionWeights& weights,
                             const std::vector<float>& scores);

// Features of a whole draft, for the last question: is it to be kept? Replaces what `features` held.
void keep_features(const AttributionView& view, const Draft& draft, FeatureList& features);

// How far content can run on, in sentences, on either side. Long statements are given in full now and then.
inline constexpr std::uint32_t run_on_limit = 40;

// The best score of a word outside quotation marks as a cue in a sentence; -10 where there is none.
float rival_score(const AttributionView& view, const std::vector<float>& scores, const RunOn& stretch,
                  std::uint32_t sentence);

}  // namespace hearsay
