// From the hashes of runs to the articles that hold them.
#pragma once

#include "group/held/table_parts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace hearsay {

// Holds up to eight articles for each run, in the order they came; articles are numbers that ascend. Six bytes a
// holder, and a fifth to a tenth more.
class RunTable {
 public:
  static constexpr std::size_t most_holders = 8;

  // Adds the run's holders to `holders`.
  void look_up(std::uint32_t run, std::vector<std::uint32_t>& holders) const;

  // Brings the run's place into the processor's cache, for a look_up soon to come.
  void prefetch(std::uint32_t run) const { table_.prefetch(mixed(run)); }

  void insert(std::uint32_t run, std::uint32_t article);

  // Forgets all articles before this number. At most 2^22 numbers may lie between this one and the last.
  void forget_before(std::uint32_t article);

  template <class Archive>
  void fields(Archive& archive) {
    archive(table_, first_, swept_);
  }

 private:
  static constexpr std::uint32_t article_mask = 0xFFFFFFU;

  // 24 bits of the run, the others being those of its part, and 24 of the article's number: in 16s the highest of the
  // run, its lowest eight with the number's highest eight, and the number's lowest.
  struct Slot {
    std::array<std::uint16_t, 3> bits{0xFFFFU, 0xFFFFU, 0xFFFFU};

    static Slot of(std::uint32_t key, std::uint32_t number) {
      return {{static_cast<std::uint16_t>(key >> 8), static_cast<std::uint16_t>(key << 8 | (number >> 16 & 255U)),
               static_cast<std::uint16_t>(number)}};
    }
    std::uint32_t key() const { return std::uint32_t(bits[0]) << 8 | bits[1] >> 8; }
    std::uint32_t number() const { return (bits[1] & 255U) << 16 | bits[2]; }
    bool is_free() const {
      std::uint32_t last_two = 0;
      std::memcpy(&last_two, &bits[1], sizeof last_two);
      return (last_two & 0xFFFF00FFU) == 0xFFFF00FFU;
    }
  };

  static std::uint32_t mixed(std::uint32_t run) { return run * 0x9E3779B1U; }
  bool is_held(const Slot& slot) const { return ((slot.number() - first_) & article_mask) <= article_mask / 2; }
  std::uint32_t article_of(const Slot& slot) const { return first_ + ((slot.number() - first_) & article_mask); }

  TableParts<Slot> table_;
  std::uint32_t first_ = 0;
  std::uint32_t swept_ = 0;  // no article before this one is in the table
};

}  // namespace hearsay
