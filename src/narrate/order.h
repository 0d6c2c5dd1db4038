// The order in which an account's points are read.
#pragma once

#include "narrate/account.h"

namespace hearsay {

// Contested first, and in each standing those that stand in the most articles, then those that come first. Sets
// Claim::point to each point's new place.
void order_points(Account& account);

}  // namespace hearsay
