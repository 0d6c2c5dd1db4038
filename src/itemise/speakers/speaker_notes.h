// What is known of each who may be saying a claim, put into numbers (itemise/speakers/speaker_clues.h).
#pragma once

#include "itemise/speakers/article_voices.h"
#include "itemise/speakers/possible_speaker.h"
#include "itemise/speakers/source_pointer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// One of the article's drafts, and where it stands. The voices must outlive it.
struct DraftPlace {
  DraftPlace(const ArticleVoices& all, std::size_t number);

  const Sentence& sentence() const { return voices.marks.dissection.sentences[sentence_number]; }

  const ArticleVoices& voices;
  const std::vector<Token>& tokens;  // of the article
  const Claim& claim;
  const std::size_t number;  // of the draft
  const std::uint32_t head;  // the claim's own
  const std::size_t sentence_number;
  std::uint32_t first = 0;  // the claim's tokens are [first, last)
  std::uint32_t last = 0;
};

// How much of the claim stands in an attribution's content, in percent.
std::int32_t share_in(const DraftPlace& place, std::uint32_t attribution);

// What the attribution tells that names the speaker; what the words tell that name him, and where they stand.
void note_attribution(const DraftPlace& place, std::uint32_t attribution, PossibleSpeaker& speaker);
void note_words(const DraftPlace& place, PossibleSpeaker& speaker);

// Whom the rules give the claims around to, for each of all who may be saying this one.
void note_other_claims(const DraftPlace& place, std::span<PossibleSpeaker> speakers);

// Is somebody said to speak in the sentence before the claim, and in the one after?
struct SaidNearby {
  bool before = false;
  bool after = false;
};

// What is known of the claim itself: the same for all who may be saying it.
void note_claim(const DraftPlace& place, SaidNearby said, std::span<PossibleSpeaker> speakers);

// Whom a reader of the claim's sentence would take for the source of its words, and of that part of them which is
// somebody's saying; where there is no such part, the latter points at nothing.
void note_pointed_source(const SentenceReading& sentence, const PointedSource& of_claim, const PointedSource& of_said,
                         std::span<PossibleSpeaker> speakers);

// The name that stands at a word; none where there is none. Views into the marks.
const Mention* mention_at(const Marks& marks, Span token);

}  // namespace hearsay
