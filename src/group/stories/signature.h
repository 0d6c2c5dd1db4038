// What grouping keeps of an article: a few hundred bytes to find similar articles by, and its words as numbers to
// verify that they are.
#pragma once

#include "clean/articles/article.h"
#include "group/held/packed_words.h"
#include "group/stories/features.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

// A run of words, to be looked up by its hash.
struct SignedRun {
  std::uint32_t hash = 0;
  std::uint32_t place = 0;  // its first word
};

// An agency that the text credits.
struct SignedCredit {
  std::string agency;
  std::string domain;
  bool whole = false;  // by a dateline or credit line, for the whole text

  template <class Archive>
  void fields(Archive& archive) {
    archive(agency, domain, whole);
  }
};

struct Signature {
  std::string id;
  std::string outlet;  // empty when unknown
  std::int64_t seconds =
      0;  // when published, since 1970, a day alone counting as its beginning; meaningless without has_day
  bool has_day = false;
  bool has_time = false;
  std::vector<SignedCredit> credits;
  std::vector<std::uint32_t> upstreams;  // names of what may be outlets, see group/copies/upstreams.h
  std::uint64_t content = 0;             // a hash of title and text
  std::string text;                      // its words without boilerplate, as pack_words leaves them
  std::vector<SignedRun> runs;       // a sample by hash of those of near_duplicate_run words, ascending, each hash once
  std::vector<std::uint32_t> marks;  // hashes of its rarest names and numbers, the rarest first, each once
  std::vector<Feature> features;     // the heaviest, not yet of unit length
  bool familiar = false;  // the built-in counts know half of its words or more, so that they can tell its rare ones

  template <class Archive>
  void fields(Archive& archive) {
    archive(id, outlet, seconds, has_day, has_time, credits, upstreams, content, text, runs, marks, features, familiar);
  }
};

constexpr std::size_t near_duplicate_run = 6;  // words

// Reads an article. Any article has a signature; one without words has empty lists. Texts beyond 20,000 words are read
// to that length. A pure function, so that threads may sign ahead of the grouping.
Signature sign(const Article& article);

// The hash up to which the runs of a text are stored: about one run in eighteen of a long text, all of a short one.
// `words` is the text's length.
std::uint32_t stored_run_bound(std::size_t words);

}  // namespace hearsay
