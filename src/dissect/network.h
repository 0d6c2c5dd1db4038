// The parsing network: for the words of a sentence, their tags, heads and relations.
#pragma once

#include "dissect/dissection.h"
#include "dissect/feature_table.h"
#include "dissect/kernels.h"
#include "dissect/model_file.h"
#include "dissect/word_features.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// How far the head at `to` stands from its dependent at `from`, as a bucket below root_bucket.
int distance_bucket(int from, int to);
inline constexpr int root_bucket = 23;
inline constexpr int distance_buckets = 24;
inline constexpr int arc_scale = 3;  // an arc's score is so many times the product of its two vectors

struct ParsedWord {
  Tag tag = Tag::X;
  Relation relation = 0;
  std::int32_t head = no_head;  // counted in the words given
};

// Const after loading. Works in whole numbers throughout (see kernels.h), so that its answers are the same everywhere.
class Network {
 public:
  // More words than this at once are not asked for: time grows with their square.
  static constexpr std::size_t most_words = 160;

  // Points into the file's bytes. Throws std::runtime_error when a section is missing or has another size than another.
  explicit Network(const ModelFile& file);

  // What one thread needs besides; keeps its memory from call to call.
  struct Scratch {
    std::vector<std::int16_t> inputs, layer, next, heads, governors, hidden;
    std::vector<std::int32_t> products;
    std::vector<std::int64_t> scores;
  };

  // A tree over the words, whose features are given in order: exactly one root, no cycle. At most most_words words.
  std::vector<ParsedWord> parse(std::span<const WordFeatures> words, Scratch& scratch) const;

 private:
  void embed(const WordFeatures& word, std::int16_t* input) const;
  void encode(std::span<const WordFeatures> words, Scratch& scratch, std::vector<ParsedWord>& parsed) const;
  void choose_tags(Scratch& scratch, std::vector<ParsedWord>& parsed) const;
  void choose_heads(Scratch& scratch, std::vector<ParsedWord>& parsed) const;
  void choose_relations(Scratch& scratch, std::vector<ParsedWord>& parsed) const;

  struct Layer {
    PackedMatrix weights;
    std::span<const float> bias;
    std::vector<std::int32_t> whole_bias;  // in units of a product
  };

  std::size_t learned_ = 0, fixed_ = 0, units_ = 0, arc_ = 0, label_ = 0;
  std::int16_t step_ = 1;  // what one step of table_ and of vectors_ is worth
  FeatureTable features_, words_;
  std::span<const std::int8_t> table_, vectors_;
  Layer convolution_, tags_, heads_, labels_;
  std::vector<Layer> recurrent_;
  std::span<const std::int16_t> root_arc_, root_label_, label_distances_;
  std::span<const std::int32_t> distances_;
};

}  // namespace hearsay
