// From the tree: a clause hangs on a word of saying, and that word has a "not", a "no" before its subject, a verb above
// it that keeps from saying, a question mark or an auxiliary before its subject. Where the tree tells nothing, the
// words before the clause do (itemise/stances/unsaid_words.h).
#include "itemise/stances/unsaid.h"

#include "base/folding.h"
#include "dissect/words/function_words.h"
#include "dissect/words/saying_words.h"
#include "itemise/stances/unsaid_words.h"

#include <algorithm>
#include <string_view>

namespace hearsay {

namespace {

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
    return unsaid_by_words(tree_, predicate);
  }

  // Of a claim that tells the saying too: "no official has confirmed that it sank".
  Unsaid read_cue(std::uint32_t cue) {
    const std::string_view lemma = tree_.token(cue).lemma;
    if (denies_saying(lemma) && !negated(cue) && denies_a_report(cue)) return Unsaid::denied;
    if (!carries_saying(lemma) || !has_clause(cue)) return Unsaid::said;
    const Unsaid found = taken_back(cue);
    return found != Unsaid::said ? found : unsaid_before(tree_, cue);
  }

 private:
  bool has_clause(std::uint32_t token) const {
    return tree_.has_child(token, Relation::ccomp) || tree_.has_child(token, Relation::acl);
  }

  // "dismissed reports that it sank"
  bool denies_a_report(std::uint32_t verb) const {
    return any_child(verb, [&](std::uint32_t t) {
      const bool says = tree_.token(t).relation == Relation::obj && carries_saying(tree_.token(t).lemma);
      return says && (has_clause(t) || (t + 1 < tree_.sentence_of(t).last && tree_.token(t + 1).lemma == "that"));
    });
  }

  // Is the clause below what the word above says?
  bool holds(std::uint32_t below, std::uint32_t above) const {
    const Relation relation = tree_.token(below).relation;
    if (relation == Relation::obl && is_topic_of_denied(tree_, below)) return false;
    const bool complement = relation == Relation::ccomp || relation == Relation::xcomp || relation == Relation::acl ||
                            relation == Relation::obj || is_a(relation, Relation::csubj) ||
                            relation == Relation::advcl || relation == Relation::obl;
    if (!complement) return false;
    const Token& word = tree_.token(above);
    return carries_saying(word.lemma) || denies_saying(word.lemma) || withholds(word.lemma) || word.lemma == "true" ||
           (saying_words().of(word.lemma) & SayingSort::proof) != 0;
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
    if (denies_saying(tree_.token(cue).lemma) && !negated(cue)) return Unsaid::denied;
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
      if (denies_saying(tree_.token(at).lemma)) return Unsaid::denied;
      if (withholds(tree_.token(at).lemma)) return Unsaid::not_said;
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
      return modifies && takes_back(tree_.token(t).lemma);
    });
  }

  // "no official", "neither X nor Y", "nobody", "none of them", "there was no confirmation"
  bool by_none(std::uint32_t cue) const {
    const bool noun = tree_.token(cue).tag == Tag::NOUN;
    if (noun && any_child(cue, [&](std::uint32_t t) { return tree_.token(t).lemma == "no"; })) return true;
    const auto is_none = [&](std::uint32_t t) { return is_nobody(fold(tree_.token(t).lemma)); };
    return any_child(cue, [&](std::uint32_t t) {
      return is_a(tree_.token(t).relation, Relation::nsubj) && (is_none(t) || any_child(t, is_none));
    });
  }

  // An auxiliary before the subject, "if" before the clause, or a question mark behind the sentence.
  bool is_supposed(std::uint32_t cue) const {
    const bool conditional = any_child(cue, [&](std::uint32_t t) {
      constexpr auto supposing = FunctionWord::condition | FunctionWord::whether | FunctionWord::should;
      return tree_.token(t).relation == Relation::mark && function_words().has(fold(tree_.token(t).lemma), supposing);
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
    if (found == Unsaid::said && says && token.span.end < claim.end && unsaid_before(tree, word) == Unsaid::by_none)
      found = Unsaid::by_none;
  }
  return found;
}

bool is_topic_of_denied(const Tree& tree, std::uint32_t predicate) {
  bool topic = false;
  std::uint32_t at = predicate;
  for (int steps = 0; steps < 8; ++steps) {
    const Token& token = tree.token(at);
    if (denies_saying(token.lemma)) return topic;
    if (token.head == no_head) return false;
    const auto below = tree.children(at);
    topic = topic || std::any_of(below.begin(), below.end(), [&](std::uint32_t word) {
              return tree.token(word).relation == Relation::case_ &&
                     function_words().has(tree.token(word).lemma, FunctionWord::topic);
            });
    at = static_cast<std::uint32_t>(token.head);
  }
  return false;
}

bool names_nobody(const Marks& marks, Span words) {
  const auto tokens = tokens_in(marks.dissection.tokens, words);
  if (tokens.empty()) return false;
  const std::string_view opening = tokens.front().lemma;
  if (tokens.front().tag == Tag::AUX || opening == "have" || opening == "do") return true;
  if (is_nobody(fold(opening))) return true;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.lemma == "nobody"; });
}

}  // namespace hearsay
