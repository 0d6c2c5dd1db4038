// Which phrases of a story mean one body: "the foreign ministry", "a foreign ministry spokesman", "the Norlandish
// foreign ministry".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

struct BodyPhrase {
  std::string folded;  // a source's name in folded letters
  bool named = false;  // the name of an organization
};

// For each phrase the number of the one it is taken to mean, itself where it stands alone. A phrase without a name that
// speaks of a body (a ministry, the police) means a longer one with all its words, spokesmen and places left out, when
// the story has one such and not two: with a northern and a southern police, "police" is either. Equal phrases mean the
// first one. Quadratic in the phrases that speak of bodies, which are few.
std::vector<std::size_t> same_bodies(std::span<const BodyPhrase> phrases);

}  // namespace hearsay
