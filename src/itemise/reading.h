// The learned judgements by which a report is read, and a way to watch them at work.
#pragma once

#include "itemise/claims.h"
#include "itemise/propositions/facts.h"
#include "itemise/speakers/speaker_choice.h"
#include "itemise/stances/stance_choice.h"

#include <functional>
#include <span>

namespace hearsay {

// Const after loading, shared by all threads.
struct Reading {
  FactChoice facts;
  SpeakerChoice speakers;
  StanceChoice stances;
};

// The one set, read at the first call. Throws std::runtime_error, naming the file, when one is broken.
const Reading& reading();

// Is told of each claim in turn as the rules leave it, with those among whom its speaker is chosen: for training.
using ClaimWatcher = std::function<void(const DraftClaim&, std::span<const PossibleSpeaker>)>;
void watch_claims(const Article& article, std::size_t number, const Marks& marks, const Entities& entities,
                  const ClaimRules& rules, const ClaimWatcher& watcher);

}  // namespace hearsay
