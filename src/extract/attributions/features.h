// What the learned model looks at, as hashed features (see model.h).
#pragma once

#include "extract/attributions/subject.h"
#include "extract/attributions/view.h"

#include <cstdint>
#include <vector>

namespace hearsay {

using FeatureList = std::vector<std::uint32_t>;

// Features of a word as a possible cue: itself, what hangs on it and what it hangs on, its neighbours, the quotations
// near it. Replaces what `features` held.
void cue_features(const AttributionView& view, std::uint32_t word, FeatureList& features);

// The words of a cue's sentence, no further than `reach` from the cue, seen from the cue.
class CueScope {
 public:
  static constexpr std::uint32_t reach = 100;

  // `scores` holds each word's score as a cue, 0 and more where it may be one.
  CueScope(const AttributionView& view, std::uint32_t cue, const std::vector<float>& scores);

  std::uint32_t first() const { return first_; }
  std::uint32_t last() const { return last_; }  // one past
  std::uint32_t cue() const { return cue_; }

  // Features of one word of the scope. Replaces what `features` held.
  void features(std::uint32_t word, FeatureList& features) const;

  // What lies between a word and the one before it, below boundary_count; the word is not the scope's first.
  std::size_t boundary(std::uint32_t word) const;

 private:
  // How a word hangs together with the cue: up from the cue to `climb` steps, then down by the branch that begins at
  // `branch`. A word that is the cue or above it has itself as its branch.
  struct Place {
    std::uint32_t branch = 0;
    std::uint8_t climb = 0;
    std::uint8_t depth = 0;  // steps below the branch's head
    bool known = false;
  };

  void climb_from_cue();
  Place& place_of(std::uint32_t word);
  bool inside(std::int32_t word) const {
    return word >= static_cast<std::int32_t>(first_) && word < static_cast<std::int32_t>(last_);
  }
  const Place& place(std::uint32_t word) const { return places_[word - first_]; }
  std::uint32_t marker_of(std::uint32_t branch) const;

  const AttributionView* view_;
  std::uint32_t cue_, first_, last_;
  std::uint32_t up_path_ = 0;  // the relations from the cue to its sentence's root, hashed
  bool has_subject_ = false;
  bool passive_ = false;
  bool quotes_ = false;    // the sentence holds words in quotation marks
  std::uint32_t use_ = 0;  // how the cue is used: its sorts, its subject and voice, hashed
  Subject subject_;
  WordRange subject_phrase_;
  std::vector<Place> places_;
  std::vector<std::uint8_t> commas_;       // commas between the cue and each word, at most 3
  std::vector<std::uint8_t> other_cues_;   // likely cues between the cue and each word, at most 2
  std::vector<std::uint8_t> quote_edges_;  // edges of quotations between the cue and each word, at most 2
  std::vector<std::uint32_t> markers_;     // for each word as a branch: the lemma of its mark or case word
};

// A stretch of words that may belong to a content without standing in its cue's sentence: a whole sentence or, where
// that begins in a quotation, its words up to that quotation's end.
struct RunOn {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // one past
  bool whole = true;       // it fills its sentence
};
RunOn run_on_of(const AttributionView& view, std::uint32_t sentence, bool backwards);

// What is known of an attribution when its content may run on.
struct RunOnContext {
  std::uint32_t cue = 0;
  std::int32_t edge = no_word;  // the content's last word so far (first, when going backwards)
  std::uint32_t step = 1;       // how many sentences from the cue
  bool backwards = false;
  bool has_content = false;  // in the cue's own sentence
  float rival = -10;         // the best score of a cue outside quotation marks in the sentence asked about
};
void run_on_features(const AttributionView& view, const RunOnContext& context, const RunOn& stretch,
                     FeatureList& features);

}  // namespace hearsay
