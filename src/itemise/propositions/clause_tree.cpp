// Predicates by tags and by what hangs on a word; counts from the quantities that the text was marked with.
#include "itemise/propositions/clause_tree.h"

#include "dissect/words/function_words.h"

#include <algorithm>

namespace hearsay {

void ClauseTree::turn_to(const Sentence& sentence) {
  first_ = sentence.first;
  find_predicates(sentence);
  note_counts(sentence);
}

std::optional<std::uint32_t> ClauseTree::counted_noun(std::uint32_t clause) const {
  if (!is(clause, Relation::acl) || tree_.follows_punctuation(clause) || tokens_[clause].head == no_head)
    return std::nullopt;
  const auto noun = static_cast<std::uint32_t>(tokens_[clause].head);
  const std::uint32_t begin = tree_.leftmost(clause);
  if (noun >= begin || begin - noun > 2 || !tree_.has_child(noun, Relation::nummod)) return std::nullopt;
  return noun;
}

std::uint32_t ClauseTree::leftmost_of_phrase(std::uint32_t noun) const {
  std::uint32_t first = noun;
  for (const std::uint32_t child : tree_.children(noun)) {
    if (child < first && !is(child, Relation::case_) && !is(child, Relation::cc) && !is(child, Relation::punct)) {
      first = std::min(first, tree_.leftmost(child));
    }
  }
  return first;
}

std::optional<std::uint32_t> ClauseTree::happens_to(std::uint32_t counted) const {
  if (!counted_[counted - first_]) return std::nullopt;
  if (!tree_.has_child(counted, Relation::case_, "with")) return std::nullopt;
  for (const std::uint32_t child : tree_.children(counted)) {
    if (child > counted && (is(child, Relation::acl) || is(child, Relation::amod)) && tokens_[child].tag == Tag::VERB)
      return child;
  }
  return std::nullopt;
}

bool ClauseTree::asks(std::uint32_t token) const {
  const auto below = tree_.children(token);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    const bool opens = child < token && (child == tree_.leftmost(token) || is(child, Relation::mark));
    return opens && function_words().has(tokens_[child].lemma, FunctionWord::asking);
  });
}

// Each token is looked at once: a root may have very many children.
void ClauseTree::find_predicates(const Sentence& sentence) {
  predicate_.assign(sentence.last - sentence.first, false);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Tag tag = tokens_[t].tag;
    if (tag == Tag::VERB || (tag == Tag::AUX && !is(t, Relation::aux) && !is(t, Relation::cop)))
      predicate_[t - first_] = true;
    if (tokens_[t].head != no_head && (is(t, Relation::nsubj) || is(t, Relation::cop)))
      predicate_[static_cast<std::uint32_t>(tokens_[t].head) - first_] = true;
  }
}

void ClauseTree::note_counts(const Sentence& sentence) {
  counts_.assign(sentence.last - sentence.first, false);
  counted_.assign(sentence.last - sentence.first, false);
  const auto& quantities = marks_.quantities;
  auto quantity = std::lower_bound(quantities.begin(), quantities.end(), tokens_[sentence.first].span.begin,
                                   [](const Quantity& q, std::size_t byte) { return q.span.begin < byte; });
  for (; quantity != quantities.end() && quantity->span.begin < tokens_[sentence.last - 1].span.end; ++quantity) {
    const std::span<const Token> words = tokens_in(tokens_, quantity->span);
    if (words.empty()) continue;
    const auto last = static_cast<std::int32_t>(&words.back() - tokens_.data());
    std::int32_t t = std::min(last, static_cast<std::int32_t>(sentence.last) - 1);
    counted_[static_cast<std::uint32_t>(t) - first_] = true;
    const std::int32_t noun = tokens_[static_cast<std::size_t>(t)].head;
    if (noun != no_head && is(static_cast<std::uint32_t>(t), Relation::nummod)) {
      counted_[static_cast<std::uint32_t>(noun) - first_] = true;
    }
    while (t != no_head && !is_predicate(static_cast<std::uint32_t>(t))) t = tokens_[static_cast<std::size_t>(t)].head;
    if (t != no_head) counts_[static_cast<std::uint32_t>(t) - first_] = true;
  }
}

}  // namespace hearsay
