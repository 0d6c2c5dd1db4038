// Whose government speaks: a capital, a seat or "the Norlandish government" as a source stands for a country.
#pragma once

#include "identify/entities.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

// A name of the story that, as a source or a doer, stands for a country's government.
struct Seat {
  std::size_t entity = 0;   // index into Entities::all: "Astana"
  std::size_t country = 0;  // "Kazakhstan"; where the story does not name the country, the first of its seats
  bool sure = true;         // false for a name that much else is called too
  std::string why;          // "Astana" is the capital of Kazakhstan
};

// The seats among the story's names, by entity. Only names that differ from their country's are listed.
std::vector<Seat> find_seats(const Entities& entities);

// The country that an entity stands for as a source or a doer; the entity itself where it stands for none, or is in
// doubt.
std::size_t standing_for(const std::vector<Seat>& seats, std::size_t entity);

// Says at each seat and country what stands for what: the sure ones in the country's `why`, the others as a "maybe".
void note_seats(const std::vector<Seat>& seats, std::vector<Entity>& entities);

}  // namespace hearsay
