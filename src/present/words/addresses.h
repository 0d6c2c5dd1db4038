// Addresses of points that outlast a run: of what a point says, not of where it stands.
#pragma once

#include "narrate/account.h"

#include <string>
#include <vector>

namespace hearsay {

// The address of each point, by its number: "p-" and eight letters or digits of a hash (XXH3) over its representative
// claim's article id and words. It is the same whenever the same words of the same article stand for a point, wherever
// the point stands. Of points with equal words the first in its article has the plain address, the others "-2", "-3".
std::vector<std::string> point_addresses(const Account& account);

}  // namespace hearsay
