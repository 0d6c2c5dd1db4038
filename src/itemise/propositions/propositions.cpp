// Clauses from the dependency tree, in the manner of open information extraction by clauses (Del Corro and Gemulla
// 2013, ClausIE): each predicate owns the words that hang on it and on no predicate further down. A coordinate verb's
// clause becomes a proposition of its own; a relative, adverbial or complement clause with something to say is one too,
// and stays a part of the clause above it; an infinitive stays with the verb it completes, as it says nothing without
// it. A clause with a number in it always counts ("..., killing three and wounding at least 20").
#include "itemise/propositions/propositions.h"

#include "dissect/words/saying_words.h"

#include "itemise/propositions/clause_tree.h"
#include "itemise/words/introductions.h"
#include "itemise/words/joined_words.h"
#include "itemise/words/zones.h"

#include <algorithm>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr std::uint32_t none = no_attribution;
constexpr std::size_t fewest_words_of_a_nested_clause = 4;

class Cutter {
 public:
  Cutter(const Marks& marks, const Tree& tree, const ReportingWords& reporting)
      : marks_(marks),
        tokens_(marks.dissection.tokens),
        zones_(find_zones(marks, reporting)),
        tree_(tree),
        clauses_(marks, tree),
        joined_(marks) {}

  std::vector<Proposition> cut() {
    for (const Sentence& sentence : marks_.dissection.sentences) cut(sentence);
    for (const Introduction& introduction : find_introductions(marks_)) {
      // The outlet's, also where the name is that of a source.
      found_.push_back({introduction.span, introduction.head, attribution_at(introduction.head)});
    }
    for (Proposition& proposition : found_) tell_with_refusal(proposition);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Proposition& a, const Proposition& b) { return a.span < b.span; });
    found_.erase(std::unique(found_.begin(), found_.end(),
                             [](const Proposition& a, const Proposition& b) { return a.span == b.span; }),
                 found_.end());
    return std::move(found_);
  }

 private:
  // "to say where it was" of "the owner declined to say where it was" is asserted by nobody: the refusal is the claim.
  void tell_with_refusal(Proposition& proposition) const {
    const auto words = tokens_in(marks_.dissection.tokens, proposition.span);
    for (const Token& token : words) {
      const auto above = tree_.head(tree_.number_of(token));
      if (!above || proposition.span.contains(tree_.token(*above).span)) continue;
      if (!clauses_.is(tree_.number_of(token), Relation::xcomp)) continue;
      const auto subject = tree_.subject(*above);
      if ((saying_words().of(tree_.token(*above).lemma) & SayingSort::silence) == 0 || !subject) continue;
      const std::size_t begin = tree_.token(tree_.leftmost(*subject)).span.begin;
      if (begin >= proposition.span.begin) continue;
      proposition.span.begin = begin;
      proposition.head = *above;
      return;
    }
  }

  // What becomes of a clause below another.
  enum class Nested { part, beside, apart };  // of the one above; a claim in it too; a claim and not part of it

  Nested nested(std::uint32_t token) const {
    if (clauses_.happens_to(token)) return Nested::beside;
    if (!clauses_.is_predicate(token)) return Nested::part;
    const std::size_t words = tree_.words_below(token);
    if (clauses_.counts(token) && words >= 2 && !has_mark_to(token)) {
      // "..., killing three and wounding at least 20": each count is a claim.
      if (clauses_.is(token, Relation::conj)) return Nested::apart;
      if (clauses_.is(token, Relation::advcl) || clauses_.is(token, Relation::acl)) return Nested::beside;
    }
    const bool complete = tree_.has_child(token, Relation::nsubj) || tree_.has_child(token, Relation::expl) ||
                          tree_.has_child(token, Relation::csubj);
    if (clauses_.is(token, Relation::parataxis) || clauses_.is(token, Relation::root))
      return words >= 3 ? Nested::apart : Nested::part;
    if (clauses_.is(token, Relation::conj)) return words >= (complete ? 3U : 6U) ? Nested::apart : Nested::part;
    if (words < fewest_words_of_a_nested_clause || has_mark_to(token) || clauses_.asks(token)) return Nested::part;
    if (clauses_.is(token, Relation::acl_relcl) || clauses_.is(token, Relation::advcl_relcl)) return Nested::beside;
    if (clauses_.is(token, Relation::advcl))
      return complete || tree_.follows_punctuation(token) ? Nested::beside : Nested::part;
    if (clauses_.is(token, Relation::ccomp) || clauses_.is(token, Relation::acl) || clauses_.is(token, Relation::appos))
      return Nested::beside;
    return Nested::part;
  }

  // "to sail": an infinitive.
  bool has_mark_to(std::uint32_t token) const { return tree_.has_child(token, Relation::mark, "to"); }

  // Gives every token to the nearest clause above it in its own zone, and makes a proposition of each clause.
  void cut(const Sentence& sentence) {
    first_ = sentence.first;
    clauses_.turn_to(sentence);
    const std::size_t count = sentence.last - sentence.first;
    owner_.assign(count, none);
    holder_.assign(count, none);
    // The clause that already speaks for a zone: a broken tree, or a quote that takes up a sentence in the middle,
    // enters a zone more than once.
    std::unordered_map<std::uint32_t, std::uint32_t> speaks_for;
    for (const std::uint32_t t : tree_.from_the_root(sentence)) {
      const std::int32_t head = tokens_[t].head;
      const std::uint32_t zone = zones_.content[t];
      std::uint32_t above = none;
      if (head != no_head && zones_.content[static_cast<std::uint32_t>(head)] == zone) {
        above = owner_[static_cast<std::uint32_t>(head) - first_];
      }
      if (above == none) {
        const auto found = speaks_for.find(zone);
        if (found != speaks_for.end()) above = found->second;
      }
      Nested place = Nested::part;
      if (!zones_.frame[t] && tokens_[t].tag != Tag::PUNCT) place = above == none ? Nested::apart : nested(t);
      owner_[t - first_] = place == Nested::part ? above : t;
      if (place != Nested::part) speaks_for.try_emplace(zone, t);
      if (place == Nested::beside) holder_[t - first_] = above;
    }
    collect(sentence);
  }

  bool is_edge(std::uint32_t t) const {
    return tokens_[t].tag == Tag::PUNCT || clauses_.is(t, Relation::cc) ||
           (clauses_.is(t, Relation::mark) && tokens_[t].lemma == "that");
  }

  struct Extent {
    std::uint32_t begin = none;
    std::uint32_t end = none;
    std::size_t words = 0;
    std::uint32_t act = none;  // the attribution that the clause is
  };

  void collect(const Sentence& sentence) {
    std::vector<Extent> extents(sentence.last - sentence.first);
    bool beside_frame = false;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      beside_frame = beside_frame || zones_.frame[t];
      const std::uint32_t owner = owner_[t - first_];
      if (owner == none || zones_.frame[t] || is_edge(t)) continue;
      Extent& extent = extents[owner - first_];
      if (extent.begin == none) extent.begin = t;
      extent.end = t;
      ++extent.words;
      if (extent.act == none) extent.act = zones_.act[t];
    }
    hand_up(sentence, extents);
    for (std::uint32_t head = sentence.first; head < sentence.last; ++head) {
      add(head, extents[head - first_], beside_frame);
    }
  }

  // A clause that stands in the one above it too lends it its words. Clauses come before those that hang on them.
  void hand_up(const Sentence& sentence, std::vector<Extent>& extents) const {
    const auto order = tree_.from_the_root(sentence);
    for (std::size_t i = order.size(); i-- > 0;) {
      const Extent& from = extents[order[i] - first_];
      const std::uint32_t holder = holder_[order[i] - first_];
      if (holder == none || from.begin == none) continue;
      Extent& to = extents[holder - first_];
      to.begin = to.begin == none ? from.begin : std::min(to.begin, from.begin);
      to.end = to.end == none ? from.end : std::max(to.end, from.end);
      to.words += from.words;
    }
  }

  // What stands beside a source or a cue in the outlet's own voice is mostly frame, unless it is a clause of some
  // words.
  void add(std::uint32_t head, const Extent& extent, bool beside_frame) {
    if (extent.words < 2 || only_places_and_days(extent)) return;
    const bool in_content = zones_.content[head] != none;
    if (!in_content && beside_frame && !says_something(head, extent.words)) return;
    Proposition proposition;
    const auto [first, last] = whole_ends(extent);
    proposition.span = {tokens_[first].span.begin, tokens_[last].span.end};
    proposition.head = clauses_.happens_to(head).value_or(head);
    proposition.attribution = attribution_at(head);
    if (extent.act != none) proposition.attribution = extent.act;
    const auto noun = clauses_.counted_noun(head);
    if (noun && zones_.content[*noun] == zones_.content[head] && !zones_.frame[*noun])
      proposition.span.begin = tokens_[clauses_.leftmost_of_phrase(*noun)].span.begin;
    found_.push_back(proposition);
  }

  // A clause that would end in the middle of a name or a number takes in the rest of it. One that would end with a word
  // which only opens what follows ("... signed in", "... after") takes in a time or a number behind it, else does
  // without that word. Both come from trees that are wrong.
  std::pair<std::uint32_t, std::uint32_t> whole_ends(const Extent& extent) const {
    auto [first, last] = std::pair(extent.begin, extent.end);
    while (last > first && only_opens(last)) {
      if (joined_.begins_value(last + 1)) {  // also where it was taken for a word beside the source
        ++last;
        break;
      }
      --last;
      while (last > first && is_edge(last)) --last;
    }
    while (joined_.joined(first) && told_together(first - 1, first)) --first;
    while (joined_.joined(last + 1) && told_together(last, last + 1)) ++last;
    return {first, last};
  }

  // A preposition, a conjunction or an article whose phrase comes after it.
  bool only_opens(std::uint32_t t) const {
    const bool opens =
        clauses_.is(t, Relation::case_) || clauses_.is(t, Relation::mark) || clauses_.is(t, Relation::det);
    return opens && tokens_[t].head > static_cast<std::int32_t>(t);
  }

  bool told_together(std::uint32_t a, std::uint32_t b) const {
    return zones_.content[a] == zones_.content[b] && !zones_.frame[a] && !zones_.frame[b];
  }

  // "Ostrel, 18 November": where and when, and nothing said of it. A day alone may tell when a thing was said.
  bool only_places_and_days(const Extent& extent) const {
    bool named = false;
    for (std::uint32_t t = extent.begin; t <= extent.end; ++t) {
      const Tag tag = tokens_[t].tag;
      const bool of_a_value = joined_.joined(t) || joined_.begins_value(t);
      const bool names = tag == Tag::PROPN || tag == Tag::NUM || tag == Tag::PUNCT || tag == Tag::SYM || tag == Tag::X;
      const bool binds = tag == Tag::ADP || tag == Tag::DET || tag == Tag::CCONJ;
      if (!names && !binds && !of_a_value) return false;
      named = named || (tag == Tag::PROPN && !of_a_value);
    }
    return named;
  }

  std::optional<std::uint32_t> attribution_at(std::uint32_t token) const {
    return zones_.content[token] == none ? std::nullopt : std::optional(zones_.content[token]);
  }

  bool says_something(std::uint32_t head, std::size_t words) const { return clauses_.is_predicate(head) && words >= 4; }

  const Marks& marks_;
  const std::vector<Token>& tokens_;
  const Zones zones_;
  const Tree& tree_;
  ClauseTree clauses_;
  const JoinedWords joined_;
  std::vector<Proposition> found_;

  // Of the sentence at hand:
  std::uint32_t first_ = 0;
  std::vector<std::uint32_t> owner_;   // the clause a token belongs to
  std::vector<std::uint32_t> holder_;  // for a clause that stands in the one above too: that one
};

}  // namespace

std::vector<Proposition> find_propositions(const Marks& marks, const Tree& tree, const ReportingWords& reporting) {
  return Cutter(marks, tree, reporting).cut();
}

}  // namespace hearsay
