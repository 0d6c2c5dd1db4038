// What the cutting of clauses asks of a sentence beside its tree: which words are predicates, and what is counted.
#pragma once

#include "dissect/trees/tree.h"
#include "extract/marks.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hearsay {

// Tokens are given by their numbers in Dissection::tokens. The marks and the tree must outlive this.
class ClauseTree {
 public:
  ClauseTree(const Marks& marks, const Tree& tree) : marks_(marks), tokens_(marks.dissection.tokens), tree_(tree) {}

  // Turns to a sentence; all questions are about its tokens.
  void turn_to(const Sentence& sentence);

  // A relation stands for its subtypes too.
  bool is(std::uint32_t token, Relation relation) const { return is_a(tokens_[token].relation, relation); }
  // "how it sank", "whether anybody swam": does a clause ask, by the first words that hang on it?
  bool asks(std::uint32_t token) const;
  bool is_predicate(std::uint32_t token) const { return predicate_[token - first_]; }

  // Does a number depend on a predicate, with no other predicate in between?
  bool counts(std::uint32_t predicate) const { return counts_[predicate - first_]; }

  // "..., with 30 sailors drowned": of the number, or what it counts, the participle behind it.
  std::optional<std::uint32_t> happens_to(std::uint32_t counted) const;

  // "the 40 sailors who drowned": of a clause that tells which, the noun right before it, when it has a number.
  std::optional<std::uint32_t> counted_noun(std::uint32_t clause) const;

  // The first of the words before a noun that hang on it, without what opens the phrase ("in the 40 sailors").
  std::uint32_t leftmost_of_phrase(std::uint32_t noun) const;

 private:
  void find_predicates(const Sentence& sentence);
  void note_counts(const Sentence& sentence);

  const Marks& marks_;
  const std::vector<Token>& tokens_;
  const Tree& tree_;
  std::uint32_t first_ = 0;
  std::vector<bool> predicate_;
  std::vector<bool> counted_;  // is it a number, or what one counts?
  std::vector<bool> counts_;
};

}  // namespace hearsay
