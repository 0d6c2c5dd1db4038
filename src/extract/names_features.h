// What the names model sees of a text: facts of each word, and the hashed features of the words that may be names.
#pragma once

#include "dissect/dissection.h"
#include "extract/names_gazetteer.h"
#include "extract/names_lists.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

class WordClasses;

// The hash under which words stand in the model's tables.
std::uint64_t hash_of_bytes(std::string_view bytes);

enum class Letters : std::uint8_t { small, initial, capitals, mixed, digits, digits_and_letters, caseless, mark };

// Facts of one token, worked out once.
struct NameWord {
  std::uint64_t name = 0;   // its NameHash
  std::uint64_t word = 0;   // hash of its folded form
  std::uint64_t exact = 0;  // hash of its bytes
  std::uint64_t shape = 0;
  std::uint64_t prefix3 = 0, prefix4 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0;
  std::uint16_t known = 0;         // GazetteerFact of the word alone
  std::uint16_t listed = 0;        // WordFact
  std::uint16_t phrase_known = 0;  // GazetteerFact of the longest known name of several words it stands in
  std::uint8_t phrase_place = 0;   // 1 first, 2 inside, 3 last word of that name; 0 none
  std::uint8_t coarse_class = 0, fine_class = 0;
  Letters letters = Letters::mark;
  Tag tag = Tag::X;
  bool first_in_sentence = false;
  bool capital = false;   // begins with or has a capital letter, or a letter of a script without case
  bool joined = false;    // no blank before it
  std::int32_t run = -1;  // the run of capitalised words it stands in
};

// Capitalised words in a row, joined by "of", "&" and hyphens at most.
struct CapitalRun {
  std::uint32_t first = 0, last = 0;    // [first, last) of the tokens
  std::uint16_t listed = 0, known = 0;  // facts of all its words together
};

// Tokens that are labelled together: all else is outside of names.
struct Chain {
  std::uint32_t first = 0, last = 0;
};

// What the rest of the text tells of a word.
struct WordEvidence {
  std::uint16_t small = 0, capital = 0;  // how often it stands without and with a capital, but for first words
  std::uint16_t bits = 0;
};

struct NameSheet {
  std::vector<NameWord> words;  // one a token
  std::vector<CapitalRun> runs;
  std::vector<Chain> chains;
  std::vector<WordEvidence> evidence;      // of each distinct word with a capital
  std::vector<std::uint32_t> evidence_of;  // for each token, its entry in evidence; none for words without
  static constexpr std::uint32_t none = 0xFFFFFFFF;
};

class NameFeatures {
 public:
  NameFeatures(const NameLists& lists, const Gazetteer& gazetteer, const WordClasses& classes)
      : lists_(lists), gazetteer_(gazetteer), classes_(classes) {}

  // The sheet of the tokens [first, last) of a dissection of `text`.
  NameSheet read(std::string_view text, const Dissection& dissection, std::uint32_t first, std::uint32_t last) const;

  // Appends the features of a token.
  void add(const NameSheet& sheet, std::size_t token, std::vector<std::uint64_t>& features) const;

 private:
  NameWord facts_of(std::string_view word, Tag tag) const;
  void set_classes(NameWord& word) const;
  void find_known_phrases(std::string_view text, const Dissection& dissection, std::uint32_t first,
                          NameSheet& sheet) const;

  const NameLists& lists_;
  const Gazetteer& gazetteer_;
  const WordClasses& classes_;
};

}  // namespace hearsay
