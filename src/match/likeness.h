// How likely two claims are to assert one proposition.
#pragma once

#include "clean/article.h"
#include "extract/marks.h"
#include "match/claims.h"
#include "match/meaning.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// The meaning of each word of a story by its number; empty for names and numbers, which mean only themselves.
using WordMeanings = std::vector<std::vector<float>>;

// A claim as it is compared: its words by rarity in the story, what it means, who does what, how many and when.
struct ClaimProfile {
  std::vector<std::pair<std::uint32_t, float>> words;  // content lemmas and their weights, by number; length 1
  std::vector<std::uint16_t> happenings;              // what its words tell of (data/happenings.txt), sorted, each once
  std::vector<std::uint16_t> predicate_happenings;    // ... and what its head tells of
  std::vector<bool> own_values;      // for each of its values: does it stand in no smaller claim inside this one?
  std::vector<float> value_rarity;   // ... how few of the story's claims have it, from 0 (all) to 1 (two at the most)
  std::vector<std::vector<std::uint16_t>> of_values;  // what happens to the counted, for each of the claim's values
  std::vector<float> meaning;
  std::shared_ptr<const WordMeanings> word_meanings;  // one table for all claims of a story
  std::vector<std::uint32_t> names;                   // its proper names, by number, sorted
  std::uint32_t predicate = 0;          // the lemma of its head
  std::uint32_t agent = 0;    // who does it, by number: an entity or a word; 0 where nobody is said to
  std::uint32_t patient = 0;  // to whom it is done
  bool negated = false;
  bool long_ago = false;  // its sentence names days, and all of them lie long before its report
  std::size_t article = 0;
  Span span;
  const Claim* claim = nullptr;  // the caller's, for values and sources
};

// What the judgement rests on, each 0 to 1.
enum class Clue : std::uint8_t {
  words,            // cosine of the content words, weighted by rarity
  contained,        // the part of the shorter one's weight that stands in the longer
  meaning,          // cosine of the meanings
  predicate,        // the same predicate
  agent,            // how alike are those who do it
  other_agent,      // both said, and not alike
  patient,          // how alike are those to whom it is done
  other_patient,
  predicate_meaning,
  happening,        // words for one happening
  other_happening,  // words for happenings, and none for one
  same_number,      // a quantity of one thing with the same bounds
  other_number,     // a quantity of one thing with other bounds
  same_day,         // a date in common
  same_article,
  alike_words,      // the words' best partners in meaning, both ways
  alike_contained,  // ... the better way
  names,            // a name in common
  other_names,      // names, and none in common
  same_speaker,
  other_speaker,
  same_figure,      // a number of one size, whatever it counts
  near_number,      // a quantity of one thing, not far off
  far_number,       // ... very far off
  length,           // how much longer one is
  both_denied,
  other_day,  // dates, and none in common
  other_month,
  other_figure,
  nested,  // one stands in the other
  count_of_clues
};
inline constexpr std::size_t clue_count = static_cast<std::size_t>(Clue::count_of_clues);
using Clues = std::array<float, clue_count>;
std::string_view to_text(Clue clue);

// Profiles of all claims of a story, in their order. The claims must outlive them.
std::vector<ClaimProfile> profile_claims(std::span<const Article> articles, std::span<const Marks> marks,
                                         const Entities& entities, std::span<const FoundClaim> claims,
                                         const Meaning& meaning);

// Do a value of one claim and a value of another (by their places in the claims' lists) count one thing to which the
// same happens? The killed are not the injured. False when either is no quantity.
bool tell_of_one_thing(const ClaimProfile& a, std::size_t value_of_a, const ClaimProfile& b, std::size_t value_of_b);

Clues compare(const ClaimProfile& a, const ClaimProfile& b);

// The weights of data/points.txt. Const after loading.
class LikenessModel {
 public:
  // Throws std::runtime_error when a weight is missing or no number.
  LikenessModel();

  // The probability, 0 to 1, that two claims are on one point: logistic regression over the clues.
  float probability(const Clues& clues) const;
  float threshold() const { return threshold_; }
  bool sure(const ClaimProfile& a, const ClaimProfile& b) const { return probability(compare(a, b)) >= sure_; }

 private:
  Clues weights_{};
  float bias_ = 0;
  float threshold_ = 0.5F;
  float sure_ = 0.5F;
};

}  // namespace hearsay
