// Polarity and factuality from dependencies, a small part of what Sauri and Pustejovsky (2009, FactBank) annotate: the
// negation of a predicate, its modal verb, and what takes it out of the facts.
#include "match/assertion.h"

#include "base/folding.h"
#include "base/share_one.h"
#include "dissect/words/function_words.h"
#include "dissect/words/saying_words.h"
#include "match/contrary_words.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace hearsay {

namespace {

bool is_a(const std::string& lemma, WordSorts::Sorts sorts) { return function_words().has(lemma, sorts); }

// A verb of denying, or what it makes.
bool denies(const std::string& lemma) {
  return lemma == "denial" || (saying_words().of(lemma) & SayingSort::denies) != 0;
}

bool says(const std::string& lemma) {
  return (saying_words().of(lemma) & (SayingSort::say | SayingSort::tell | SayingSort::claim)) != 0;
}

Modal modal_of(std::string_view lemma) {
  const auto sorts = function_words().of(lemma);
  if ((sorts & FunctionWord::will) != 0) return Modal::will;
  if ((sorts & FunctionWord::would) != 0) return Modal::would;
  if ((sorts & (FunctionWord::can | FunctionWord::can_before_not)) != 0) return Modal::can;
  if ((sorts & (FunctionWord::must | FunctionWord::should)) != 0) return Modal::must;
  return Modal::none;
}

class Reader {
 public:
  Reader(std::uint32_t head, Span claim, const Marks& marks, const Tree& tree)
      : marks_(marks),
        tokens_(marks.dissection.tokens),
        tree_(tree),
        head_(static_cast<std::int32_t>(head)),
        claim_(claim) {}

  Assertion read() {
    const Token& predicate = tokens_[static_cast<std::size_t>(head_)];
    found_.nominal = predicate.tag != Tag::VERB && predicate.tag != Tag::AUX;
    for (const Token& token : tokens_in(tokens_, claim_)) {
      read_word(token);
      if (denies(token.lemma)) found_.denial = true;
    }
    found_.one_way = contrary_words().is_one_way(fold(predicate.lemma));
    found_.saying = says(predicate.lemma) && !said_;
    if (!subject_) read_subject_outside();
    found_.broken = is_broken();
    found_.clause = !found_.nominal || conjugated_ || subject_;
    found_.nominal = found_.nominal && !prepositional_;
    if (found_.clause && !subject_) found_.tied = true;
    if (found_.clause && !subject_ && !shares_subject() && !is_participle(predicate)) found_.real = false;
    if (is_asked()) found_.real = false;
    return std::move(found_);
  }

 private:
  void read_word(const Token& token) {
    if (token.head == no_head) return;
    if (token.head != head_) return read_word_below(token);
    const Relation relation = token.relation;
    if (is_negation(token) && !bounds(token)) found_.negated = true;
    if (relation == Relation::cop || is_a(relation, Relation::aux)) conjugated_ = true;
    if (relation == Relation::ccomp || relation == Relation::xcomp || relation == Relation::obj ||
        relation == Relation::parataxis)
      said_ = true;
    if (relation == Relation::aux && found_.modal == Modal::none) found_.modal = modal_of(token.lemma);
    if ((relation == Relation::mark || relation == Relation::advmod) &&
        is_a(fold(token.lemma), FunctionWord::supposition))
      found_.real = false;
    if (relation == Relation::case_) prepositional_ = true;
    const bool refers = is_a(relation, Relation::nsubj) || token.tag == Tag::ADV || token.tag == Tag::SCONJ;
    if (relation == Relation::mark || (refers && is_a(fold(token.lemma), FunctionWord::tie))) found_.tied = true;
    if (token.lemma == "ever") found_.real = false;  // "the best thing that ever sank"
    if (found_.nominal && is_a(relation, Relation::acl)) found_.detailed = true;
    if (is_a(relation, Relation::nsubj)) read_subject(token);
    add_to(role_of(relation), token);
  }

  // "no fewer than nine", "not only": a "no" that denies nothing.
  bool bounds(const Token& no) const {
    const Token* next = &no + 1;
    if (next >= tokens_.data() + tokens_.size()) return false;
    if (is_a(fold(next->lemma), FunctionWord::not_all)) return true;
    return is_a(fold(next->lemma), FunctionWord::comparative) && next + 1 < tokens_.data() + tokens_.size() &&
           (next + 1)->lemma == "than";
  }

  // "no boat sank", "found no trace": the noun hangs on the predicate, "no" on the noun. And the rest of a name.
  void read_word_below(const Token& token) {
    const Token& noun = tokens_[static_cast<std::size_t>(token.head)];
    if (noun.head != head_) return;
    const Relation role = noun.relation;
    const bool subject = is_a(role, Relation::nsubj);
    if (token.lemma == "no" && !bounds(token) && (subject || role == Relation::obj)) {
      found_.negated = true;
      found_.by_none = found_.by_none || subject;
    }
    const Relation relation = token.relation;
    if (token.tag == Tag::PROPN && (relation == Relation::flat || relation == Relation::compound))
      add_to(role_of(role), token);
  }

