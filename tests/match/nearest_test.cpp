#include "match/nearest.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Nearest, a_likeness_has_its_rank_among_those_of_the_candidates) {
  ClaimProfile profile;
  profile.nearest = {900, 700, 700, 100};
  EXPECT_EQ(rank_among_candidates(profile, 950), 0);
  EXPECT_EQ(rank_among_candidates(profile, 900), 0);
  EXPECT_EQ(rank_among_candidates(profile, 700), 1);
  EXPECT_EQ(rank_among_candidates(profile, 300), 3);
  EXPECT_EQ(rank_among_candidates(profile, 0), 4);
  EXPECT_EQ(rank_among_candidates(ClaimProfile(), 500), 0);
}

}  // namespace
}  // namespace hearsay
