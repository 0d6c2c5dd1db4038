// From the hashes of runs to the articles that hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Holds up to eight articles for each run, in the order they came; articles are numbers that ascend.
class RunTable {
 public:
  static constexpr std::size_t most_holders = 8;

  RunTable() : parts_(part_count) {}

  // Adds the run's holders to `holders`.
  void look_up(std::uint32_t run, std::vector<std::uint32_t>& holders) const;

  // Brings the run's place into the processor's cache, for a look_up soon to come.
  void prefetch(std::uint32_t run) const;

  void insert(std::uint32_t run, std::uint32_t article);

  // Forgets all articles before this number.
  void forget_before(std::uint32_t article) { first_ = article; }

  template <class Archive>
  void fields(Archive& archive) {
    archive(parts_, first_);
    parts_.resize(part_count);
  }

 private:
  static constexpr unsigned part_bits = 6;
  static constexpr std::size_t part_count = 1U << part_bits;

  struct Entry {
    std::uint32_t run = 0;
    std::uint32_t article = 0xFFFFFFFFU;  // the slot is free
  };
  // Parts grow one at a time, so that growing takes little memory and never long.
  struct Part {
    std::vector<Entry> slots;
    std::uint64_t used = 0;

    template <class Archive>
    void fields(Archive& archive) {
      archive(slots, used);
    }
  };

  static std::uint32_t mixed(std::uint32_t run) { return run * 0x9E3779B1U; }
  static std::size_t slot_of(const Part& part, std::uint32_t run) {
    return (static_cast<std::uint64_t>(mixed(run) << part_bits) * part.slots.size()) >> 32;
  }
  const Part& part_of(std::uint32_t run) const { return parts_[mixed(run) >> (32 - part_bits)]; }
  Part& part_of(std::uint32_t run) { return parts_[mixed(run) >> (32 - part_bits)]; }
  void grow(Part& part) const;

  std::vector<Part> parts_;
  std::uint32_t first_ = 0;
};

}  // namespace hearsay
