#include "group/copies/telling.h"

#include <gtest/gtest.h>

#include "group/stories/signature.h"

#include <fmt/format.h>

namespace hearsay {
namespace {

PlacedWords placed(const std::string& text) { return place_words(text, fold_words(text)); }

std::string told(const std::string& a, const std::string& b, std::vector<Run> runs = {}) {
  const Telling telling = compare_tellings(placed(a), placed(b), runs);
  return fmt::format("{}/{} marks, {}/{} words, {:.2f} apart", telling.marks.common, telling.marks.shorter,
                     telling.in_order, telling.words, telling.drift);
}

TEST(telling, counts_what_both_say_once_in_one_order) {
  const std::string text =
      "Herons nested beside Orlen in 14 reeds near Vex while otters of Tarnfoss slept beneath Solvang bridge.";
  EXPECT_EQ(told(text, text), "5/5 marks, 13/13 words, 0.00 apart");
  EXPECT_EQ(
      told(text,
           "Otters of Tarnfoss slept beneath Solvang bridge while herons nested beside Orlen in 14 reeds near Vex."),
      "3/5 marks, 7/13 words, 0.52 apart");
  EXPECT_EQ(told(text, "Herons nested beside Orlen in 14 reeds near Vex. Herons slept."),
            "3/3 marks, 7/7 words, 0.14 apart");
}

TEST(telling, what_was_copied_tells_nothing) {
  const std::string text =
      "Herons nested beside Orlen in 14 reeds near Vex while otters of Tarnfoss slept beneath Solvang bridge.";
  EXPECT_EQ(told(text, text, {{0, 0, 5}}), "5/5 marks, 9/9 words, 0.00 apart");
}

TEST(telling, of_nothing_is_nothing) {
  EXPECT_EQ(told("", ""), "0/0 marks, 0/0 words, 0.00 apart");
  EXPECT_EQ(told("", "Otters slept beneath Solvang bridge."), "0/0 marks, 0/0 words, 0.00 apart");
  EXPECT_FALSE(is_one_telling(compare_tellings({}, {}, {})));
}

}  // namespace
}  // namespace hearsay
