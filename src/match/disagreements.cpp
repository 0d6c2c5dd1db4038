// Every kind of thing is compared by itself: a point's quantities, its dates, its places, its doers, its yes and no,
// its wordings (disagreements_*.cpp). When in doubt there is no disagreement: a wrong one sends a reader after nothing.
#include "match/disagreements.h"

#include "match/disagreements_kinds.h"

#include <algorithm>
#include <iterator>

namespace hearsay {

bool of_other_times(std::size_t a, std::size_t b, const Told& told) {
  return told.profiles[a].long_ago != told.profiles[b].long_ago;
}

bool told_by_two(std::size_t a, std::size_t b, const Told& told) {
  const Claim& x = told.claims[a];
  const Claim& y = told.claims[b];
  if (x.article != y.article) return true;
  if (x.sources.empty() || y.sources.empty() || x.span.overlaps(y.span)) return false;
  const Source& speaker = x.sources.back();
  const Source& other = y.sources.back();
  return speaker.entity && other.entity ? *speaker.entity != *other.entity : speaker.name != other.name;
}

bool surely_of_one_thing(std::size_t a, std::size_t b, const Told& told) {
  return told.claims[a].article != told.claims[b].article && !of_other_times(a, b, told) &&
         told.model.sure(told.profiles[a], told.profiles[b]);
}

std::string_view words_of(std::size_t claim, Span words, const Told& told) {
  return words_at(told.articles[told.claims[claim].article].text, words);
}

std::vector<Disagreement> find_disagreements(std::span<const std::size_t> point, const Told& told) {
  std::vector<Disagreement> found;
  for (const auto finder : {differing_quantities, differing_dates, differing_places, differing_actors,
                            differing_polarity, differing_wordings}) {
    auto more = finder(point, told);
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Disagreement& a, const Disagreement& b) { return a.relation < b.relation; });
  return found;
}

}  // namespace hearsay
