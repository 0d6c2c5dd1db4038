// A claim as the rules leave it, and one who may be saying it.
#pragma once

#include "base/span.h"
#include "itemise/propositions/claim.h"
#include "itemise/propositions/propositions.h"
#include "itemise/speakers/sources.h"
#include "itemise/speakers/speaker_clues.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// A claim before its speaker is chosen.
struct DraftClaim {
  Claim claim;
  Proposition proposition;
  std::optional<std::uint32_t> said_in;  // the attribution that the rules read
  bool quoted = false;
};

// An empty chain is the outlet itself.
struct PossibleSpeaker {
  std::vector<Source> chain;                 // as Claim::sources
  std::optional<std::uint32_t> attribution;  // where it comes from one
  std::optional<Span> cue;
  SpeakerClues clues{};

  // Is it what the rules made of the claim?
  bool is_by_rules(const Claim& claim) const {
    return chain.empty() ? claim.sources.empty() : clues[SpeakerClue::by_rules] != 0;
  }
};

// What tells one speaker from another in an article: its entity, else its name in folded letters.
std::string key_of(const Source& source);

}  // namespace hearsay
