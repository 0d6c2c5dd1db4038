// A hash table in parts that grow one at a time, so that growing takes little memory and never much time.
#pragma once

#include "base/prefetch.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Open addressing with linear probing, the slots in order of their keys (Amble and Knuth, 1974), so that a search ends
// at the first larger key and parts can be four fifths to nine tenths full. A key has 32 well mixed bits: the upper
// eight say which part it lies in, and the others are with the slot: `Slot::key()` gives them back, as far as they are
// ever set, and `Slot::is_free()` whether a slot is free, as it is when made by `Slot()`.
template <class Slot>
class TableParts {
 public:
  struct Part {
    std::vector<Slot> slots;  // the last is always free
    std::uint64_t used = 0;
    std::uint64_t homes = 0;  // slots that keys lead to; behind them are some more

    // The first slot that is free or whose key is not lower. The part must have slots.
    std::size_t first_of(std::uint32_t key) const {
      const std::uint32_t kept = kept_of(key);
      std::size_t slot = home_of(key);
      while (!slots[slot].is_free() && slots[slot].key() < kept) ++slot;
      return slot;
    }
    bool has(std::size_t slot, std::uint32_t key) const {
      return !slots[slot].is_free() && slots[slot].key() == kept_of(key);
    }
    std::size_t home_of(std::uint32_t key) const {
      return (static_cast<std::uint64_t>(key << part_bits) * homes) >> 32;
    }
    bool is_full() const { return 10 * (used + 1) > 9 * homes; }

    template <class Archive>
    void fields(Archive& archive) {
      archive(slots, used, homes);
    }
  };

  TableParts() : parts_(part_count) {}

  static constexpr std::uint32_t kept_of(std::uint32_t key) { return key & (0xFFFFFFFFU >> part_bits); }
  const Part& part_of(std::uint32_t key) const { return parts_[key >> (32 - part_bits)]; }
  Part& part_of(std::uint32_t key) { return parts_[key >> (32 - part_bits)]; }
  std::vector<Part>& parts() { return parts_; }

  void prefetch(std::uint32_t key) const {
    const Part& part = part_of(key);
    if (!part.slots.empty()) prefetch_memory(&part.slots[part.home_of(key)]);
  }

  // Puts a slot at the place that first_of gave for its key, or behind others of its key; what stands there moves on.
  // The part must not be full; the slot may be one that is still free, if it is filled at once. Returns the slot, good
  // until the next change.
  static Slot& insert(Part& part, std::size_t place, const Slot& slot) {
    const auto at = part.slots.begin() + static_cast<std::ptrdiff_t>(place);
    const auto free = std::find_if(at, part.slots.end(), [](const Slot& other) { return other.is_free(); });
    const bool was_last = free + 1 == part.slots.end();
    std::move_backward(at, free, free + 1);
    *at = slot;
    ++part.used;
    if (was_last) lengthen(part);
    return part.slots[place];
  }

  // Leaves only the slots that `is_kept` names, with room for more; those of one key keep their order.
  template <class IsKept>
  void renew(Part& part, const IsKept& is_kept) {
    const std::vector<Slot> old = std::move(part.slots);
    const auto is_moved = [&](const Slot& slot) { return !slot.is_free() && is_kept(slot); };
    part.used = static_cast<std::uint64_t>(std::count_if(old.begin(), old.end(), is_moved));
    part.homes = homes_for(part.used, static_cast<std::uint64_t>(&part - parts_.data()));
    part.slots.assign(part.homes + behind, {});
    std::size_t next = 0;
    for (const Slot& slot : old) {
      if (!is_moved(slot)) continue;
      next = std::max(next, part.home_of(slot.key()));
      part.slots[next++] = slot;
      if (next == part.slots.size()) lengthen(part);
    }
  }

  template <class Archive>
  void fields(Archive& archive) {
    archive(parts_);
    parts_.resize(part_count);
  }

 private:
  static constexpr unsigned part_bits = 8;
  static constexpr std::size_t part_count = 1U << part_bits;
  static constexpr std::size_t behind = 6;

  // A part grows by an eighth. Its sizes lie between those of its neighbours, so that parts grow one after the other
  // and what one gives back is soon of use.
  static std::uint64_t homes_for(std::uint64_t used, std::uint64_t number) {
    constexpr std::uint64_t smallest = 24;
    std::uint64_t size_by_1024 = 1024 * smallest + 1024 * smallest / 8 * number / part_count;
    while (size_by_1024 * 4 < 1024 * used * 5) size_by_1024 += size_by_1024 / 8;
    return size_by_1024 / 1024;
  }

  static void lengthen(Part& part) {
    part.slots.reserve(part.slots.size() + behind);  // no more than that
    part.slots.resize(part.slots.size() + behind);
  }

  std::vector<Part> parts_;
};

}  // namespace hearsay
