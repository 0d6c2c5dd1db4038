// Children are sorted by their heads by counting; sizes and left edges come up from the leaves in one pass.
#include "dissect/trees/tree.h"

#include "dissect/words/function_words.h"

#include <algorithm>

namespace hearsay {

namespace {

// Relations of words that are not the phrase's own: they stand at its edges or between its parts.
bool is_function_word(Tag tag) {
  return tag == Tag::PUNCT || tag == Tag::ADP || tag == Tag::DET || tag == Tag::ADV || tag == Tag::CCONJ;
}

}  // namespace

bool is_negation(const Token& token) {
  return function_words().has(token.lemma, FunctionWord::negation | FunctionWord::never | FunctionWord::no);
}

Tree::Tree(const Dissection& dissection) : sentences_(dissection.sentences), tokens_(dissection.tokens) {
  list_children();
  order_.resize(tokens_.size());
  size_.assign(tokens_.size(), 1);
  leftmost_.resize(tokens_.size());
  for (std::uint32_t t = 0; t < tokens_.size(); ++t) leftmost_[t] = t;
  for (const Sentence& sentence : sentences_) put_in_order(sentence);
}

void Tree::list_children() {
  begin_.assign(tokens_.size() + 2, 0);
  // Counted one place further on, so that filling the lists moves each beginning to where it belongs.
  for (const Token& token : tokens_) {
    if (token.head != no_head) ++begin_[static_cast<std::size_t>(token.head) + 2];
  }
  for (std::size_t i = 2; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  children_.resize(begin_.back());
  for (std::uint32_t t = 0; t < tokens_.size(); ++t) {
    if (tokens_[t].head != no_head) children_[begin_[static_cast<std::size_t>(tokens_[t].head) + 1]++] = t;
  }
}

// By breadth from the root.
void Tree::put_in_order(const Sentence& sentence) {
  std::uint32_t end = sentence.first;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (tokens_[t].head == no_head) order_[end++] = t;
  }
  for (std::uint32_t i = sentence.first; i < end; ++i) {
    for (const std::uint32_t child : children(order_[i])) order_[end++] = child;
  }
  for (std::uint32_t i = end; i-- > sentence.first;) {
    const auto above = head(order_[i]);
    if (!above) continue;
    size_[*above] += size_[order_[i]];
    leftmost_[*above] = std::min(leftmost_[*above], leftmost_[order_[i]]);
  }
}

const Sentence& Tree::sentence_of(std::uint32_t word) const {
  return *std::upper_bound(sentences_.begin(), sentences_.end(), word,
                           [](std::uint32_t w, const Sentence& s) { return w < s.last; });
}

std::optional<std::uint32_t> Tree::head(std::uint32_t word) const {
  const std::int32_t above = tokens_[word].head;
  return above == no_head ? std::nullopt : std::optional(static_cast<std::uint32_t>(above));
}

std::optional<std::uint32_t> Tree::child(std::uint32_t word, Relation relation) const {
  for (const std::uint32_t below : children(word)) {
    if (tokens_[below].relation == relation) return below;
  }
  return std::nullopt;
}

bool Tree::has_child(std::uint32_t word, Relation kind) const {
  const auto below = children(word);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return is_a(tokens_[c].relation, kind); });
}

bool Tree::has_child(std::uint32_t word, Relation kind, std::string_view lemma) const {
  const auto below = children(word);
  return std::any_of(below.begin(), below.end(),
                     [&](std::uint32_t c) { return is_a(tokens_[c].relation, kind) && tokens_[c].lemma == lemma; });
}

std::optional<std::uint32_t> Tree::subject(std::uint32_t predicate) const {
  for (const std::uint32_t below : children(predicate)) {
    if (is_a(tokens_[below].relation, Relation::nsubj)) return below;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Tree::preposition(std::uint32_t noun) const {
  const auto below = children(noun);
  for (auto child = std::lower_bound(below.begin(), below.end(), noun); child != below.begin();) {
    if (tokens_[*--child].tag == Tag::ADP) return *child;
  }
  return std::nullopt;
}

bool Tree::is_negated(std::uint32_t word) const {
  const auto below = children(word);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) { return is_negation(tokens_[c]); });
}

bool Tree::follows_punctuation(std::uint32_t word) const {
  const std::uint32_t first = leftmost_[word];
  if (tokens_[first].tag == Tag::PUNCT) return true;
  return first > sentence_of(word).first && tokens_[first - 1].tag == Tag::PUNCT;
}

Span Tree::phrase_up_to(std::uint32_t word) const {
  const auto at = static_cast<std::int32_t>(word);
  std::uint32_t first = word;
  while (first > 0 && tokens_[first - 1].head == at) --first;
  return {tokens_[first].span.begin, tokens_[word].span.end};
}

std::optional<std::uint32_t> Tree::head_of(Span words) const {
  const std::span<const Token> inside = tokens_in(tokens_, words);
  if (inside.empty()) return std::nullopt;
  const std::uint32_t first = number_of(inside.front()), last = number_of(inside.back());
  for (std::uint32_t word = first; word <= last; ++word) {
    const auto above = head(word);
    const bool outside = !above || *above < first || *above > last;
    if (outside && !is_function_word(tokens_[word].tag)) return word;
  }
  return std::nullopt;
}

}  // namespace hearsay
