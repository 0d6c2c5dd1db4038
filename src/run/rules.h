// The rules and models that an account is made with, each read once.
#pragma once

#include "itemise/claims.h"
#include "itemise/propositions/asides.h"
#include "match/match.h"
#include "measure/evidence/deeds.h"
#include "narrate/order.h"

namespace hearsay {

// Const after loading, shared by all threads and stories. Constructing it throws std::runtime_error, naming the file,
// if a list or model is broken.
struct AccountRules {
  Asides asides;
  ClaimRules claims;
  MatchRules match;
  DeedWords deeds;
  OrderModel order;
};

}  // namespace hearsay
