// From the tree alone: a clause hangs on a word of saying, and that word has a "not", a "no" before its subject, a verb
// above it that keeps from saying, a question mark or an auxiliary before its subject.
#include "itemise/unsaid.h"

#include "base/folding.h"
#include "dissect/saying_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace hearsay {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 6> negations = {"not", "never", "hardly", "nor", "neither", "without"};
constexpr std::array<std::string_view, 6> nobodies = {"nobody", "none", "no-one", "noone", "neither", "nothing"};
constexpr std::array<std::string_view, 5> none_of_them = {"no", "neither", "few", "none", "nor"};
constexpr std::array<std::string_view, 10> keeping = {"refuse", "decline", "fail",  "stop",    "refrain",
                                                      "avoid",  "yet",     "short", "decline", "forbear"};
constexpr std::array<std::string_view, 5> denying = {"deny", "reject", "refute", "dispute", "dismiss"};
constexpr std::array<std::string_view, 4> passed_over = {"have", "be", "say", "confirm"};
constexpr std::array<std::string_view, 4> supposing = {"if", "whether", "unless", "should"};

class Reader {
 public:
  explicit Reader(const Tree& tree) : tree_(tree) {}

  Unsaid read(std::uint32_t predicate) {
    std::uint32_t at = predicate;
    for (int steps = 0; steps < 8 && tree_.token(at).head != no_head; ++steps) {
      const std::uint32_t below = at;
      at = static_cast<std::uint32_t>(tree_.token(at).head);
      if (!holds(below, at)) {
        if (!passes(below)) break;
        continue;
      }
      const Unsaid found = taken_back(at);
      if (found != Unsaid::said) return found;
    }
    return by_words(predicate);
  }

  // By the words before a verb of saying alone.
  bool said_by_none(std::uint32_t cue) const { return before(cue, tree_.sentence_of(cue).first) == Unsaid::by_none; }

  // Of a claim that tells the saying too: "no official has confirmed that it sank".
  Unsaid read_cue(std::uint32_t cue) {
    const bool speaks = (saying_words().of(tree_.token(cue).lemma) & (SayingSort::cue | SayingSort::confirms)) != 0;
    if (!speaks || !(tree_.has_child(cue, Relation::ccomp) || tree_.has_child(cue, Relation::acl))) return Unsaid::said;
    const Unsaid found = taken_back(cue);
    return found != Unsaid::said ? found : before(cue, tree_.sentence_of(cue).first);
  }

 private:
  // Trees of rare shapes are often wrong. Then the words decide: the nearest word of saying before the clause, and what
  // stands before that with no mark in between.
  Unsaid by_words(std::uint32_t predicate) const {
    constexpr std::uint32_t farthest = 8;
    const std::uint32_t first = tree_.sentence_of(predicate).first;
    for (std::uint32_t t = predicate; t > first && predicate - t < farthest;) {
      --t;
      const Token& token = tree_.token(t);
      if (token.tag == Tag::PUNCT) break;
      const SayingSorts sorts = saying_words().of(token.lemma);
      const bool speaks = (sorts & (SayingSort::say | SayingSort::claim | SayingSort::concede | SayingSort::deny |
                                    SayingSort::confirms)) != 0;
      const bool noun = token.tag == Tag::NOUN && (token.lemma == "confirmation" || token.lemma == "evidence");
      if ((token.tag == Tag::VERB && speaks) || noun) return before(t, first);
    }
    return Unsaid::said;
  }

