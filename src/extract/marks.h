// An article with its language marked up: everything the later stages know of its words.
#pragma once

#include "clean/articles/article.h"
#include "dissect/grammar.h"
#include "extract/attributions/attributions.h"
#include "extract/names/names.h"
#include "extract/quantities/quantities.h"
#include "extract/references/references.h"
#include "extract/references/role_synonyms.h"
#include "extract/times/times.h"

#include <span>
#include <vector>

namespace hearsay {

struct Marks {
  Dissection dissection;
  Names names;
  std::vector<Reference> references;
  std::vector<Time> times;
  std::vector<Quantity> quantities;
  std::vector<Attribution> attributions;
};

// The finders, loaded once and shared by all threads.
class Marker {
 public:
  // Marks one article. Its relative times are resolved against `reference`.
  Marks mark(const Article& article, const ReferenceDay& reference) const;

  // The same for several articles, each with its own day. Faster, because each model stays in the cache for all of
  // them; ten or so at a time are enough.
  std::vector<Marks> mark(std::span<const Article> articles, std::span<const ReferenceDay> references) const;

 private:
  Grammar grammar_;
  NameFinder names_;
  RoleSynonyms synonyms_;
  TimeFinder times_;
  QuantityFinder quantities_;
  AttributionFinder attributions_;
};

}  // namespace hearsay
