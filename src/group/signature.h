// What grouping keeps of an article: a few hundred bytes to find its kin by, and its words as numbers to prove it.
#pragma once

#include "clean/article.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

// A word that says what an article is about. In a list they are in order of `stem`, each once.
struct Feature {
  std::uint32_t stem = 0;  // stem_hash
  float weight = 0;
};

// Where a word stands, in code points, since the text is not kept to count them later.
struct WordPlace {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A run of words, to be looked up by its hash.
struct SignedRun {
  std::uint32_t hash = 0;
  std::uint32_t place = 0;  // its first word
};

struct Signature {
  std::string id;
  std::string outlet;  // empty when unknown
  std::int64_t seconds =
      0;  // when published, since 1970, a day alone counting as its begin; meaningless without has_day
  bool has_day = false;
  bool has_time = false;
  std::string agency;                // that a dateline or credit line names; empty when none
  std::uint64_t content = 0;         // a hash of title and text
  std::vector<std::uint16_t> words;  // a hash of each word, in order, without boilerplate
  std::vector<WordPlace> places;     // of the words
  std::vector<SignedRun> runs;       // a sample by hash of those of near_duplicate_run words, ascending, each hash once
  std::vector<Feature> features;     // the heaviest, not yet of unit length

  template <class Archive>
  void fields(Archive& archive) {
    archive(id, outlet, seconds, has_day, has_time, agency, content, words, places, runs, features);
  }
};

constexpr std::size_t near_duplicate_run = 6;  // words

// Reads an article. Any article has a signature; one without words has empty lists. Texts beyond 20,000 words are read
// to that length. A pure function, so that threads may sign ahead of the grouping.
Signature sign(const Article& article);

// The hash up to which the runs of a text are stored: about one run in eighteen of a long text, all of a short one.
// `words` is the text's length.
std::uint32_t stored_run_bound(std::size_t words);

// Scales the features to unit length and keeps the `most` heaviest.
void normalise(std::vector<Feature>& features, std::size_t most);

// The sum of the products of the features that both have.
float dot(const std::vector<Feature>& a, const std::vector<Feature>& b);

}  // namespace hearsay
