// Which claim another stands in.
#pragma once

#include "itemise/propositions/claim.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace hearsay {

// For each claim the smallest other claim of its article that holds all its words and more; nothing where it stands in
// none. Indices are those of `claims`, which come by article, in any order within one.
std::vector<std::optional<std::size_t>> find_hosts(std::span<const Claim> claims);

}  // namespace hearsay
