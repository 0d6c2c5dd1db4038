// Vectors for words from plain text: what stands to the left and to the right of a word, weighed by pointwise mutual
// information and brought down to a few numbers (Levy and Goldberg 2014, "Neural Word Embedding as Implicit Matrix
// Factorization"; the decomposition after Halko, Martinsson and Tropp 2011). Two more numbers say how often the word is
// written with a capital inside a sentence, and how common it is. Counting and linear algebra only, so it is
// deterministic.
#pragma once

#include "dissect/words/letters.h"
#include "dissect/words/sentences.h"
#include "dissect/words/tokens.h"
#include "dissect/words/word_features.h"
#include "network_training.h"

#include <simdjson.h>
#include <Eigen/QR>
#include <Eigen/SVD>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace hearsay::training {

struct WordVectors {
  std::vector<std::uint64_t> words;  // hashes, see WordFeatures::hashes[0]
  Matrix vectors;                    // one column a word
};

class VectorLearner {
 public:
  static constexpr std::size_t most_words = 40000, contexts = 1500, offsets = 4;
  static constexpr int least_count = 4, extra = 2;

  void add_text(std::string_view text) {
    const std::vector<Span> tokens = find_tokens(text, {0, text.size()}, lists_);
    const std::vector<std::uint32_t> starts = find_sentence_starts(text, tokens, lists_);
    std::size_t next = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool first = next < starts.size() && starts[next] == i;
      if (first) {
        corpus_.push_back(edge);
        ++next;
      }
      const std::string_view word = words_at(text, tokens[i]);
      add_word(features_of(word, first).hashes[0], !first, begins_upper(word));
    }
    corpus_.push_back(edge);
  }

  // A sentence whose words are known.
  template <typename Sentence>
  void add_sentence(const Sentence& sentence) {
    for (std::size_t i = 0; i < sentence.size(); ++i)
      add_word(features_of(sentence[i].word, i == 0).hashes[0], i > 0, begins_upper(sentence[i].word));
    corpus_.push_back(edge);
  }

  // Rows of JSON with a field "text"; rows that are marked as copies of others are left out.
  void add_file(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot open " + path);
    simdjson::dom::parser parser;
    for (std::string line; std::getline(file, line);) {
      const simdjson::dom::element row = parser.parse(line);
      std::string_view kind, text;
      if (row["kind"].get(kind) == simdjson::SUCCESS && kind != "orig") continue;
      if (row["text"].get(text) == simdjson::SUCCESS) add_text(text);
    }
  }

  WordVectors learn(int size) {
    rank_words();
    Eigen::SparseMatrix<float, Eigen::RowMajor> information = weigh(count_pairs());
    WordVectors found;
    for (std::size_t i = 0; i < vocabulary_.size(); ++i) found.words.push_back(words_[vocabulary_[i]].hash);
    found.vectors = Matrix::Zero(size, static_cast<Eigen::Index>(vocabulary_.size()));
    found.vectors.topRows(size - extra) = decompose(information, size - extra);
    for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
      const Word& word = words_[vocabulary_[i]];
      const auto column = static_cast<Eigen::Index>(i);
      found.vectors(size - 2, column) =
          2.0f * (static_cast<float>(word.capitals) + 0.5f) / (static_cast<float>(word.inside) + 1.0f) - 1.0f;
      found.vectors(size - 1, column) = 0.2f * std::log10(static_cast<float>(word.count)) - 0.4f;
    }
    return found;
  }

 private:
  static constexpr std::uint32_t edge = 0;  // the edge of a sentence counts as a word of its own
  struct Word {
    std::uint64_t hash = 0;
    int count = 0, inside = 0, capitals = 0;
  };

  void add_word(std::uint64_t hash, bool inside, bool capital) {
    const auto [found, is_new] = numbers_.emplace(hash, static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back({hash, 0, 0, 0});
    Word& word = words_[found->second];
    ++word.count;
    word.inside += inside;
    word.capitals += inside && capital;
    corpus_.push_back(found->second);
  }

  void rank_words() {
    for (std::uint32_t w = 1; w < words_.size(); ++w)
      if (words_[w].count >= least_count) vocabulary_.push_back(w);
    std::sort(vocabulary_.begin(), vocabulary_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return words_[a].count != words_[b].count ? words_[a].count > words_[b].count : words_[a].hash < words_[b].hash;
    });
    if (vocabulary_.size() > most_words) vocabulary_.resize(most_words);
    rank_of_.assign(words_.size(), -1);
    for (std::size_t i = 0; i < vocabulary_.size(); ++i) rank_of_[vocabulary_[i]] = static_cast<int>(i);
  }

  // A pair of a word's rank and its context's column, for each time they stand together; sorted.
  std::vector<std::uint64_t> count_pairs() const {
    constexpr int places[offsets] = {-2, -1, 1, 2};
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 2; i + 2 < corpus_.size(); ++i) {
      if (corpus_[i] == edge || rank_of_[corpus_[i]] < 0) continue;
      for (std::size_t k = 0; k < offsets; ++k) {
        const std::uint32_t other = corpus_[i + static_cast<std::size_t>(places[k])];
        const int context = other == edge ? 0 : rank_of_[other] + 1;
        if (context < 0 || context >= static_cast<int>(contexts) || (other != edge && rank_of_[other] < 0)) continue;
        pairs.push_back(static_cast<std::uint64_t>(rank_of_[corpus_[i]]) << 32 |
                        (k * contexts + static_cast<std::size_t>(context)));
      }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  }

  Eigen::SparseMatrix<float, Eigen::RowMajor> weigh(const std::vector<std::uint64_t>& pairs) const {
    std::vector<double> of_row(vocabulary_.size(), 0), of_column(offsets * contexts, 0);
    for (const std::uint64_t pair : pairs) {
      of_row[pair >> 32] += 1;
      of_column[pair & 0xffffffff] += 1;
    }
    // Contexts smoothed by the power 0.75 (Levy, Goldberg and Dagan 2015): rare ones count less.
    double total = 0;
    for (double& n : of_column) total += n = std::pow(n, 0.75);
    std::vector<Eigen::Triplet<float>> cells;
    for (std::size_t i = 0; i < pairs.size();) {
      std::size_t next = i;
      while (next < pairs.size() && pairs[next] == pairs[i]) ++next;
      const std::size_t row = pairs[i] >> 32, column = pairs[i] & 0xffffffff;
      const double information = std::log(static_cast<double>(next - i) * total / (of_row[row] * of_column[column]));
      if (information > 0)
        cells.emplace_back(static_cast<int>(row), static_cast<int>(column), static_cast<float>(information));
      i = next;
    }
    Eigen::SparseMatrix<float, Eigen::RowMajor> matrix(static_cast<Eigen::Index>(vocabulary_.size()),
                                                       offsets * contexts);
    matrix.setFromTriplets(cells.begin(), cells.end());
    return matrix;
  }

  static Matrix orthonormal(const Matrix& m) {
    return Eigen::HouseholderQR<Matrix>(m).householderQ() * Matrix::Identity(m.rows(), m.cols());
  }

  // The strongest `size` directions, each word's vector of the same length; one column a word.
  static Matrix decompose(const Eigen::SparseMatrix<float, Eigen::RowMajor>& m, int size) {
    Random random(3);
    Matrix probe(m.cols(), size + 16);
    for (Eigen::Index i = 0; i < probe.size(); ++i) probe.data()[i] = random.uniform() * 2 - 1;
    Matrix range = orthonormal(m * probe);
    for (int pass = 0; pass < 3; ++pass) range = orthonormal(m * orthonormal(m.transpose() * range));
    const Matrix small = (m.transpose() * range).transpose();
    const Eigen::JacobiSVD<Matrix, Eigen::ColPivHouseholderQRPreconditioner> parts(Matrix(small * small.transpose()),
                                                                                   Eigen::ComputeFullU);
    // The singular values of `small` are the roots of those of its square; vectors are scaled by the root once more.
    const Vector roots = parts.singularValues().head(size).array().sqrt().sqrt();
    Matrix vectors = ((range * parts.matrixU().leftCols(size)) * roots.asDiagonal()).transpose();
    for (Eigen::Index c = 0; c < vectors.cols(); ++c) {
      const float length = vectors.col(c).norm();
      if (length > 0) vectors.col(c) *= 0.4f * std::sqrt(static_cast<float>(size)) / length;
    }
    return vectors;
  }

  WordParts lists_;
  std::vector<Word> words_{Word{}};
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::uint32_t> corpus_{edge};
  std::vector<std::uint32_t> vocabulary_;
  std::vector<int> rank_of_;
};

}  // namespace hearsay::training
