#include "itemise/seats.h"

#include <algorithm>
#include <map>

namespace hearsay {

void let_seats_stand(const std::vector<Seat>& seats, const Entities& entities, std::vector<FoundClaim>& claims) {
  std::map<std::size_t, std::size_t> country_of;
  for (const Seat& seat : seats) {
    if (seat.sure) country_of.emplace(seat.entity, seat.country);
  }
  for (FoundClaim& found : claims) {
    auto& sources = found.claim.sources;
    for (Source& source : sources) {
      const auto country = source.entity ? country_of.find(*source.entity) : country_of.end();
      // A role that only hangs on the name ("an aide in Astana") keeps its own.
      if (country == country_of.end() || source.name != entities.all[*source.entity].name) continue;
      source.entity = country->second;
      source.name = entities.all[country->second].name;
    }
    const auto twice = [](const Source& a, const Source& b) { return a.entity && a.entity == b.entity; };
    sources.erase(std::unique(sources.begin(), sources.end(), twice), sources.end());
  }
}

}  // namespace hearsay
