#include "group/held/run_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace hearsay {
namespace {

std::vector<std::uint32_t> holders_of(const RunTable& table, std::uint32_t run) {
  std::vector<std::uint32_t> holders;
  table.look_up(run, holders);
  return holders;
}

TEST(run_table, holds_eight_articles_a_run_in_the_order_they_came) {
  RunTable table;
  for (std::uint32_t article = 5; article < 20; ++article) table.insert(77, article);
  EXPECT_EQ(holders_of(table, 77), (std::vector<std::uint32_t>{5, 6, 7, 8, 9, 10, 11, 12}));
  EXPECT_TRUE(holders_of(table, 78).empty());
}

TEST(run_table, gives_the_places_of_forgotten_articles_to_new_ones) {
  RunTable table;
  for (std::uint32_t article = 0; article < 8; ++article) table.insert(77, article);
  table.forget_before(7);
  EXPECT_EQ(holders_of(table, 77), (std::vector<std::uint32_t>{7}));
  table.insert(77, 8);
  const std::vector<std::uint32_t> holders = holders_of(table, 77);
  EXPECT_EQ(std::vector(holders.begin(), holders.end()), (std::vector<std::uint32_t>{8, 7}));
}

TEST(run_table, is_like_a_plain_map_of_lists) {
  RunTable table;
  std::map<std::uint32_t, std::vector<std::uint32_t>> plain;
  std::mt19937 random(3);
  std::uint32_t first = 0;
  for (std::uint32_t article = 0; article < 20000; ++article) {
    for (int i = 0; i < 10; ++i) {
      const auto run = static_cast<std::uint32_t>(random() % 30000 * 0x9E3779B9U);
      table.insert(run, article);
      auto& list = plain[run];
      std::erase_if(list, [&](std::uint32_t number) { return number < first; });
      if (list.size() < RunTable::most_holders) list.push_back(article);
    }
    if (article % 3000 == 2999) table.forget_before(first = article - 2500);
  }
  for (auto& [run, list] : plain) {
    std::erase_if(list, [&](std::uint32_t number) { return number < first; });
    std::vector<std::uint32_t> holders = holders_of(table, run);
    std::sort(holders.begin(), holders.end());
    ASSERT_EQ(holders, list) << run;
  }
}

// Numbers are held without their highest bits.
TEST(run_table, tells_articles_apart_however_many_came_before) {
  RunTable table;
  for (std::uint32_t article = 0; article < 100000000; article += 1000000) {
    table.forget_before(article < 3000000 ? 0 : article - 3000000);
    table.insert(5, article);
    std::vector<std::uint32_t> holders = holders_of(table, 5);
    std::sort(holders.begin(), holders.end());
    std::vector<std::uint32_t> expected;
    for (std::uint32_t held = article < 3000000 ? 0 : article - 3000000; held <= article; held += 1000000)
      expected.push_back(held);
    ASSERT_EQ(holders, expected) << article;
  }
}

}  // namespace
}  // namespace hearsay
