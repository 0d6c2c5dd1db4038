// Who says each of an article's drafts: all who may, as the text offers them and as the encoder reads the sentence, and
// which of them it is.
#pragma once

#include "itemise/speakers/article_voices.h"
#include "itemise/speakers/possible_speaker.h"
#include "itemise/speakers/source_pointer.h"
#include "itemise/speakers/speaker_choice.h"
#include "itemise/words/sentence_readings.h"

#include <cstddef>
#include <vector>

namespace hearsay {

struct DraftSpeakers {
  std::vector<PossibleSpeaker> possible;  // never empty: the outlet is the first
  std::size_t chosen = 0;
};

// Drafts, by their numbers, from `first` on to before `behind`.
struct DraftRange {
  std::size_t first = 0, behind = 0;
};

// Of each draft of the range in turn, which is all that the sentences in which they begin have; these have been read
// with the pointer's branch.
std::vector<DraftSpeakers> speakers_of_drafts(const ArticleVoices& voices, DraftRange range,
                                              const SentenceReadings& readings, const SourcePointer& pointer,
                                              const SpeakerChoice& choice);

}  // namespace hearsay
