// The parsing network: for the words of a sentence, their tags, heads and relations.
#pragma once

#include "dissect/arithmetic/feature_table.h"
#include "dissect/arithmetic/kernels.h"
#include "dissect/arithmetic/model_file.h"
#include "dissect/words/dissection.h"
#include "dissect/words/word_features.h"

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
  Relation relation = Relation::root;
  std::int32_t head = no_head;  // counted in the words given
};

// Const after loading. Works in whole numbers throughout (see kernels.h), so that its answers are the same everywhere.
class Network {
 public:
  // The longest sentence it may be given, in words: time grows with the square.
  static constexpr std::size_t most_words = 160;

  // Points into the file's bytes. Throws std::runtime_error when a section is missing or has another size than another.
  explicit Network(const ModelFile& file);

  // What one thread needs besides: its memory is kept from call to call, and the words it knows.
  struct Scratch {
    std::vector<std::int16_t> new_inputs, layer, next, heads, governors, packed, hidden;
    std::vector<std::int32_t> windows, products;
    std::size_t known = 0, computed = 0;  // words, and how many of them have their products in `windows`
    std::vector<ParsedWord> parsed;
  };

  // Makes a word known and returns its number; a word that comes again need not be made known again. What the network
  // does with a word by itself is done once for each number.
  std::uint32_t know(const WordFeatures& word, Scratch& scratch) const;
  // Makes all words unknown.
  static void forget(Scratch& scratch) { scratch.known = scratch.computed = 0; }

  // Trees over sentences: `words` are the numbers of their words in order, `ends` where each sentence ends in them.
  // Each tree has exactly one root and no cycle. At most most_words words a sentence, at least one. The answers are in
  // the scratch until the next call. Many sentences at once take less time than one after the other.
  std::span<const ParsedWord> parse(std::span<const std::uint32_t> words, std::span<const std::uint32_t> ends,
                                    Scratch& scratch) const;

 private:
  void embed(const WordFeatures& word, std::int16_t* input) const;
  void compute_windows(Scratch& scratch) const;
  void look_around(std::span<const std::uint32_t> words, std::span<const std::uint32_t> ends, Scratch& scratch) const;
  void encode(std::span<const std::uint32_t> ends, std::size_t count, Scratch& scratch) const;
  void choose_tags(Scratch& scratch) const;
  void choose_heads(std::size_t begin, std::size_t end, Scratch& scratch) const;
  void choose_relations(std::span<const std::uint32_t> ends, Scratch& scratch) const;

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
  std::int32_t root_distance_ = 0;
  std::vector<std::int32_t> offsets_;  // the score of a head so many words away, from -most_words on
};

}  // namespace hearsay
