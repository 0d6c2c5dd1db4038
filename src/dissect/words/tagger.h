// Tags without a tree, many times faster than the network that gives both.
#pragma once

#include "dissect/arithmetic/feature_table.h"
#include "dissect/arithmetic/model_file.h"
#include "dissect/words/dissection.h"
#include "dissect/words/word_features.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// A linear model over a word, its neighbours and the tags before it, read from left to right (Collins 2002). Const
// after loading.
class Tagger {
 public:
  static constexpr std::size_t row = 32;  // weights in a row, one for each tag; the rest are zeros
  static constexpr std::size_t feature_count = 20;
  using Features = std::array<std::uint32_t, feature_count>;

  // Points into the file's bytes. Throws std::runtime_error when a section is missing or has a wrong size.
  explicit Tagger(const ModelFile& file);

  // The tags of a sentence's words, whose features are given in order. Time in proportion to their number.
  void tag(std::span<const WordFeatures> words, std::vector<Tag>& tags) const;

  // The hashed features of word i after the tags before it; a word's group is a number shared by words of similar use.
  // Shared with the trainer.
  static Features features(std::span<const WordFeatures> words, std::span<const std::uint16_t> groups, std::size_t i,
                           unsigned tag_before, unsigned tag_earlier);
  // The group of a word by the signs of its vector (see models/grammar.md); 0 for none.
  static std::uint16_t group_of(const std::int8_t* vector);
  static constexpr unsigned no_tag = 31;  // stands before the first word

 private:
  std::span<const std::int8_t> weights_;
  std::size_t mask_ = 0;
  FeatureTable words_;
  std::span<const std::int8_t> vectors_;
  std::size_t vector_size_ = 0;
};

}  // namespace hearsay
