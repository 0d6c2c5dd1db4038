// Which names stand side by side in a report.
#pragma once

#include "extract/marks.h"
#include "identify/entities.h"

#include <cstddef>
#include <set>
#include <span>
#include <utility>

namespace hearsay {

// Pairs of indices into Entities::all, the smaller first.
using Neighbours = std::set<std::pair<std::size_t, std::size_t>>;

// The names of which two mentions follow one another in a sentence with a few words between, in any article: "White
// Quay's adviser Ana Vell", "Ana Vell told the harbour office". What ties them is not asked, only that something may.
Neighbours find_neighbours(std::span<const Marks> marks, const Entities& entities);

}  // namespace hearsay
