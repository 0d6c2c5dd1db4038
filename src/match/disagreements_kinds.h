// The kinds of disagreement, each looked for by itself. Only disagreements.cpp calls these.
#pragma once

#include "match/disagreements.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace hearsay {

// Each takes a point's claims (by article, then position) and returns what it finds, one disagreement for each thing
// that the claims differ on.
using PointClaims = std::span<const std::size_t>;
std::vector<Disagreement> differing_quantities(PointClaims point, const Told& told);
std::vector<Disagreement> differing_dates(PointClaims point, const Told& told);
std::vector<Disagreement> differing_places(PointClaims point, const Told& told);
std::vector<Disagreement> differing_actors(PointClaims point, const Told& told);
std::vector<Disagreement> differing_polarity(PointClaims point, const Told& told);
std::vector<Disagreement> differing_wordings(PointClaims point, const Told& told);

// Are two claims surely on one thing, told by two articles, and of one time?
bool surely_of_one_thing(std::size_t a, std::size_t b, const Told& told);

// Are two claims told by two: in two articles, or in one by two speakers? A report does not contradict itself.
bool told_by_two(std::size_t a, std::size_t b, const Told& told);

// Does one claim name a day long before its report, which the other does not: last year's fire, an earlier crash?
bool of_other_times(std::size_t a, std::size_t b, const Told& told);

// The words of a span in a claim's article.
std::string_view words_of(std::size_t claim, Span words, const Told& told);

// A value that a claim gives: one of told.claims[claim].values.
struct Given {
  std::size_t claim;
  const Value* value;
};

inline std::string_view words_of(const Given& given, const Told& told) {
  return words_of(given.claim, given.value->span, told);
}

// Where it stands among its claim's values.
inline std::size_t place_among_values(const Given& given, const Told& told) {
  return static_cast<std::size_t>(given.value - told.claims[given.claim].values.data());
}

}  // namespace hearsay
