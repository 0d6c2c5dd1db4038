#include "itemise/sense.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// A sense of which all but the first two numbers are zero.
Sense sense(int first, int second) {
  Sense sense{};
  sense[0] = static_cast<std::int16_t>(first);
  sense[1] = static_cast<std::int16_t>(second);
  return sense;
}

TEST(Sense, likeness_is_the_cosine_in_thousandths) {
  const Sense one = sense(sense_one, 0);
  EXPECT_EQ(sense_likeness(one, one), 1000);
  EXPECT_EQ(sense_likeness(one, sense(0, sense_one)), 0);
  EXPECT_EQ(sense_likeness(one, sense(-sense_one, 0)), -1000);
  EXPECT_EQ(sense_likeness(one, sense(sense_one / 2, 7094)), 500);
  EXPECT_EQ(sense_likeness(one, Sense{}), 0);
}

}  // namespace
}  // namespace hearsay
