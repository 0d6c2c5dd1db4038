// Stochastic gradient descent for the attribution models: logistic regression and a linear-chain conditional random
// field over hashed features, both with AdaGrad's rates (Duchi et al. 2011) and a little decay of the weights.
#pragma once

#include "extract/attributions/features.h"
#include "extract/attributions/model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <random>
#include <vector>

namespace hearsay {

inline constexpr std::uint32_t span_bits = 19;

struct Sample {
  std::size_t begin, end;  // in the features
  bool yes;
  bool counts = true;  // when a threshold is chosen
};

struct Samples {
  FeatureList features;
  std::vector<Sample> samples;

  void add(const FeatureList& more, bool yes) {
    samples.push_back({features.size(), features.size() + more.size(), yes});
    features.insert(features.end(), more.begin(), more.end());
  }
};

// A weight vector with AdaGrad's memory of past gradients.
class Weights {
 public:
  Weights(std::size_t size, float rate, float decay)
      : weights_(size, 0.0F), squares_(size, 1e-4F), rate_(rate), decay_(decay) {}

  float operator[](std::size_t i) const { return weights_[i]; }
  void learn(std::size_t i, float gradient) {
    gradient += decay_ * weights_[i];
    squares_[i] += gradient * gradient;
    weights_[i] -= rate_ * gradient / std::sqrt(squares_[i]);
  }
  const std::vector<float>& values() const { return weights_; }

  // At the end of a round; mean() is the mean over the rounds that were noted, which wavers less than the last one.
  void note() {
    if (sum_.empty()) sum_.assign(weights_.size(), 0.0F);
    for (std::size_t i = 0; i < sum_.size(); ++i) sum_[i] += weights_[i];
    ++noted_;
  }
  std::vector<float> mean() const {
    std::vector<float> mean = sum_;
    for (float& value : mean) value /= static_cast<float>(noted_);
    return mean;
  }

 private:
  std::vector<float> weights_, squares_, sum_;
  float rate_, decay_;
  int noted_ = 0;
};

// Leaves out each feature with some chance, anew in each round, so that none leans on another (Srivastava et al. 2014).
// Those that stay count for the missing ones too.
class Dropout {
 public:
  Dropout(float share, std::uint64_t seed)
      : state_(0x9E3779B97F4A7C15ULL * (seed + 1)),
        least_(static_cast<std::uint32_t>(share * 4294967295.0)),
        gain_(1 / (1 - share)) {}

  // The features of one sample that stay.
  void draw(const FeatureList& features, std::size_t begin, std::size_t end, std::uint32_t mask) {
    for (std::size_t f = begin; f < end; ++f) {
      state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
      if (static_cast<std::uint32_t>(state_ >> 32) >= least_) kept_.push_back(features[f] & mask);
    }
  }
  void clear() { kept_.clear(); }
  const std::vector<std::uint32_t>& kept() const { return kept_; }
  float gain() const { return gain_; }

 private:
  std::uint64_t state_;
  std::uint32_t least_;
  float gain_;
  std::vector<std::uint32_t> kept_;
};

inline float logistic(float x) { return 1.0F / (1.0F + std::exp(-x)); }

// Linear models are averaged weight by weight: over several runs, each with another order of the samples and other
// features left out, what chance did to one of them cancels out.
inline constexpr int runs = 4;

inline void add_share(std::vector<float>& sum, const std::vector<float>& more) {
  sum.resize(more.size(), 0.0F);
  for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i] / static_cast<float>(runs);
}

inline std::vector<float> fit_once(const Samples& samples, std::uint32_t bits, int rounds, float decay, float dropped,
                                   unsigned seed) {
  const std::uint32_t mask = (1U << bits) - 1;
  Weights weights(std::size_t{1} << bits, 0.05F, decay);
  std::vector<std::uint32_t> order(samples.samples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(7 + seed);
  Dropout dropout(dropped, seed);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    double loss = 0;
    for (const std::uint32_t number : order) {
      const Sample& sample = samples.samples[number];
      float score = 0;
      dropout.clear();
      dropout.draw(samples.features, sample.begin, sample.end, mask);
      for (const std::uint32_t f : dropout.kept()) score += weights[f];
      score *= dropout.gain();
      const float off = logistic(score) - (sample.yes ? 1.0F : 0.0F);
      loss -= std::log(std::max(1e-7F, sample.yes ? logistic(score) : 1 - logistic(score)));
      if (std::abs(off) < 0.005F) continue;
      for (const std::uint32_t f : dropout.kept()) weights.learn(f, off * dropout.gain());
    }
    std::fprintf(stderr, "  round %d: loss %.4f\n", round + 1, loss / static_cast<double>(order.size()));
    if (2 * round >= rounds) weights.note();
  }
  return weights.mean();
}

inline std::vector<float> fit_yes_or_no(const Samples& samples, std::uint32_t bits, int rounds, float decay,
                                        float dropped) {
  std::vector<float> weights;
  for (unsigned seed = 0; seed < runs; ++seed)
    add_share(weights, fit_once(samples, bits, rounds, decay, dropped, seed));
  return weights;
}

// The words of one cue's scope, with their gold roles.
struct Chain {
  std::vector<std::size_t> begins;  // in the features; one more than words
  std::vector<std::uint8_t> roles, boundaries;
  std::size_t cue = 0;
};

struct Chains {
  FeatureList features;
  std::vector<Chain> chains;
};

struct SpanWeights {
  std::vector<float> words, boundary;
};

class SpanFitter {
 public:
  SpanFitter(const Chains& chains, float dropped, unsigned seed)
      : chains_(chains), dropout_(dropped, seed), seed_(seed) {}

