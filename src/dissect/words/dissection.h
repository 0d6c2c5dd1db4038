// What grammar says of a text: sentences, words, their tags, lemmas and dependencies (Universal Dependencies 2).
#pragma once

#include "base/span.h"
#include "dissect/words/relation.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class Tag : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X,
};
inline constexpr std::array<std::string_view, 17> tag_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                               "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                               "PUNCT", "SCONJ", "SYM", "VERB", "X"};
inline std::string_view to_text(Tag tag) { return tag_names[static_cast<std::size_t>(tag)]; }

// The tag of a UD name. Throws std::invalid_argument for a name that is not one.
Tag tag_named(std::string_view name);

// No head: the token is the root of its sentence.
inline constexpr std::int32_t no_head = -1;

struct Token {
  Span span;
  Tag tag = Tag::X;
  Relation relation = Relation::root;
  std::int32_t head = no_head;  // the index in Dissection::tokens of the word this one depends on
  std::string lemma;            // lower case but for names
};

struct Sentence {
  Span span;
  std::uint32_t first = 0;  // its tokens are [first, last) of Dissection::tokens
  std::uint32_t last = 0;
};

// Sentences and tokens in text order; every token belongs to one sentence, and its head is in the same sentence.
struct Dissection {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
};

// The tokens that a span overlaps, in text order; none when there are none there. By binary search.
std::span<const Token> tokens_in(const std::vector<Token>& tokens, Span words);

// The number of the sentence that a byte stands in, or of the first behind it; that of all sentences where none is.
std::size_t sentence_at(const std::vector<Sentence>& sentences, std::size_t byte);

}  // namespace hearsay
