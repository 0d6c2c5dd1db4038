// The kinds of disagreement, each looked for by itself. Only disagreements.cpp calls these.
#pragma once

#include "measure/disagreements/disagreements.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace hearsay {

// Each takes a point's claims (by article, then position) and returns what it finds, one disagreement for each thing
// that the claims differ on.
using PointClaims = std::span<const std::size_t>;
std::vector<Disagreement> differing_quantities(PointClaims point, const Evidence& evidence);
std::vector<Disagreement> differing_dates(PointClaims point, const Evidence& evidence);
std::vector<Disagreement> differing_places(PointClaims point, const Evidence& evidence);
std::vector<Disagreement> differing_actors(PointClaims point, const Evidence& evidence);
std::vector<Disagreement> differing_polarity(PointClaims point, const Evidence& evidence);
std::vector<Disagreement> differing_wordings(PointClaims point, const Evidence& evidence);
std::vector<Disagreement> differing_as_read(PointClaims point, const Evidence& evidence);

// Are two claims surely on one thing, told by two articles, and of one time?
bool surely_of_one_thing(std::size_t a, std::size_t b, const Evidence& evidence);

// Is it at least not unlikely that two claims which differ in something contradict each other, to a reader?
bool may_dispute(std::size_t a, std::size_t b, const Evidence& evidence);

// ... or do they at least have the same predicate?
bool can_be_set_against(std::size_t a, std::size_t b, const Evidence& evidence);

// Are two claims told by two: in two articles, or in one by two speakers? A report does not contradict itself.
bool told_by_two(std::size_t a, std::size_t b, const Evidence& evidence);

// Does one claim name a day long before its report, which the other does not: last year's fire, an earlier crash?
bool of_other_times(std::size_t a, std::size_t b, const Evidence& evidence);

// Do both claims name somebody, and nobody whom the other names too?
bool name_others(const ClaimProfile& a, const ClaimProfile& b);

// The words of a span in a claim's article.
std::string_view words_of(std::size_t claim, Span words, const Evidence& evidence);

// A value that a claim gives: one of evidence.claims[claim].values.
struct GivenValue {
  std::size_t claim;
  const Value* value;
};

inline std::string_view words_of(const GivenValue& given, const Evidence& evidence) {
  return words_of(given.claim, given.value->span, evidence);
}

// Where it stands among its claim's values.
inline std::size_t place_among_values(const GivenValue& given, const Evidence& evidence) {
  return static_cast<std::size_t>(given.value - evidence.claims[given.claim].values.data());
}

// Is a quantity a stretch of time on the calendar: "the past ten days"? It is compared as a day.
bool is_period(const GivenValue& given, const Evidence& evidence);

}  // namespace hearsay
