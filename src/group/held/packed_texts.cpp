// Strings lie end to end in blocks, so that none pays for an allocation of its own.
#include "group/held/packed_texts.h"

#include <algorithm>
#include <cassert>

namespace hearsay {

namespace {

// Bytes; a longer string has a block to itself. No more, so that blocks fit where a growing table was before.
constexpr std::size_t block_size = 1U << 14;

}  // namespace

void PackedTexts::add(std::uint32_t number, std::string_view bytes) {
  if (blocks_.empty() || blocks_.back().bytes.size() + bytes.size() > block_size) {
    if (!blocks_.empty()) {
      blocks_.back().begins.shrink_to_fit();
      blocks_.back().bytes.shrink_to_fit();
    }
    blocks_.push_back({number, {}, {}});
    blocks_.back().bytes.reserve(std::max(block_size, bytes.size()));
  }
  Block& block = blocks_.back();
  assert(number == block.first + block.begins.size());
  block.begins.push_back(static_cast<std::uint16_t>(block.bytes.size()));
  block.bytes += bytes;
}

std::string_view PackedTexts::at(std::uint32_t number) const {
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), number,
                                      [](std::uint32_t value, const Block& block) { return value < block.first; });
  const Block& block = *(after - 1);
  const std::size_t place = number - block.first;
  const std::size_t begin = block.begins[place];
  const std::size_t end = place + 1 < block.begins.size() ? block.begins[place + 1] : block.bytes.size();
  return std::string_view(block.bytes).substr(begin, end - begin);
}

void PackedTexts::forget_before(std::uint32_t number) {
  const auto kept = std::find_if(blocks_.begin(), blocks_.end(),
                                 [&](const Block& block) { return block.first + block.begins.size() > number; });
  blocks_.erase(blocks_.begin(), kept);
}

}  // namespace hearsay
