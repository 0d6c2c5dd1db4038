// Greedy tags: each word takes the tag whose weights, summed over the word's features, are highest.
#include "dissect/words/tagger.h"

#include "dissect/arithmetic/kernels.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace hearsay {

Tagger::Tagger(const ModelFile& file)
    : weights_(file.section<std::int8_t>("tagger")),
      mask_(weights_.size() / row - 1),
      words_(file.section<std::uint16_t>("words.marks"), file.section<std::uint16_t>("words.rows")),
      vectors_(file.section<std::int8_t>("words.table")) {
  if (weights_.size() < row || !std::has_single_bit(weights_.size() / row))
    throw std::runtime_error("models/grammar.bin: the section tagger has a wrong size");
  const auto sizes = file.section<std::int32_t>("sizes");
  vector_size_ = sizes.size() > 1 ? static_cast<std::size_t>(sizes[1]) : 0;
}

std::uint16_t Tagger::group_of(const std::int8_t* vector) {
  std::uint16_t group = 1;
  for (int i = 0; i < 10; ++i) group = static_cast<std::uint16_t>(group * 2 + (vector[i] > 0 ? 1 : 0));
  return group;
}

Tagger::Features Tagger::features(std::span<const WordFeatures> words, std::span<const std::uint16_t> groups,
                                  std::size_t i, unsigned tag_before, unsigned tag_earlier) {
  Features found{};
  std::size_t count = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b) {
    std::uint64_t hash = (a + count * 0x9e3779b97f4a7c15ULL) * 0xd6e8feb86659fd93ULL;
    hash = (hash ^ (hash >> 32) ^ b) * 0x94d049bb133111ebULL;
    found[count++] = static_cast<std::uint32_t>(hash >> 32);
  };
  static constexpr WordFeatures nothing{};
  const auto& here = words[i].hashes;
  const auto& before = i > 0 ? words[i - 1].hashes : nothing.hashes;
  const auto& after = i + 1 < words.size() ? words[i + 1].hashes : nothing.hashes;
  const std::uint64_t group_before = i > 0 ? groups[i - 1] : 0, group_after = i + 1 < words.size() ? groups[i + 1] : 0;
  const std::uint64_t tags = tag_before * 32 + tag_earlier;
  for (std::size_t f = 0; f < here.size(); ++f) add(here[f], 0);
  add(groups[i], 0);
  add(tag_before, 1);
  add(tags, 2);
  add(here[0], tag_before);
  add(before[0], 0);
  add(after[0], 0);
  add(after[2], 1);
  add(after[6], here[6]);
  add(group_before, group_after);
  add(group_after, tag_before);
  add(before[0], here[0]);
  add(here[0], after[0]);
  add(here[2], tag_before);
  return found;
}

void Tagger::tag(std::span<const WordFeatures> words, std::vector<Tag>& tags) const {
  tags.resize(words.size());
  std::vector<std::uint16_t> groups(words.size(), 0);
  if (vector_size_ >= 16)
    for (std::size_t i = 0; i < words.size(); ++i)
      if (const std::uint16_t found = words_.row_of(words[i].hashes[0]); found != FeatureTable::none)
        groups[i] = group_of(vectors_.data() + found * vector_size_);
  unsigned before = no_tag, earlier = no_tag;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::array<std::int16_t, row> sums{};
    for (const std::uint32_t feature : features(words, groups, i, before, earlier))
      add_row(weights_.data() + (feature & mask_) * row, row, sums.data());
    const auto best = std::max_element(sums.begin(), sums.begin() + tag_names.size()) - sums.begin();
    tags[i] = static_cast<Tag>(best);
    earlier = before;
    before = static_cast<unsigned>(best);
  }
}

}  // namespace hearsay
