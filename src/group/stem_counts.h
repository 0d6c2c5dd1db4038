// How often stems stand in the articles of this stream, for words that news has only now begun to use.
#pragma once

#include "group/signature.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

class StemCounts {
 public:
  // Features with their weights lowered where the stream uses the stem more than the built-in counts foresee: a name
  // that is in every second report of the week ties nothing together.
  std::vector<Feature> adjusted(std::vector<Feature> features) const;

  // Takes an article's features into the counts. What is older than the last few hundred thousand articles fades.
  void count(const std::vector<Feature>& features);

  template <class Archive>
  void fields(Archive& archive) {
    archive(slots_, used_, articles_);
  }

 private:
  struct Slot {
    std::uint32_t stem = 0;  // 0: free
    std::uint32_t count = 0;
  };

  std::size_t slot_of(std::uint32_t stem) const;
  void rebuild(std::size_t size);
  void fade();

  std::vector<Slot> slots_;  // open addressing; a power of two
  std::uint64_t used_ = 0;
  std::uint32_t articles_ = 0;
};

}  // namespace hearsay
