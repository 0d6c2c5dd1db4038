// Questions to the dependency trees of a text (Universal Dependencies 2): what depends on a word, and in which
// relation.
#pragma once

#include "dissect/words/dissection.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// "not", "never", "no": whatever it depends on, it negates.
bool is_negation(const Token& token);

// Words are given by their numbers in Dissection::tokens; a word's children are its direct dependents.
class Tree {
 public:
  // Linear in the tokens; then each question costs as much as it looks at. The dissection must outlive this, unchanged.
  explicit Tree(const Dissection& dissection);

  const Token& token(std::uint32_t word) const { return tokens_[word]; }
  // The token must be one of the dissection's own, not a copy.
  std::uint32_t number_of(const Token& token) const {
    assert(&token >= tokens_.data() && &token < tokens_.data() + tokens_.size());
    return static_cast<std::uint32_t>(&token - tokens_.data());
  }
  const Sentence& sentence_of(std::uint32_t word) const;

  // Its head; none for a root.
  std::optional<std::uint32_t> head(std::uint32_t word) const;

  // In text order, on either side of the word.
  std::span<const std::uint32_t> children(std::uint32_t word) const {
    return {children_.data() + begin_[word], children_.data() + begin_[word + 1]};
  }

  // The first child that has just this relation, no subtype of it.
  std::optional<std::uint32_t> child(std::uint32_t word, Relation relation) const;

  // Is there a child of this relation, or of a subtype of it? And one that is a certain word ("to", a mark)?
  bool has_child(std::uint32_t word, Relation kind) const;
  bool has_child(std::uint32_t word, Relation kind, std::string_view lemma) const;

  // The first subject of a clause's predicate, active or passive.
  std::optional<std::uint32_t> subject(std::uint32_t predicate) const;

  // The nearest word before it that opens its phrase: "in" for "harbour" in "in the old harbour".
  std::optional<std::uint32_t> preposition(std::uint32_t noun) const;

  // "did not sink", "no boat": by a child.
  bool is_negated(std::uint32_t word) const;

  // The size of a word's subtree, itself included, and the first word of it.
  std::size_t words_below(std::uint32_t word) const { return size_[word]; }
  std::uint32_t leftmost(std::uint32_t word) const { return leftmost_[word]; }

  // Is a word's phrase set off by a comma or another mark at its front?
  bool follows_punctuation(std::uint32_t word) const;

  // From the first of the unbroken run of children right before a word up to the word: "the old depot" of "the old
  // depot in Brill".
  Span phrase_up_to(std::uint32_t word) const;

  // The first content word of a span whose head lies outside it; none where there is no such word.
  std::optional<std::uint32_t> head_of(Span words) const;

  // The words of a sentence, heads before their dependents.
  std::span<const std::uint32_t> from_the_root(const Sentence& sentence) const {
    return {order_.data() + sentence.first, order_.data() + sentence.last};
  }

 private:
  void list_children();
  void put_in_order(const Sentence& sentence);

  const std::vector<Sentence>& sentences_;
  const std::vector<Token>& tokens_;
  std::vector<std::uint32_t> begin_;     // where a word's children begin in the list of all; one more than words
  std::vector<std::uint32_t> children_;  // those of the first word, then those of the second ...
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> size_;
  std::vector<std::uint32_t> leftmost_;
};

// A tree that is built only when it is first asked for: many texts never need theirs.
class TreeOnDemand {
 public:
  explicit TreeOnDemand(const Dissection& dissection) : dissection_(dissection) {}

  const Tree& get() { return tree_ ? *tree_ : tree_.emplace(dissection_); }

 private:
  const Dissection& dissection_;
  std::optional<Tree> tree_;
};

}  // namespace hearsay
