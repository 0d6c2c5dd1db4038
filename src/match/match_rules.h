// The rules and models of this stage, each read once.
#pragma once

#include "match/claims.h"
#include "match/deeds.h"
#include "match/likeness.h"
#include "match/meaning.h"

namespace hearsay {

// What matching needs beside the articles. Const after loading, shared by all threads and stories. Making one throws
// std::runtime_error, naming the file, when a list or model is broken.
struct MatchRules {
  ClaimRules claims;
  DeedWords deeds;
  Meaning meaning;
  LikenessModel likeness;
};

}  // namespace hearsay
