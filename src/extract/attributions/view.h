// One dissected article laid out for finding attributions: what each word is, which words hang on it, which quotation
// it stands in. Built once an article; the features and the decisions read it.
#pragma once

#include "dissect/trees/tree.h"
#include "dissect/words/dissection.h"
#include "dissect/words/saying_words.h"
#include "extract/attributions/quotes.h"
#include "extract/names/names.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

inline constexpr std::int32_t no_word = -1;

struct ViewedWord {
  std::uint32_t form = 0;       // hash of the lower-case word
  std::uint32_t lemma = 0;      // hash of the lower-case dictionary form
  SayingSorts sorts = 0;        // of the dictionary form
  std::uint32_t sentence = 0;   // its sentence's index
  std::int32_t head = no_head;  // as in Token
  std::int32_t quotation = -1;  // the quotation whose whole (marks too) holds it
  Relation relation = Relation::root;
  Tag tag = Tag::X;
  std::uint8_t name = 0;  // 0 no name, else 1 + its EntityKind
  char sign = 0;          // a punctuation word's ASCII sign; '"' for every quotation mark; 0 otherwise
};

inline bool is_noun(const ViewedWord& word) { return word.tag == Tag::NOUN || word.tag == Tag::PROPN; }
inline bool is_verb(const ViewedWord& word) { return word.tag == Tag::VERB || word.tag == Tag::AUX; }

struct AttributionView {
  AttributionView(std::string_view text, const Dissection& dissection, const Names& names);

  std::string_view text;
  const Dissection* dissection;  // outlives the view
  Tree tree;
  std::vector<ViewedWord> words;  // one for each of the dissection's tokens
  std::vector<Quotation> quotations;
  std::vector<std::uint32_t> paragraph;  // of each sentence

  const Sentence& sentence(std::size_t i) const { return dissection->sentences[i]; }
  Span span(std::size_t word) const { return dissection->tokens[word].span; }
};

// Mixes numbers into one feature's hash. The same on every machine.
template <typename... Parts>
std::uint32_t mix(std::uint32_t first, Parts... rest) {
  std::uint64_t state = first * 0x9E3779B97F4A7C15ULL + 0x632BE59BD9B4E019ULL;
  ((state = (state ^ static_cast<std::uint32_t>(rest)) * 0xD6E8FEB86659FD93ULL, state ^= state >> 32), ...);
  return static_cast<std::uint32_t>(state ^ (state >> 29));
}

// The hash of a word, as ViewedWord::form and lemma hold it. ASCII letters are taken in lower case.
std::uint32_t hash_word(std::string_view word);

}  // namespace hearsay
