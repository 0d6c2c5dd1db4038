#include "itemise/speakers/speaker_clues.h"

namespace hearsay {

const std::array<std::string_view, SpeakerClue::count>& speaker_clue_names() {
#define HEARSAY_NAME(name) #name,
  static constexpr std::array<std::string_view, SpeakerClue::count> names = {
      HEARSAY_CLUES_OF_A_SPEAKER(HEARSAY_NAME)  //
      HEARSAY_CLUES_OF_A_CLAIM(HEARSAY_NAME)};
#undef HEARSAY_NAME
  return names;
}

}  // namespace hearsay
