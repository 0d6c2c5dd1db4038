// The learned weights of the attribution finder: models/attributions.bin, used in place.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace hearsay {

// What a word is to a cue.
enum class Role : std::uint8_t { other, content, source, cue };
inline constexpr std::size_t role_count = 4;

// The kinds of boundary between two neighbouring words, by how likely a change of role is there; see spans.cpp.
inline constexpr std::size_t boundary_count = 16;

// The file, little endian: a header of 64 bytes, then
//   boundary   float  [boundary_count][role_count][role_count]   from the role on the left to the role on the right
//   candidates bit    [2^candidate_bits]                         lemmas (by hash) that can be a cue
//   cue        int8   [2^cue_bits]                               is the word a cue?
//   run_on     int8   [2^run_on_bits]                            does the content run on into the next sentence?
//   keep       int8   [2^run_on_bits]                            is the attribution, as found, to be kept?
//   spans      int8   [2^span_bits][role_count]                  what is the word to the cue?
// A weight is its int8 times the table's scale.
struct AttributionWeightsHeader {
  std::array<char, 8> magic{};
  std::uint32_t candidate_bits = 0, cue_bits = 0, run_on_bits = 0, span_bits = 0;
  float cue_scale = 0, run_on_scale = 0, keep_scale = 0, span_scale = 0;
  float cue_least = 0, run_on_least = 0, keep_least = 0;  // scores (log odds) from which the answer is yes
  std::array<std::uint32_t, 3> reserved{};
};
static_assert(sizeof(AttributionWeightsHeader) == 64);
inline constexpr std::array<char, 8> attribution_magic = {'H', 'S', 'A', 'T', 'T', 'R', '0', '1'};

using Features = std::span<const std::uint32_t>;  // hashes, see mix()

class AttributionWeights {
 public:
  // `bytes` must outlive the weights and begin on a 4-byte boundary. Throws std::runtime_error when they are not the
  // file above.
  explicit AttributionWeights(std::string_view bytes);

  bool can_be_cue(std::uint32_t lemma) const;
  float cue_score(Features features) const;
  float run_on_score(Features features) const;
  float keep_score(Features features) const;
  std::array<float, role_count> role_scores(Features features) const;
  // Begins to fetch what role_scores() will read: the table is larger than a processor's caches.
  void fetch_roles(Features features) const {
    const std::uint32_t mask = (1U << header_.span_bits) - 1;
    for (const std::uint32_t feature : features)
      __builtin_prefetch(spans_ + role_count * static_cast<std::size_t>(feature & mask));
  }
  float change_score(std::size_t boundary, std::size_t left, std::size_t right) const {
    return boundary_[(boundary * role_count + left) * role_count + right];
  }
  const AttributionWeightsHeader& header() const { return header_; }

 private:
  AttributionWeightsHeader header_;
  const float* boundary_ = nullptr;
  const std::uint8_t* candidates_ = nullptr;
  const std::int8_t* cue_ = nullptr;
  const std::int8_t* run_on_ = nullptr;
  const std::int8_t* keep_ = nullptr;
  const std::int8_t* spans_ = nullptr;
};

}  // namespace hearsay
