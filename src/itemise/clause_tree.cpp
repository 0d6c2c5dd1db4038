// Children, sizes and left edges of every subtree, in one pass up and one down.
#include "itemise/clause_tree.h"

#include <algorithm>

namespace hearsay {

void ClauseTree::turn_to(const Sentence& sentence) {
  build(sentence);
  find_predicates(sentence);
  note_counts(sentence);
}

bool ClauseTree::has_child(std::uint32_t token, Relation relation) const {
  return std::any_of(children_[token - first_].begin(), children_[token - first_].end(),
                     [&](std::uint32_t child) { return is(child, relation); });
}

std::optional<std::uint32_t> ClauseTree::counted_noun(std::uint32_t clause) const {
  if (!is(clause, Relation::acl) || follows_punctuation(clause) || tokens_[clause].head == no_head) return std::nullopt;
  const auto noun = static_cast<std::uint32_t>(tokens_[clause].head);
  const std::uint32_t begin = leftmost_[clause - first_];
  if (noun >= begin || begin - noun > 2 || !has_child(noun, Relation::nummod)) return std::nullopt;
  return noun;
}

std::uint32_t ClauseTree::leftmost_of_phrase(std::uint32_t noun) const {
  std::uint32_t first = noun;
  for (const std::uint32_t child : children_[noun - first_]) {
    if (child < first && !is(child, Relation::case_) && !is(child, Relation::cc) && !is(child, Relation::punct)) {
      first = std::min(first, leftmost_[child - first_]);
    }
  }
  return first;
}

std::optional<std::uint32_t> ClauseTree::happens_to(std::uint32_t counted) const {
  if (!counted_[counted - first_]) return std::nullopt;
  const auto& below = children_[counted - first_];
  const bool with = std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    return is(child, Relation::case_) && tokens_[child].lemma == "with";
  });
  if (!with) return std::nullopt;
  for (const std::uint32_t child : below) {
    if (child > counted && (is(child, Relation::acl) || is(child, Relation::amod)) && tokens_[child].tag == Tag::VERB)
      return child;
  }
  return std::nullopt;
}

bool ClauseTree::follows_punctuation(std::uint32_t token) const {
  const std::uint32_t first = leftmost_[token - first_];
  return tokens_[first].tag == Tag::PUNCT || (first > first_ && tokens_[first - 1].tag == Tag::PUNCT);
}

bool ClauseTree::has_mark_to(std::uint32_t token) const {
  return std::any_of(children_[token - first_].begin(), children_[token - first_].end(),
                     [&](std::uint32_t child) { return is(child, Relation::mark) && tokens_[child].lemma == "to"; });
}

bool ClauseTree::asks(std::uint32_t token) const {
  static constexpr std::string_view questions[] = {"how", "why", "whether", "what"};
  return std::any_of(children_[token - first_].begin(), children_[token - first_].end(), [&](std::uint32_t child) {
    const bool opens = child < token && (child == leftmost_[token - first_] || is(child, Relation::mark));
    return opens && std::find(std::begin(questions), std::end(questions), tokens_[child].lemma) != std::end(questions);
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

void ClauseTree::build(const Sentence& sentence) {
  first_ = sentence.first;
  const std::size_t count = sentence.last - sentence.first;
  children_.assign(count, {});
  size_.assign(count, 1);
  leftmost_.resize(count);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) leftmost_[t - first_] = t;
  std::vector<std::uint32_t> order;  // parents before children
  order.reserve(count);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const std::int32_t head = tokens_[t].head;
    if (head == no_head) {
      order.push_back(t);
    } else {
      children_[static_cast<std::uint32_t>(head) - first_].push_back(t);
    }
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const std::uint32_t child : children_[order[i] - first_]) order.push_back(child);
  }
  for (std::size_t i = order.size(); i-- > 0;) {
    const std::int32_t head = tokens_[order[i]].head;
    if (head == no_head) continue;
    const std::uint32_t above = static_cast<std::uint32_t>(head) - first_;
    size_[above] += size_[order[i] - first_];
    leftmost_[above] = std::min(leftmost_[above], leftmost_[order[i] - first_]);
  }
  order_ = std::move(order);
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
