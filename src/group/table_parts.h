// A hash table in parts that grow one at a time, so that growing takes little memory and never long.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Open addressing with linear probing. A key has 32 well mixed bits: the upper eight say which part it lies in, and the
// others are with the slot: `Slot::key()` gives them back, as far as they are ever set, and `Slot::is_free()` whether a
// slot is free, as it is when made by `Slot()`. Parts are between seven tenths and five sixths full, each at another
// point between the two, so that all together waste about the same at any time.
template <class Slot>
class TableParts {
 public:
  struct Part {
    std::vector<Slot> slots;
    std::uint64_t used = 0;

    std::size_t home_of(std::uint32_t key) const {
      return (static_cast<std::uint64_t>(key << part_bits) * slots.size()) >> 32;
    }
    std::size_t after(std::size_t slot) const { return slot + 1 == slots.size() ? 0 : slot + 1; }
    bool is_full() const { return 6 * (used + 1) > 5 * slots.size(); }

    template <class Archive>
    void fields(Archive& archive) {
      archive(slots, used);
    }
  };

  TableParts() : parts_(part_count) {}

  static constexpr std::uint32_t kept_of(std::uint32_t key) { return key & (0xFFFFFFFFU >> part_bits); }
  const Part& part_of(std::uint32_t key) const { return parts_[key >> (32 - part_bits)]; }
  Part& part_of(std::uint32_t key) { return parts_[key >> (32 - part_bits)]; }
  std::vector<Part>& parts() { return parts_; }

  void prefetch(std::uint32_t key) const {
    const Part& part = part_of(key);
    if (!part.slots.empty()) __builtin_prefetch(&part.slots[part.home_of(key)]);
  }

  // Moves the slots that `is_kept` names to a part with room for more; those of one key keep their order.
  template <class IsKept>
  void renew(Part& part, const IsKept& is_kept) {
    const std::vector<Slot> old = std::move(part.slots);
    const auto is_moved = [&](const Slot& slot) { return !slot.is_free() && is_kept(slot); };
    part.used = static_cast<std::uint64_t>(std::count_if(old.begin(), old.end(), is_moved));
    const auto number = static_cast<std::size_t>(&part - parts_.data());
    part.slots.assign(std::max(smallest + number % phases, part.used * 10 / 7), {});
    // From a free slot on, so that a key's slots keep their order round the part's end.
    const auto free = std::find_if(old.begin(), old.end(), [](const Slot& slot) { return slot.is_free(); });
    const auto begin = static_cast<std::size_t>(free - old.begin());
    for (std::size_t i = 0; i < old.size(); ++i) {
      const Slot& slot = old[begin + i < old.size() ? begin + i : begin + i - old.size()];
      if (!is_moved(slot)) continue;
      std::size_t at = part.home_of(slot.key());
      while (!part.slots[at].is_free()) at = part.after(at);
      part.slots[at] = slot;
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
  static constexpr std::size_t smallest = 16;
  static constexpr std::size_t phases = 4;  // a part grows by three slots at first

  std::vector<Part> parts_;
};

}  // namespace hearsay
