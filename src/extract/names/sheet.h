// A text as the names model reads it: facts of each word, and what the words around and the rest of the text tell.
#pragma once

#include "dissect/words/dissection.h"
#include "extract/names/word_form.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

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

// How a word stands somewhere in the text.
enum EvidenceBit : std::uint16_t {
  after_title = 1,
  after_forename = 2,
  with_organization_word = 4,
  with_place_word = 8,
  in_brackets = 16,
  of_several = 32,
  first_of_several = 64,
  last_of_several = 128,
  after_in = 256,
  before_possessive = 512,
  before_forename_known = 1024,
  after_the = 2048,
};

// What the rest of the text tells of a word.
struct WordEvidence {
  std::uint16_t small = 0, capital = 0;  // how often it stands without and with a capital, but for first words
  std::uint16_t bits = 0;                // EvidenceBits of all the places where it stands
};

struct NameSheet {
  std::vector<NameWord> words;  // one a token
  std::vector<CapitalRun> runs;
  std::vector<Chain> chains;
  std::vector<WordEvidence> evidence;      // of each distinct word with a capital
  std::vector<std::uint32_t> evidence_of;  // for each token, its entry in evidence; none for words without
  static constexpr std::uint32_t none = 0xFFFFFFFF;
};

// Works out runs, chains and evidence from the words, which stand for the tokens from `offset` on of a dissection of
// `text`.
void complete_sheet(std::string_view text, const Dissection& dissection, std::uint32_t offset, NameSheet& sheet);

}  // namespace hearsay
