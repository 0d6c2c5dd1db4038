// Stochastic gradient descent for the attribution models: logistic regression and a linear-chain conditional random
// field over hashed features, both with AdaGrad's rates (Duchi et al. 2011) and a little decay of the weights.
#pragma once

#include "extract/attributions_features.h"
#include "extract/attributions_model.h"

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

 private:
  std::vector<float> weights_, squares_;
  float rate_, decay_;
};

inline float logistic(float x) { return 1.0F / (1.0F + std::exp(-x)); }

inline std::vector<float> fit_yes_or_no(const Samples& samples, std::uint32_t bits, int rounds, float decay) {
  const std::uint32_t mask = (1U << bits) - 1;
  Weights weights(std::size_t{1} << bits, 0.05F, decay);
  std::vector<std::uint32_t> order(samples.samples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(7);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    double loss = 0;
    for (const std::uint32_t number : order) {
      const Sample& sample = samples.samples[number];
      float score = 0;
      for (std::size_t f = sample.begin; f < sample.end; ++f) score += weights[samples.features[f] & mask];
      const float off = logistic(score) - (sample.yes ? 1.0F : 0.0F);
      loss -= std::log(std::max(1e-7F, sample.yes ? logistic(score) : 1 - logistic(score)));
      if (std::abs(off) < 0.005F) continue;
      for (std::size_t f = sample.begin; f < sample.end; ++f) weights.learn(samples.features[f] & mask, off);
    }
    std::fprintf(stderr, "  round %d: loss %.4f\n", round + 1, loss / static_cast<double>(order.size()));
  }
  return weights.values();
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
  explicit SpanFitter(const Chains& chains) : chains_(chains) {}

  SpanWeights fit(int rounds) {
    std::vector<std::uint32_t> order(chains_.chains.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(11);
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0;
      std::size_t words = 0;
      for (const std::uint32_t number : order) {
        loss += learn(chains_.chains[number]);
        words += chains_.chains[number].roles.size();
      }
      std::fprintf(stderr, "  round %d: loss %.4f a word\n", round + 1, loss / static_cast<double>(words));
    }
    return {weights_.values(), boundary_.values()};
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
    for (std::size_t i = 0; i < own_.size(); ++i) {
      if (i == chain.cue) {
        own_[i] = {-1e4F, -1e4F, -1e4F, 0};
        continue;
      }
      for (std::size_t f = chain.begins[i]; f < chain.begins[i + 1]; ++f)
        for (std::size_t r = 0; r < role_count; ++r)
          own_[i][r] += weights_[(chains_.features[f] & mask) * role_count + r];
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
      for (std::size_t f = chain.begins[i]; f < chain.begins[i + 1]; ++f)
        weights_.learn((chains_.features[f] & mask) * role_count + r, off);
    }
  }

  static constexpr std::uint32_t mask = (1U << span_bits) - 1;
  const Chains& chains_;
  Weights weights_{role_count << span_bits, 0.05F, 2e-4F};
  Weights boundary_{boundary_count * role_count * role_count, 0.02F, 1e-4F};
  std::vector<Row> own_, forward_, backward_;
};

}  // namespace hearsay