  // "sank off the pier", cut from "The boat sank off the pier": of whom it is told stands outside.
  void read_subject_outside() {
    for (const std::uint32_t child : tree_.children(static_cast<std::uint32_t>(head_))) {
      const Token& token = tree_.token(child);
      if (is_a(token.relation, Relation::nsubj) && !claim_.contains(token.span)) add_to(role_of(token.relation), token);
    }
  }

  bool is_broken() const {
    const auto children = tree_.children(static_cast<std::uint32_t>(head_));
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      const Token& token = tree_.token(child);
      const bool needed = token.relation == Relation::obj || token.relation == Relation::iobj ||
                          token.relation == Relation::xcomp || token.relation == Relation::ccomp;
      return needed && child > static_cast<std::uint32_t>(head_) && token.span.begin >= claim_.end;
    });
  }

  void read_subject(const Token& token) {
    subject_ = true;
    if (is_a(token.lemma, FunctionWord::nobody)) found_.negated = found_.by_none = true;
    if (is_a(fold(token.lemma), FunctionWord::first | FunctionWord::second)) found_.personal = true;
  }

  std::vector<std::string>* role_of(Relation relation) {
    if (relation == Relation::nsubj || relation == Relation::obl_agent) return &found_.doers;
    if (relation == Relation::nsubj_pass || relation == Relation::obj || relation == Relation::iobj)
      return &found_.patients;
    return relation == Relation::obl || relation == Relation::nmod ? &found_.circumstances : nullptr;
  }

  void add_to(std::vector<std::string>* role, const Token& token) {
    if (role == nullptr || (token.tag != Tag::NOUN && token.tag != Tag::PROPN)) return;
    const auto time = std::lower_bound(marks_.times.begin(), marks_.times.end(), token.span.end,
                                       [](const Time& t, std::size_t byte) { return t.span.end < byte; });
    if (time != marks_.times.end() && time->span.begin <= token.span.begin) return;
    role->push_back(fold(token.lemma));
  }

  // "The boat turned and sank": of a second verb, the first one's.
  bool shares_subject() const {
    constexpr std::uint32_t farthest = 40;  // words before the verb
    std::optional<std::uint32_t> verb = static_cast<std::uint32_t>(head_);
    for (int steps = 0; steps < 4 && tree_.token(*verb).relation == Relation::conj; ++steps) {
      verb = tree_.head(*verb);
      if (!verb) return false;
      for (const std::uint32_t child : tree_.children(*verb)) {
        const bool near = child < *verb && *verb - child <= farthest;
        if (near && is_a(tree_.token(child).relation, Relation::nsubj)) return true;
      }
    }
    return false;
  }

  // "..., killing three": said of what stands before it.
  static bool is_participle(const Token& predicate) {
    return is_a(predicate.relation, Relation::acl) || is_a(predicate.relation, Relation::advcl);
  }

  // Is the first mark behind the claim that can end a sentence a question mark?
  bool is_asked() const {
    const auto behind = std::lower_bound(tokens_.begin(), tokens_.end(), claim_.end,
                                         [](const Token& t, std::size_t byte) { return t.span.begin < byte; });
    constexpr std::ptrdiff_t farthest = 30;
    const auto last = tokens_.end() - behind > farthest ? behind + farthest : tokens_.end();
    const auto mark =
        std::find_if(behind, last, [](const Token& t) { return t.lemma == "?" || t.lemma == "." || t.lemma == "!"; });
    return mark != last && mark->lemma == "?";
  }

  const Marks& marks_;
  const std::vector<Token>& tokens_;
  const Tree& tree_;
  const std::int32_t head_;
  const Span claim_;
  Assertion found_;
  bool conjugated_ = false;  // with a copula or an auxiliary: "was injured", also where that is taken for an adjective
  bool prepositional_ = false;
  bool subject_ = false;
  bool said_ = false;  // what is said stands in the claim
};

}  // namespace

Assertion assertion_of(std::uint32_t head, Span claim, const Marks& marks, const Tree& tree) {
  return Reader(head, claim, marks, tree).read();
}

namespace {

std::vector<std::string> nouns_of(const Assertion& assertion) {
  std::vector<std::string> nouns = assertion.doers;
  nouns.insert(nouns.end(), assertion.patients.begin(), assertion.patients.end());
  nouns.insert(nouns.end(), assertion.circumstances.begin(), assertion.circumstances.end());
  return nouns;
}

}  // namespace

bool said_of_one_thing(const Assertion& a, const Assertion& b) {
  if (!a.patients.empty() && !b.patients.empty()) return share_one(a.patients, b.patients);
  if (!a.doers.empty() && !b.doers.empty()) return share_one(a.doers, b.doers);
  return share_one(nouns_of(a), nouns_of(b));
}

bool are_reversed(const Assertion& a, const Assertion& b) {
  return a.one_way && b.one_way && !share_one(a.doers, b.doers) && !share_one(a.patients, b.patients) &&
         share_one(a.doers, b.patients) && share_one(a.patients, b.doers);
}

bool said_of_others(const Assertion& a, const Assertion& b) {
  if (a.doers.empty() || b.doers.empty()) return false;
  return !share_one(a.doers, b.doers) && !share_one(a.doers, b.patients) && !share_one(a.patients, b.doers);
}

}  // namespace hearsay