  SpanWeights fit(int rounds) {
    std::vector<std::uint32_t> order(chains_.chains.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(11 + seed_);
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0;
      std::size_t words = 0;
      for (const std::uint32_t number : order) {
        loss += learn(chains_.chains[number]);
        words += chains_.chains[number].roles.size();
      }
      std::fprintf(stderr, "  round %d: loss %.4f a word\n", round + 1, loss / static_cast<double>(words));
      if (2 * round < rounds) continue;
      weights_.note();
      boundary_.note();
    }
    return {weights_.mean(), boundary_.mean()};
  }

 private:
  using Row = std::array<float, role_count>;

  static float log_sum(const Row& row) {
    const float top = *std::max_element(row.begin(), row.end());
    float sum = 0;
    for (const float value : row) sum += std::exp(value - top);
    return top + std::log(sum);
  }

  float change(std::size_t boundary, std::size_t left, std::size_t right) const {
    return boundary_[(boundary * role_count + left) * role_count + right];
  }

  void score(const Chain& chain) {
    own_.assign(chain.roles.size(), {});
    dropout_.clear();
    kept_begins_.clear();
    for (std::size_t i = 0; i < own_.size(); ++i) {
      kept_begins_.push_back(dropout_.kept().size());
      dropout_.draw(chains_.features, chain.begins[i], chain.begins[i + 1], mask);
    }
    kept_begins_.push_back(dropout_.kept().size());
    for (std::size_t i = 0; i < own_.size(); ++i) {
      if (i == chain.cue) {
        own_[i] = {-1e4F, -1e4F, -1e4F, 0};
        continue;
      }
      for (std::size_t f = kept_begins_[i]; f < kept_begins_[i + 1]; ++f)
        for (std::size_t r = 0; r < role_count; ++r)
          own_[i][r] += dropout_.gain() * weights_[dropout_.kept()[f] * role_count + r];
    }
  }

  void pass_both_ways(const Chain& chain) {
    const std::size_t size = own_.size();
    forward_ = own_;
    backward_.assign(size, {});
    for (std::size_t i = 1; i < size; ++i)
      for (std::size_t r = 0; r < role_count; ++r) {
        Row row;
        for (std::size_t l = 0; l < role_count; ++l) row[l] = forward_[i - 1][l] + change(chain.boundaries[i], l, r);
        forward_[i][r] = own_[i][r] + log_sum(row);
      }
    for (std::size_t i = size - 1; i > 0; --i)
      for (std::size_t l = 0; l < role_count; ++l) {
        Row row;
        for (std::size_t r = 0; r < role_count; ++r)
          row[r] = backward_[i][r] + own_[i][r] + change(chain.boundaries[i], l, r);
        backward_[i - 1][l] = log_sum(row);
      }
  }

  double learn(const Chain& chain) {
    score(chain);
    pass_both_ways(chain);
    const std::size_t size = own_.size();
    const float whole = log_sum(forward_[size - 1]);
    double gold = own_[0][chain.roles[0]];
    for (std::size_t i = 1; i < size; ++i) {
      gold += own_[i][chain.roles[i]] + change(chain.boundaries[i], chain.roles[i - 1], chain.roles[i]);
    }
    for (std::size_t i = 1; i < size; ++i) learn_change(chain, i, whole);
    for (std::size_t i = 0; i < size; ++i) learn_word(chain, i, whole);
    return whole - gold;
  }

  void learn_change(const Chain& chain, std::size_t i, float whole) {
    std::array<Row, role_count> off;
    for (std::size_t l = 0; l < role_count; ++l)
      for (std::size_t r = 0; r < role_count; ++r)
        off[l][r] =
            std::exp(forward_[i - 1][l] + change(chain.boundaries[i], l, r) + own_[i][r] + backward_[i][r] - whole) -
            (chain.roles[i - 1] == l && chain.roles[i] == r ? 1.0F : 0.0F);
    for (std::size_t l = 0; l < role_count; ++l)
      for (std::size_t r = 0; r < role_count; ++r)
        boundary_.learn((chain.boundaries[i] * role_count + l) * role_count + r, off[l][r]);
  }

  void learn_word(const Chain& chain, std::size_t i, float whole) {
    if (i == chain.cue) return;
    for (std::size_t r = 0; r < role_count; ++r) {
      const float off = std::exp(forward_[i][r] + backward_[i][r] - whole) - (chain.roles[i] == r ? 1.0F : 0.0F);
      if (std::abs(off) < 0.005F) continue;
      for (std::size_t f = kept_begins_[i]; f < kept_begins_[i + 1]; ++f)
        weights_.learn(dropout_.kept()[f] * role_count + r, off * dropout_.gain());
    }
  }

  static constexpr std::uint32_t mask = (1U << span_bits) - 1;
  const Chains& chains_;
  Dropout dropout_;
  unsigned seed_;
  std::vector<std::size_t> kept_begins_;  // where each word's features begin among those that stay
  Weights weights_{role_count << span_bits, 0.05F, 2e-4F};
  Weights boundary_{boundary_count * role_count * role_count, 0.02F, 1e-4F};
  std::vector<Row> own_, forward_, backward_;
};

inline SpanWeights fit_spans(const Chains& chains, int rounds, float dropped) {
  SpanWeights weights;
  for (unsigned seed = 0; seed < runs; ++seed) {
    const SpanWeights once = SpanFitter(chains, dropped, seed).fit(rounds);
    add_share(weights.words, once.words);
    add_share(weights.boundary, once.boundary);
  }
  return weights;
}

}  // namespace hearsay