  Unsaid before(std::uint32_t cue, std::uint32_t first) const {
    const Sentence& sentence = tree_.sentence_of(cue);
    const auto lemma = [&](std::uint32_t t) { return fold(tree_.token(t).lemma); };
    if (lemma(first) == "had" || lemma(first) == "have" || lemma(first) == "do" || lemma(first) == "be") {
      const bool asked = tree_.token(sentence.last - 1).lemma == "?";
      if (asked || lemma(first) == "had" || lemma(first) == "have") return Unsaid::supposed;
    }
    for (std::uint32_t t = cue; t > first;) {
      --t;
      const Token& token = tree_.token(t);
      const std::string word = lemma(t);
      if (token.tag == Tag::PUNCT) break;
      if (is_one_of(word, denying)) return Unsaid::denied;
      if (word == "true" && t > first && lemma(t - 1) == "not") return Unsaid::denied;
      if (word == "if" || word == "unless") return Unsaid::supposed;
      if (is_one_of(word, nobodies) || is_one_of(word, none_of_them)) return Unsaid::by_none;
      if (is_one_of(word, negations) || is_one_of(word, keeping)) return Unsaid::not_said;
      if (token.tag == Tag::VERB && !is_one_of(word, passed_over)) break;
    }
    return Unsaid::said;
  }

  // Is the clause below what the word above says?
  bool holds(std::uint32_t below, std::uint32_t above) const {
    const Relation relation = tree_.token(below).relation;
    const bool complement = relation == Relation::ccomp || relation == Relation::xcomp || relation == Relation::acl ||
                            relation == Relation::obj || is_a(relation, Relation::csubj) ||
                            relation == Relation::advcl || relation == Relation::obl;
    if (!complement) return false;
    const Token& word = tree_.token(above);
    return (saying_words().of(word.lemma) & (SayingSort::cue | SayingSort::confirms)) != 0 ||
           is_one_of(word.lemma, denying) || word.lemma == "true" || word.lemma == "evidence" || word.lemma == "stop" ||
           word.lemma == "fail";
  }

  // Relations that lead on to what holds the whole.
  bool passes(std::uint32_t below) const {
    const Relation relation = tree_.token(below).relation;
    return relation == Relation::conj || relation == Relation::xcomp || relation == Relation::ccomp ||
           relation == Relation::nsubj || relation == Relation::obj || relation == Relation::advcl ||
           relation == Relation::acl || relation == Relation::obl;
  }

  template <class Wanted>
  bool any_child(std::uint32_t token, Wanted wanted) const {
    const auto below = tree_.children(token);
    return std::any_of(below.begin(), below.end(), wanted);
  }

  Unsaid taken_back(std::uint32_t cue) const {
    if (is_one_of(tree_.token(cue).lemma, denying) && !negated(cue)) return Unsaid::denied;
    if (by_none(cue)) return Unsaid::by_none;
    if (is_supposed(cue)) return Unsaid::supposed;
    if (negated(cue)) return tree_.token(cue).lemma == "true" ? Unsaid::denied : Unsaid::not_said;
    // "refused to confirm", "stopped short of saying", "have yet to confirm", "denied saying"
    std::uint32_t at = cue;
    for (int steps = 0; steps < 3 && tree_.token(at).head != no_head; ++steps) {
      const Relation relation = tree_.token(at).relation;
      if (relation != Relation::xcomp && relation != Relation::advcl && relation != Relation::ccomp &&
          relation != Relation::obl && relation != Relation::acl && !is_a(relation, Relation::csubj) &&
          relation != Relation::nsubj)
        break;
      at = static_cast<std::uint32_t>(tree_.token(at).head);
      if (is_one_of(tree_.token(at).lemma, denying)) return Unsaid::denied;
      if (is_one_of(tree_.token(at).lemma, keeping)) return Unsaid::not_said;
      if (by_none(at)) return Unsaid::by_none;
      if (negated(at)) return tree_.token(at).lemma == "true" ? Unsaid::denied : Unsaid::not_said;
    }
    if (any_child(cue, [&](std::uint32_t t) { return tree_.token(t).lemma == "yet"; }) &&
        any_child(cue, [&](std::uint32_t t) { return tree_.token(t).lemma == "to"; }))
      return Unsaid::not_said;
    return Unsaid::said;
  }

