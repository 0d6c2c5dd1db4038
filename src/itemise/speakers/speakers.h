// Who may be saying a claim: all whom the text offers, with what is known of each. The rules' reading is one of them;
// the outlet's own voice is another. Which one it is, itemise/speakers/speaker_choice.h decides.
#pragma once

#include "itemise/speakers/article_voices.h"
#include "itemise/speakers/possible_speaker.h"

#include <cstddef>
#include <vector>

namespace hearsay {

// Of one of the article's claims: the outlet first, then the one that the rules name, then the others as the text
// offers them; each once.
std::vector<PossibleSpeaker> possible_speakers(const ArticleVoices& voices, std::size_t draft);

}  // namespace hearsay
