// Which of many articles share text with a new one.
#pragma once

#include "group/copies/passages.h"
#include "group/held/packed_texts.h"
#include "group/held/run_table.h"
#include "group/stories/signature.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Text shared by a new article and an earlier one.
struct Overlap {
  std::uint32_t earlier = 0;   // the earlier article's number
  PlacedWords earlier_text;    // and its words
  std::vector<Run> runs;       // `from` in the earlier text, `to` in the new one; in the order of the new one, not
                               // overlapping in the earlier one
  std::size_t in_earlier = 0;  // words of the earlier one that stand in the new one
  std::size_t in_new = 0;      // and the other way round
  std::size_t longest = 0;     // words in the longest run
  // The part of the shorter text's runs of five that the longer one has, 0 to 1, after taking away the runs that stand
  // in many articles (a paper's footer, an agency's formula), unless the article is made of nothing else.
  double contained = 0;
  bool by_runs = false;   // several runs of the samples are the same
  bool by_marks = false;  // some of the rarest names and numbers of both are the same
};

// Holds articles under numbers that ascend by one. Memory: about 1.7 bytes a word, and 7 bytes for each stored run.
class NearDuplicates {
 public:
  struct Shared {
    PlacedWords text;  // the new article's; unpacked only where earlier ones may share some of it
    std::vector<Overlap> overlaps;
  };
  // The earlier articles that share text with this one, in runs of five words or more, by number; those that share most
  // when there are more than twelve. Found by their runs' hashes, then verified word by word. Of a run that stands in
  // very many articles only the first eight are looked at, so time does not grow with the number of copies. Then, with
  // whatever runs they share, up to four that have most of its rarest names and numbers.
  Shared find(const Signature& article) const;

  // What a new article's words share with one earlier article, whether or not it would be found.
  Overlap compare(const PlacedWords& text, std::uint32_t number) const;

  // Takes an article in.
  void add(std::uint32_t number, const Signature& article);

  // Forgets all articles before this number.
  void forget_before(std::uint32_t number);

  template <class Archive>
  void fields(Archive& archive) {
    archive(runs_, marks_, texts_);
  }

 private:
  struct Candidates {
    std::vector<std::uint32_t> articles;  // ascending
    std::vector<bool> common;             // of the new article's words: in a run that many articles have
  };
  Candidates by_runs(const Signature& article) const;
  std::vector<std::uint32_t> by_marks(const Signature& article) const;

  RunTable runs_;
  RunTable marks_;  // the same of rare names and numbers
  PackedTexts texts_;
};

}  // namespace hearsay
