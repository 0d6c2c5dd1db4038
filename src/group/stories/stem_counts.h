// How many articles of this stream hold a stem, for words that have come up in the news only now.
#pragma once

#include "group/held/table_parts.h"
#include "group/stories/signature.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

class StemCounts {
 public:
  // Features with their weights lowered where the stream uses the stem more than the built-in counts foresee: a name
  // that is in every second report of the week links nothing.
  std::vector<Feature> adjusted(std::vector<Feature> features) const;

  // Takes an article's features into the counts. What is older than the last few hundred thousand articles fades.
  void count(const std::vector<Feature>& features);

  template <class Archive>
  void fields(Archive& archive) {
    archive(table_, used_, articles_);
  }

 private:
  // 16 of a stem's 24 bits, the others being those of its part.
  struct Slot {
    std::uint16_t low_key = 0;
    std::uint16_t count = 0;

    std::uint32_t key() const { return std::uint32_t(low_key) << 8; }
    bool is_free() const { return count == 0; }
  };

  static std::uint32_t mixed(std::uint32_t stem) { return stem * 0x9E3779B1U << 8; }
  std::uint16_t count_of(std::uint32_t stem) const;
  Slot& slot_for(std::uint32_t stem);
  void fade();

  TableParts<Slot> table_;
  std::uint64_t used_ = 0;
  std::uint32_t articles_ = 0;
};

}  // namespace hearsay
