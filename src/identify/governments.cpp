// By a list of countries, their capitals and seats (data/governments.txt), and by the words for a government beside a
// country's name or its adjective. A city is its country only where it speaks: as the place of an event it stays a
// city.
#include "identify/governments.h"

#include "base/resources.h"
#include "identify/countries.h"

#include <algorithm>
#include <map>
#include <optional>

namespace hearsay {

std::vector<Seat> find_seats(const Entities& entities) {
  static const Countries countries(resource("data/governments.txt"), "data/governments.txt");
  std::vector<std::optional<CountryRole>> roles;
  std::map<std::size_t, std::size_t> entity_of;  // a country's line to the entity that stands for it
  for (const Entity& entity : entities.all) {
    roles.push_back(entity.kind == EntityKind::person ? std::nullopt : countries.role_of(entity.name));
    if (roles.back() && roles.back()->is_country) entity_of.emplace(roles.back()->country, roles.size() - 1);
  }
  for (std::size_t e = 0; e < roles.size(); ++e) {
    if (roles[e] && roles[e]->sure) entity_of.emplace(roles[e]->country, e);
  }
  std::vector<Seat> seats;
  for (std::size_t e = 0; e < roles.size(); ++e) {
    if (!roles[e]) continue;
    const auto country = entity_of.find(roles[e]->country);
    if (country == entity_of.end() || country->second == e) continue;
    const std::string what = roles[e]->is_country ? "another name of the country" : roles[e]->what;
    seats.push_back({e, country->second, roles[e]->sure, '"' + entities.all[e].name + "\" is " + what});
  }
  return seats;
}

std::size_t standing_for(const std::vector<Seat>& seats, std::size_t entity) {
  const auto seat =
      std::find_if(seats.begin(), seats.end(), [&](const Seat& s) { return s.sure && s.entity == entity; });
  return seat == seats.end() ? entity : seat->country;
}

void note_seats(const std::vector<Seat>& seats, std::vector<Entity>& entities) {
  for (const Seat& seat : seats) {
    Entity& entity = entities[seat.entity];
    const std::string& country = entities[seat.country].name;
    if (seat.sure) {
      entity.why += (entity.why.empty() ? "" : "; ") + ("as a source it stands for \"" + country + "\": " + seat.why);
    } else {
      entity.maybe.push_back({seat.country, "as a source it may stand for \"" + country + "\": " + seat.why});
    }
  }
}

}  // namespace hearsay
