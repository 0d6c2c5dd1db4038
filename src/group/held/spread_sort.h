// Sorting by keys that are hashes, without branches that a processor cannot predict.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Moves each item down to its place; linear where all are near it already.
template <class Item, class IsBefore>
void sort_nearly_sorted(std::vector<Item>& items, const IsBefore& is_before) {
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (!is_before(items[i], items[i - 1])) continue;
    const Item item = items[i];
    std::size_t to = i;
    for (; to > 0 && is_before(item, items[to - 1]); --to) items[to] = items[to - 1];
    items[to] = item;
  }
}

// Sorts by keys below 2^key_bits; of one key in the order they had. About as many buckets as items, each then sorted by
// itself; by comparing all where the keys are not spread.
template <class Item, class Key>
void spread_sort(std::vector<Item>& items, unsigned key_bits, const Key& key) {
  const auto is_before = [&](const Item& a, const Item& b) { return key(a) < key(b); };
  constexpr std::size_t few = 16;
  if (items.size() <= few) return sort_nearly_sorted(items, is_before);
  const unsigned bucket_bits = std::min<unsigned>(key_bits, static_cast<unsigned>(std::bit_width(items.size())));
  const unsigned shift = key_bits - bucket_bits;
  std::vector<std::uint32_t> ends((1UL << bucket_bits) + 1);
  for (const Item& item : items) ++ends[(key(item) >> shift) + 1];
  constexpr std::uint32_t crowded = 32;
  if (*std::max_element(ends.begin(), ends.end()) > crowded) {
    std::stable_sort(items.begin(), items.end(), is_before);
    return;
  }
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
  std::vector<Item> spread(items.size());
  for (const Item& item : items) spread[ends[key(item) >> shift]++] = item;
  sort_nearly_sorted(spread, is_before);
  items.swap(spread);
}

}  // namespace hearsay
