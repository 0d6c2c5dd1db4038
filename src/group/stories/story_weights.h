// How much connects an article to each of many stories.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

struct WeighedStory {
  std::uint32_t story;
  float weight;
};

// Weights added by story, of at most so many stories.
template <std::size_t most_stories>
class StoryWeights {
 public:
  void add(std::uint32_t story, float weight) {
    std::size_t slot = (story * 0x9E3779B1U) >> (32 - slot_bits);
    while (slots_[slot] != 0 && stories_[slots_[slot] - 1].story != story) slot = (slot + 1) % slots_.size();
    if (slots_[slot] == 0) {
      stories_[count_] = {story, 0};
      slots_[slot] = ++count_;
    }
    stories_[slots_[slot] - 1].weight += weight;
  }

  // The heaviest first, of equal weight those of the lower number.
  std::vector<WeighedStory> heaviest(std::size_t most) {
    const auto kept = stories_.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(most, count_));
    std::partial_sort(stories_.begin(), kept, stories_.begin() + count_,
                      [](const WeighedStory& a, const WeighedStory& b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.story < b.story;
                      });
    return {stories_.begin(), kept};
  }

 private:
  static constexpr unsigned slot_bits = std::bit_width(most_stories);
  static_assert(most_stories < 0xFFFF);
  std::array<std::uint16_t, 1U << slot_bits> slots_{};  // one more than the place in the list; 0: free
  std::array<WeighedStory, most_stories> stories_;
  std::uint16_t count_ = 0;
};

}  // namespace hearsay
