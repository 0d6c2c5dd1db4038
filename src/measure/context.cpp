#include "measure/context.h"

#include "measure/representative.h"

#include <algorithm>

namespace hearsay {

namespace {

class Cut {
 public:
  Cut(const FoundClaim& found, const Tree& tree)
      : tree_(tree), claim_(found.claim.span), head_(found.proposition.head) {}

  // Does a word of the claim stand without the phrase that it belongs to?
  bool is_ragged(std::span<const Token> tokens) const {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      const std::uint32_t word = tree_.number_of(token);
      return word == head_ ? lacks_a_part_of_its_clause(word) : hangs_outside(word) || lacks_a_part_of_its_phrase(word);
    });
  }

 private:
  bool is_inside(std::uint32_t word) const { return claim_.contains(tree_.token(word).span); }

  bool hangs_outside(std::uint32_t word) const {
    const auto head = tree_.head(word);
    return tree_.token(word).tag != Tag::PUNCT && head && !is_inside(*head);
  }

  // A clause that narrows down what it hangs on: no comma sets it off ("the man who sold it", "used it to pay").
  bool narrows(std::uint32_t word) const {
    const Relation relation = tree_.token(word).relation;
    return (is_a(relation, Relation::acl) || is_a(relation, Relation::advcl)) && !tree_.follows_punctuation(word);
  }

  // "X hit the coast" of "X hit the coast of Torvik". What is only added to a phrase may be left out.
  bool lacks_a_part_of_its_phrase(std::uint32_t word) const {
    const auto children = tree_.children(word);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      const Relation relation = tree_.token(child).relation;
      const bool added = tree_.token(child).tag == Tag::PUNCT || relation == Relation::conj ||
                         relation == Relation::cc || relation == Relation::appos || relation == Relation::parataxis ||
                         is_a(relation, Relation::acl) || is_a(relation, Relation::advcl);
      return !is_inside(child) && (!added || narrows(child));
    });
  }

  // Its auxiliary, its negation, the "if" before it, its object.
  bool lacks_a_part_of_its_clause(std::uint32_t word) const {
    const auto children = tree_.children(word);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      const Token& token = tree_.token(child);
      if (is_inside(child)) return false;
      if (token.relation == Relation::mark) return token.lemma != "that";
      return is_negation(token) || is_a(token.relation, Relation::aux) || token.relation == Relation::cop ||
             is_a(token.relation, Relation::obj) || token.relation == Relation::xcomp ||
             token.relation == Relation::ccomp || token.relation == Relation::obl_agent ||
             is_a(token.relation, Relation::compound) || (child > word && narrows(child));
    });
  }

  const Tree& tree_;
  const Span claim_;
  const std::uint32_t head_;
};

}  // namespace

std::optional<Span> context_of(const FoundClaim& found, const Assertion& assertion, std::string_view text,
                               const Dissection& dissection, const Tree& tree) {
  const Span claim = found.claim.span;
  const std::size_t number = sentence_at(dissection.sentences, claim.begin);
  if (number == dissection.sentences.size()) return std::nullopt;
  const Span sentence = hull(dissection.sentences[number].span, claim);
  if (sentence.size() > longest_context) return std::nullopt;
  const auto around = tokens_in(dissection.tokens, sentence);
  const bool says_more = std::any_of(around.begin(), around.end(), [&](const Token& token) {
    return token.tag != Tag::PUNCT && !claim.overlaps(token.span);
  });
  const bool alone = !assertion.tied && reads_alone(assertion, words_at(text, claim)) &&
                     !Cut(found, tree).is_ragged(tokens_in(dissection.tokens, claim));
  return says_more && !alone ? std::optional(sentence) : std::nullopt;
}

}  // namespace hearsay
