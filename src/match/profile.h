// A claim as it is compared with others.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "itemise/claims.h"
#include "itemise/sense.h"
#include "match/assertion.h"
#include "match/meaning.h"
#include "match/word_partners.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace hearsay {

// What is known of a value beside the value itself.
struct ValueProfile {
  bool own = true;     // it belongs to the claim's own predicate: not to a smaller claim inside, nor to a clause below
  bool whole = false;  // what a part is taken from: "nine of the 40 sailors"
  bool part = false;   // ... and the part: "nine of them"
  float rarity = 1;    // how few of the story's claims have it, from 0 (all) to 1 (at most two)
  std::vector<std::uint16_t> happenings;  // what happens to the counted (data/happenings.txt)
};

// Lemmas by number with their weights, sorted by number; the length of the weights as a vector is 1.
using WordWeights = std::vector<std::pair<std::uint32_t, float>>;

struct ClaimProfile {
  std::vector<std::pair<std::uint32_t, float>> words;  // content lemmas and their weights, by number; length 1
  float mass = 0;                                      // the length that they had before: how much the claim says
  std::vector<std::uint32_t> verbs;                    // those of them that are verbs, by number, sorted
  std::vector<std::uint64_t> runs;                     // every two lemmas side by side, as one number, sorted
  std::shared_ptr<const WordWeights> sentence;         // the content lemmas of its sentence, as `words`
  std::vector<std::uint32_t> names;                    // the proper names among them, by number, sorted
  std::vector<std::uint16_t> happenings;            // what its words tell of (data/happenings.txt), sorted, each once
  std::vector<std::uint16_t> predicate_happenings;  // ... and what its head tells of
  std::vector<ValueProfile> values;                 // in parallel with the claim's values
  std::vector<float> meaning;
  Sense sense{};
  std::vector<std::int16_t> nearest;             // how similar in sense its nearest candidates are, the nearest first
  std::shared_ptr<const WordPartners> partners;  // one table for all claims of a story
  std::uint32_t predicate = 0;                   // the lemma of its head
  Assertion assertion;
  std::optional<Day> reported;        // the day of its report
  bool long_ago = false;              // its sentence names days, and all of them lie long before its report
  std::uint32_t host_predicate = 0;   // the lemma of the head of the claim that it stands in; 0: it stands alone
  std::uint32_t preposition = 0;      // the one that it begins with ("in the harbour"), by number; 0: none
  std::uint16_t tokens = 0;           // how many it has
  std::uint16_t place = 0;            // where it stands in its article, in thousandths
  std::uint32_t sentence_number = 0;  // of its article
  std::size_t article = 0;
  Span span;
  const Claim* claim = nullptr;  // the caller's, for values and sources
};

// Profiles of all claims of a story, in their order, which is text order within an article.
// The claims must outlive them. Words that a smaller claim inside it also has weigh half: a long sentence is not on
// every point that it touches.
std::vector<ClaimProfile> profile_claims(std::span<const Article> articles, std::span<const Marks> marks,
                                         std::span<const FoundClaim> claims, const Happenings& happenings,
                                         const Meaning& meaning);

}  // namespace hearsay
