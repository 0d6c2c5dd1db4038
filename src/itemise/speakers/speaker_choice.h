// The likeliest of a claim's possible speakers, by a judgement learned from annotated
// stories (models/speakers.txt).
#pragma once

#include "base/boosted_trees.h"
#include "itemise/speakers/possible_speaker.h"

#include <cstddef>
#include <span>

namespace hearsay {

// Const after loading, shared by all threads.
class SpeakerChoice {
 public:
  SpeakerChoice();

  // The likeliest of these; the first of equals. At least one is given.
  std::size_t choose(std::span<const PossibleSpeaker> speakers) const;

 private:
  BoostedTrees trees_;
};

}  // namespace hearsay