  bool negated(std::uint32_t cue) const {
    return any_child(cue, [&](std::uint32_t t) {
      const Relation relation = tree_.token(t).relation;
      const bool modifies = relation == Relation::advmod || relation == Relation::mark || relation == Relation::cc ||
                            relation == Relation::case_;
      return modifies && is_one_of(tree_.token(t).lemma, negations);
    });
  }

  // "no official", "neither X nor Y", "nobody", "none of them", "there was no confirmation"
  bool by_none(std::uint32_t cue) const {
    const bool noun = tree_.token(cue).tag == Tag::NOUN;
    const auto is_none = [&](std::uint32_t t) { return is_one_of(fold(tree_.token(t).lemma), none_of_them); };
    if (noun && any_child(cue, [&](std::uint32_t t) { return tree_.token(t).lemma == "no"; })) return true;
    return any_child(cue, [&](std::uint32_t t) {
      if (!is_a(tree_.token(t).relation, Relation::nsubj)) return false;
      return is_one_of(fold(tree_.token(t).lemma), nobodies) || is_none(t) || any_child(t, is_none);
    });
  }

  // An auxiliary before the subject, "if" before the clause, or a question mark behind the sentence.
  bool is_supposed(std::uint32_t cue) const {
    const bool conditional = any_child(cue, [&](std::uint32_t t) {
      return tree_.token(t).relation == Relation::mark && is_one_of(fold(tree_.token(t).lemma), supposing);
    });
    if (conditional) return true;
    std::optional<std::uint32_t> subject;
    std::optional<std::uint32_t> auxiliary;
    for (const std::uint32_t t : tree_.children(cue)) {
      const Relation relation = tree_.token(t).relation;
      if (is_a(relation, Relation::nsubj) && !subject) subject = t;
      if (is_a(relation, Relation::aux) && !auxiliary) auxiliary = t;
    }
    if (!subject || !auxiliary || *auxiliary > *subject || *subject > cue) return false;
    const Sentence& sentence = tree_.sentence_of(cue);
    return tree_.token(sentence.last - 1).lemma == "?" || *auxiliary == sentence.first;
  }

  const Tree& tree_;
};

}  // namespace

Unsaid unsaid_at(const Tree& tree, std::uint32_t predicate) {
  Reader reader(tree);
  const Unsaid own = reader.read_cue(predicate);
  return own != Unsaid::said ? own : reader.read(predicate);
}

Unsaid unsaid_in(const Marks& marks, const Tree& tree, Span claim, std::uint32_t predicate) {
  // "Had the mayor said so, ...": all of it is supposed.
  constexpr std::size_t had = 3;
  const Token& opening = tree.token(tree.sentence_of(predicate).first);
  if (opening.lemma == "have" && opening.span.size() == had) return Unsaid::supposed;
  Unsaid found = unsaid_at(tree, predicate);
  for (const Token& token : tokens_in(marks.dissection.tokens, claim)) {
    if (found != Unsaid::said) break;
    const std::uint32_t word = tree.number_of(token);
    const bool told = token.relation == Relation::ccomp || is_a(token.relation, Relation::csubj) ||
                      tree.has_child(word, Relation::mark, "that");
    if (told) found = unsaid_at(tree, word);
    // "No witness said it fell", where the tree has the words wrong.
    const bool says = token.tag == Tag::VERB && (saying_words().of(token.lemma) & SayingSort::say) != 0;
    if (found == Unsaid::said && says && token.span.end < claim.end && Reader(tree).said_by_none(word))
      found = Unsaid::by_none;
  }
  return found;
}

bool names_nobody(const Marks& marks, Span words) {
  const auto tokens = tokens_in(marks.dissection.tokens, words);
  if (tokens.empty()) return false;
  const std::string_view opening = tokens.front().lemma;
  if (tokens.front().tag == Tag::AUX || opening == "have" || opening == "do") return true;
  const std::string first = fold(tokens.front().lemma);
  if (is_one_of(first, nobodies) || is_one_of(first, none_of_them)) return true;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.lemma == "nobody"; });
}

}  // namespace hearsay
