// An article with its language marked up: everything the later stages know of its words.
#pragma once

#include "clean/article.h"
#include "dissect/grammar.h"
#include "extract/attributions.h"
#include "extract/names.h"
#include "extract/quantities.h"
#include "extract/times.h"

#include <span>
#include <vector>

namespace hearsay {

struct Marks {
  Dissection dissection;
  Names names;
  std::vector<Time> times;
  std::vector<Quantity> quantities;
  std::vector<Attribution> attributions;
};

// The finders, loaded once and shared by all threads.
class Marker {
 public:
  // Marks one article. Its relative times hang on `reference`.
  Marks mark(const Article& article, const ReferenceDay& reference) const;

  // The same for several articles, each with its own day. Faster, as one model after the other is at work; some ten at
  // a time are enough.
  std::vector<Marks> mark(std::span<const Article> articles, std::span<const ReferenceDay> references) const;

 private:
  Grammar grammar_;
  NameFinder names_;
  TimeFinder times_;
  QuantityFinder quantities_;
  AttributionFinder attributions_;
};

// The article's own publication day; else a full date found in its text (a dateline before others); else nothing.
ReferenceDay reference_day(const Article& article);

}  // namespace hearsay
