// Which of many articles share text with a new one.
#pragma once

#include "group/signature.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

// A run of words that stands in two articles, in code points.
struct PlacedPassage {
  WordPlace from;  // code points in the earlier article
  WordPlace to;    // and in the new one
};

// Text shared by a new article and an earlier one.
struct Overlap {
  std::uint32_t earlier = 0;      // the earlier article's number
  std::size_t earlier_words = 0;  // how many words it has
  std::size_t in_earlier = 0;     // words of the earlier one that stand in the new one
  std::size_t in_new = 0;         // and the other way round
  std::size_t longest = 0;        // words in the longest run
  // The part of the shorter text's runs of five that the longer one has, 0 to 1, after taking away the runs that stand
  // in many articles (a paper's footer, an agency's formula), unless the article is made of nothing else.
  double contained = 0;
  std::vector<PlacedPassage> passages;  // in the order of the new article, not overlapping in the earlier one
};

// Holds articles under ascending numbers. Memory: about 2.7 bytes a word, and 10 bytes for each stored run.
class NearDuplicates {
 public:
  // The earlier articles that share text with this one, in runs of five words or more, by number; those that share most
  // when there are more than twelve. Found by their runs' hashes, then verified word by word. Of a run that stands in
  // very many articles only the first eight are looked at, so time does not grow with the number of copies.
  std::vector<Overlap> find(const Signature& article) const;

  // Takes an article in. Numbers must ascend.
  void add(std::uint32_t number, const Signature& article);

  // Forgets all articles before this number.
  void forget_before(std::uint32_t number);

  template <class Archive>
  void fields(Archive& archive) {
    archive(table_, used_, words_, first_);
  }

 private:
  struct Entry {
    std::uint32_t run = 0;
    std::uint32_t article = 0xFFFFFFFFU;  // the slot is free
  };

  std::size_t slot_of(std::uint32_t run) const;
  void insert(std::uint32_t run, std::uint32_t article);
  void grow();
  struct Candidates {
    std::vector<std::uint32_t> articles;  // ascending
    std::vector<bool> common;             // of the new article's words: in a run that many articles have
  };
  Candidates candidates(const Signature& article) const;

  std::vector<Entry> table_;  // open addressing, linear probing
  std::uint64_t used_ = 0;
  std::vector<std::string> words_;  // packed, of article first_ + index
  std::uint32_t first_ = 0;
};

}  // namespace hearsay
