#include "group/held/table_parts.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace hearsay {
namespace {

struct Counted {
  std::uint32_t kept = 0;
  std::uint32_t count = 0;

  std::uint32_t key() const { return kept; }
  bool is_free() const { return count == 0; }
};

std::uint32_t& count_at(TableParts<Counted>& table, std::uint32_t key) {
  auto& part = table.part_of(key);
  if (part.is_full()) table.renew(part, [](const Counted&) { return true; });
  const std::size_t slot = part.first_of(key);
  return part.has(slot, key) ? part.slots[slot].count : table.insert(part, slot, {table.kept_of(key), 0}).count;
}

// Keys at the upper end of a part crowd behind the last place that keys lead to.
TEST(table_parts, count_as_a_plain_map_does) {
  for (const std::uint32_t spread : {0xFFFFFFFFU, 0xFF0000FFU, 0x00FFFFFFU, 0xFFU}) {
    TableParts<Counted> table;
    std::map<std::uint32_t, std::uint32_t> plain;
    std::mt19937 random(spread);
    for (int i = 0; i < 50000; ++i) {
      const std::uint32_t key = static_cast<std::uint32_t>(random()) | ~spread;
      ++count_at(table, key);
      ++plain[key];
    }
    for (const auto& [key, count] : plain) ASSERT_EQ(count_at(table, key), count) << spread << ' ' << key;
  }
}

TEST(table_parts, keep_what_is_named_when_renewed) {
  TableParts<Counted> table;
  std::mt19937 random(1);
  for (int i = 0; i < 5000; ++i) {
    count_at(table, static_cast<std::uint32_t>(random())) = static_cast<std::uint32_t>(1 + i % 2);
  }
  for (auto& part : table.parts()) table.renew(part, [](const Counted& slot) { return slot.count == 2; });
  random.seed(1);
  for (int i = 0; i < 5000; ++i) {
    const auto key = static_cast<std::uint32_t>(random());
    ASSERT_EQ(table.part_of(key).has(table.part_of(key).first_of(key), key), i % 2 == 1) << i;
  }
}

}  // namespace
}  // namespace hearsay
