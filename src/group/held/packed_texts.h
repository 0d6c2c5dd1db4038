// Millions of byte strings under consecutive numbers, with an overhead of two bytes each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

class PackedTexts {
 public:
  // The first may have any number; each later one must have the next.
  void add(std::uint32_t number, std::string_view bytes);

  // Must be held. Valid until the next change.
  std::string_view at(std::uint32_t number) const;

  // Forgets all before this number; their memory is given back by the block.
  void forget_before(std::uint32_t number);

  template <class Archive>
  void fields(Archive& archive) {
    archive(blocks_);
  }

 private:
  struct Block {
    std::uint32_t first = 0;            // number of its first string
    std::vector<std::uint16_t> begins;  // in `bytes`
    std::string bytes;

    template <class Archive>
    void fields(Archive& archive) {
      archive(first, begins, bytes);
    }
  };

  std::vector<Block> blocks_;  // in order of their numbers
};

}  // namespace hearsay
