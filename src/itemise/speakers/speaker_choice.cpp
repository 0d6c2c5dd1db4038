#include "itemise/speakers/speaker_choice.h"

#include "base/resources.h"

namespace hearsay {

SpeakerChoice::SpeakerChoice() : trees_(resource("models/speakers.txt"), "models/speakers.txt", speaker_clue_names()) {}

std::size_t SpeakerChoice::choose(std::span<const PossibleSpeaker> speakers) const {
  std::size_t best = 0;
  std::int64_t best_score = 0;
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    const std::int64_t score = trees_.score(speakers[i].clues);
    if (i > 0 && score <= best_score) continue;
    best = i;
    best_score = score;
  }
  return best;
}

}  // namespace hearsay
