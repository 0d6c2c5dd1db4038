// How exactly the place of a happening is known, in a codebook's numbers.
#pragma once

#include "narrate/account.h"
#include "publish/coding/coding_sheet.h"

#include <cstddef>
#include <optional>

namespace hearsay {

// `place` is an index into the account's entities. UCDP GED: 1 a town, 4 a first-level division, 6 a country; ACLED: 1
// a town, 3 anything larger; IBC has none. Nothing if the name does not tell the size (no place in the gazetteer, or
// several), or a claim says "near" it: how near is for the coder to decide.
std::optional<int> where_precision(const Account& account, std::size_t place, Codebook codebook);

}  // namespace hearsay
