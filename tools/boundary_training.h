// Learns the weights of src/dissect/words/sentences.h: an averaged perceptron (Collins 2002) over the places where the
// rules are not sure. Beside the treebank, whose web texts run lines together, it sees news as the rules cut it, so
// that it does not unlearn how news is written.
#pragma once

#include "dissect/arithmetic/model_file.h"
#include "dissect/words/sentences.h"
#include "dissect/words/tokens.h"
#include "network_training.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace hearsay::training {

class BoundaryLearner {
 public:
  static constexpr std::size_t slots = 1 << 15;

  // A text whose sentences begin at these bytes.
  void add_gold(std::string_view text, const std::set<std::size_t>& begins) {
    const std::vector<Span> tokens = find_tokens(text, {0, text.size()}, lists_);
    add(text, tokens, [&](std::size_t i, BoundaryFinder::Rule) {
      // The sentence may begin inside what was read as one token.
      const auto next = begins.upper_bound(tokens[i - 1].begin);
      return next != begins.end() && *next <= tokens[i].begin;
    });
  }
  void add_as_ruled(std::string_view text) {
    const std::vector<Span> tokens = find_tokens(text, {0, text.size()}, lists_);
    add(text, tokens, [](std::size_t, BoundaryFinder::Rule rule) { return rule == BoundaryFinder::Rule::ends; });
  }

  void learn(int passes, ModelWriter& file) {
    std::vector<double> weights(slots, 0), sums(slots, 0);
    Random random(17);
    double step = 0;
    for (int pass = 0; pass < passes; ++pass) {
      for (std::size_t i = places_.size(); i > 1; --i) std::swap(places_[i - 1], places_[random.below(i)]);
      for (const Place& place : places_) {
        double score = 0;
        for (const std::uint32_t f : place.features) score += weights[f & (slots - 1)];
        ++step;
        // A margin keeps near misses learning.
        const double wanted = place.ends ? 1 : -1;
        if (score * wanted > 2) continue;
        for (const std::uint32_t f : place.features) {
          weights[f & (slots - 1)] += wanted;
          sums[f & (slots - 1)] += wanted * step;
        }
      }
    }
    double largest = 0;
    for (std::size_t i = 0; i < slots; ++i) largest = std::max(largest, std::abs(weights[i] -= sums[i] / (step + 1)));
    std::vector<std::int16_t> whole;
    for (const double w : weights) whole.push_back(static_cast<std::int16_t>(std::lround(w / largest * 30000)));
    file.add("boundaries", whole);
  }

 private:
  struct Place {
    std::array<std::uint32_t, BoundaryFinder::feature_count> features;
    bool ends;
  };

  template <typename Answer>
  void add(std::string_view text, const std::vector<Span>& tokens, Answer answer) {
    const BoundaryFinder finder(text, tokens, lists_);
    std::size_t first = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const BoundaryFinder::Rule rule = finder.rule(i, first);
      bool ends = rule == BoundaryFinder::Rule::surely_ends;
      if (rule == BoundaryFinder::Rule::ends || rule == BoundaryFinder::Rule::goes_on) {
        ends = answer(i, rule);
        places_.push_back({finder.features(i, first, rule), ends});
      }
      if (ends) first = i;
    }
  }

  WordParts lists_;
  std::vector<Place> places_;
};

}  // namespace hearsay::training
