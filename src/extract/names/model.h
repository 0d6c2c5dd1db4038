// The trained parts of name finding: classes of words, and the weights of features with their decoder.
#pragma once

#include "extract/names/features.h"
#include "extract/names/names.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// What a word is within a name: outside, or the first, an inner, the last or the only word of a name of a kind (BILOU,
// Ratinov and Roth 2009). Names of the kind `other` have no label for the last word, so that there are sixteen.
using NameLabel = std::uint8_t;
inline constexpr std::size_t name_labels = 16;
enum class NamePart : std::uint8_t { first, inner, last, only };
NameLabel label_of(EntityKind kind, NamePart part);
EntityKind kind_of(NameLabel label);  // of a label that is not 0, outside
NamePart part_of(NameLabel label);
// May `next` follow `label`? Outside (0) stands before and after a chain.
bool may_follow(NameLabel label, NameLabel next);

// Words that occur in similar contexts, learned from unannotated news. 0 is the class of unknown words.
class WordClasses {
 public:
  WordClasses() = default;
  explicit WordClasses(std::string_view slots);
  // The coarse and the fine class of a word by its hash_of_bytes.
  std::pair<std::uint8_t, std::uint8_t> find(std::uint64_t word_hash) const;

  struct Entry {
    std::uint64_t word_hash;
    std::uint8_t coarse, fine;
  };
  static std::string write(const std::vector<Entry>& entries);

 private:
  const std::uint32_t* slots_ = nullptr;
  std::uint64_t count_ = 0;
};

// The weights: for each known feature sixteen bytes, one a label, and what labels follow each other.
class NameWeights {
 public:
  using Row = std::array<float, name_labels>;
  struct Feature {
    std::uint64_t hash;
    Row weights;
  };
  struct Trained {
    std::vector<Feature> features;
    std::array<Row, name_labels> transitions;
  };

  NameWeights() = default;
  // Uses the bytes in place. Throws std::runtime_error when they are not weights.
  explicit NameWeights(std::string_view bytes);
  // Keeps the heaviest features, `slots` at most (some fewer, as a place for one may be taken).
  static std::string write(const Trained& trained, std::size_t slots);

  // The best labels of a chain by Viterbi's algorithm; `features_of(i, found)` puts token i's features into `found`.
  // Appends the chain's labels to `labels`. The margin is by how much the best labels beat "no name" there.
  template <class FeaturesOf>
  void decode(std::size_t tokens, FeaturesOf features_of, std::vector<NameLabel>& labels) const {
    std::vector<Scores> scores(tokens);
    // While a token's features are found, the weights of those of the token before it are on their way.
    std::vector<std::uint64_t> found, waiting;
    for (std::size_t i = 0; i < tokens; ++i) {
      features_of(i, found);
      fetch(found);
      if (i > 0) scores[i - 1] = score(waiting);
      std::swap(found, waiting);
    }
    if (tokens > 0) scores[tokens - 1] = score(waiting);
    decode(scores, labels);
  }

 private:
  using Scores = std::array<std::int32_t, name_labels>;
  void fetch(const std::vector<std::uint64_t>& features) const;  // begins to fetch what score() will read
  Scores score(const std::vector<std::uint64_t>& features) const;
  void decode(const std::vector<Scores>& scores, std::vector<NameLabel>& labels) const;

  const std::uint16_t* prints_ = nullptr;
  const std::int8_t* rows_ = nullptr;
  std::uint64_t slots_ = 0;
  std::array<Scores, name_labels> transitions_{};
};

// models/names.bin: the classes and the weights.
struct NameModel {
  // Uses the file in place. Throws std::runtime_error when it is none.
  explicit NameModel(std::string_view file);
  static std::string write(std::string_view classes, std::string_view weights);

  WordClasses classes;
  NameWeights weights;
};

// A label for each token of a sheet.
std::vector<NameLabel> label_names(const NameSheet& sheet, const NameFeatures& features, const NameWeights& weights);

}  // namespace hearsay
