// Learns the weights of src/dissect/words/tagger.h: an averaged perceptron (Collins 2002) that tags from left to right
// and goes on from its own tags, right or wrong.
#pragma once

#include "dissect/arithmetic/model_file.h"
#include "dissect/words/tagger.h"
#include "network_training.h"
#include "treebank.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_map>
#include <vector>

namespace hearsay::training {

inline constexpr std::size_t tagger_rows = 1 << 16;

// `groups` gives the group of a word by its hash.
inline void learn_tagger(std::vector<TreebankSentence> sentences,
                         const std::unordered_map<std::uint64_t, std::uint16_t>& groups, int passes,
                         ModelWriter& file) {
  const std::size_t tags = tag_names.size();
  std::vector<float> weights(tagger_rows * tags, 0), sums(tagger_rows * tags, 0);
  Random random(23);
  float step = 0;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = sentences.size(); i > 1; --i) std::swap(sentences[i - 1], sentences[random.below(i)]);
    int wrong = 0, all = 0;
    for (const TreebankSentence& sentence : sentences) {
      std::vector<WordFeatures> words;
      std::vector<std::uint16_t> word_groups;
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        words.push_back(features_of(sentence[i].word, i == 0));
        const auto group = groups.find(words.back().hashes[0]);
        word_groups.push_back(group == groups.end() ? std::uint16_t{0} : group->second);
      }
      unsigned before = Tagger::no_tag, earlier = Tagger::no_tag;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const Tagger::Features features = Tagger::features(words, word_groups, i, before, earlier);
        std::vector<float> scores(tags, 0.0f);
        for (const std::uint32_t f : features)
          for (std::size_t t = 0; t < tags; ++t) scores[t] += weights[(f & (tagger_rows - 1)) * tags + t];
        const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
        const auto gold = static_cast<std::size_t>(sentence[i].tag);
        ++step;
        ++all;
        if (best != gold) {
          ++wrong;
          for (const std::uint32_t f : features) {
            const std::size_t at = (f & (tagger_rows - 1)) * tags;
            weights[at + gold] += 1, sums[at + gold] += step;
            weights[at + best] -= 1, sums[at + best] -= step;
          }
        }
        earlier = before;
        before = static_cast<unsigned>(best);
      }
    }
    std::printf("fast tagger, pass %d: %.4f wrong\n", pass + 1, static_cast<double>(wrong) / all);
  }
  std::vector<float> sizes;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] -= sums[i] / (step + 1);
    if (weights[i] != 0) sizes.push_back(std::abs(weights[i]));
  }
  // The few largest weights are cut off, for the sake of the others' precision.
  const auto nearly_largest = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 999 / 1000);
  std::nth_element(sizes.begin(), nearly_largest, sizes.end());
  const float scale = 127.0f / *nearly_largest;
  std::vector<std::int8_t> bytes(tagger_rows * Tagger::row, 0);
  for (std::size_t r = 0; r < tagger_rows; ++r)
    for (std::size_t t = 0; t < tags; ++t)
      bytes[r * Tagger::row + t] =
          static_cast<std::int8_t>(std::lround(std::clamp(weights[r * tags + t] * scale, -127.0f, 127.0f)));
  file.add("tagger", bytes);
}

}  // namespace hearsay::training
