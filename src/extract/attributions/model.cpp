// Linear models over hashed features (Weinberger et al. 2009), one table of signed bytes each, read where they lie in
// the program's file. Two features that share a cell add up; the tables are large enough that few do.
#include "extract/attributions/model.h"

#include <cstring>
#include <stdexcept>

namespace hearsay {

namespace {

float sum(const std::int8_t* table, std::uint32_t bits, float scale, Features features) {
  const std::uint32_t mask = (1U << bits) - 1;
  int total = 0;
  for (const std::uint32_t feature : features) total += table[feature & mask];
  return static_cast<float>(total) * scale;
}

}  // namespace

AttributionWeights::AttributionWeights(std::string_view bytes) {
  const std::runtime_error broken("models/attributions.bin is not a table of attribution weights, or is cut short");
  if (bytes.size() < sizeof header_) throw broken;
  std::memcpy(&header_, bytes.data(), sizeof header_);
  const auto& h = header_;
  if (h.magic != attribution_magic || h.candidate_bits > 24 || h.cue_bits > 24 || h.run_on_bits > 24 ||
      h.span_bits > 24 || h.candidate_bits < 3)
    throw broken;
  const std::size_t boundary = sizeof header_;
  const std::size_t candidates = boundary + sizeof(float) * boundary_count * role_count * role_count;
  const std::size_t cue = candidates + (std::size_t{1} << h.candidate_bits) / 8;
  const std::size_t run_on = cue + (std::size_t{1} << h.cue_bits);
  const std::size_t keep = run_on + (std::size_t{1} << h.run_on_bits);
  const std::size_t spans = keep + (std::size_t{1} << h.run_on_bits);
  if (bytes.size() != spans + role_count * (std::size_t{1} << h.span_bits)) throw broken;
  boundary_ = reinterpret_cast<const float*>(bytes.data() + boundary);
  candidates_ = reinterpret_cast<const std::uint8_t*>(bytes.data() + candidates);
  cue_ = reinterpret_cast<const std::int8_t*>(bytes.data() + cue);
  run_on_ = reinterpret_cast<const std::int8_t*>(bytes.data() + run_on);
  keep_ = reinterpret_cast<const std::int8_t*>(bytes.data() + keep);
  spans_ = reinterpret_cast<const std::int8_t*>(bytes.data() + spans);
}

bool AttributionWeights::can_be_cue(std::uint32_t lemma) const {
  const std::uint32_t bit = lemma & ((1U << header_.candidate_bits) - 1);
  return (candidates_[bit / 8] >> (bit % 8) & 1) != 0;
}

float AttributionWeights::cue_score(Features features) const {
  return sum(cue_, header_.cue_bits, header_.cue_scale, features);
}

float AttributionWeights::run_on_score(Features features) const {
  return sum(run_on_, header_.run_on_bits, header_.run_on_scale, features);
}

float AttributionWeights::keep_score(Features features) const {
  return sum(keep_, header_.run_on_bits, header_.keep_scale, features);
}

std::array<float, role_count> AttributionWeights::role_scores(Features features) const {
  const std::uint32_t mask = (1U << header_.span_bits) - 1;
  std::array<int, role_count> totals{};
  for (const std::uint32_t feature : features) {
    const std::int8_t* row = spans_ + role_count * static_cast<std::size_t>(feature & mask);
    for (std::size_t role = 0; role < role_count; ++role) totals[role] += row[role];
  }
  std::array<float, role_count> scores{};
  for (std::size_t role = 0; role < role_count; ++role)
    scores[role] = static_cast<float>(totals[role]) * header_.span_scale;
  return scores;
}

}  // namespace hearsay
