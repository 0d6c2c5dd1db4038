// Past or future, from the governing verb. The tree gives the verb; its form against its lemma and its auxiliaries give
// the tense (Universal Dependencies tags alone do not: VERB covers all forms). Where there is no tree, the nearest
// telling word decides, first the ones before the time, then the ones after it, within the clause. It does not follow
// tenses over several sentences.
#include "extract/times/tense.h"

#include "base/one_of.h"
#include "base/word_lists.h"
#include "dissect/words/function_words.h"

#include <algorithm>
#include <span>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t window = 14;
constexpr Lean past = {-1, Sureness::sure};
constexpr Lean future = {1, Sureness::sure};
constexpr Lean unknown = {};

std::string lower_case(std::string_view word) {
  std::string lower(word.substr(0, 24));
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// As the sections of data/tense_words.txt.
struct TenseWord {
  enum : WordSorts::Sorts {
    one_form = 1U << 0,
    looks_ahead = 1U << 1,
    plans = 1U << 2,
    past = 1U << 3,
    past_before_verb = 1U << 4,
    present_before_verb = 1U << 5,
    past_alone = 1U << 6,
    day_ahead = 1U << 7,
    lasting = 1U << 8,
    late = 1U << 9,
    clause = 1U << 10,
    until = 1U << 11,
  };
};

bool is_a(std::string_view word, WordSorts::Sorts sorts) {
  static const WordSorts words("data/tense_words.txt", {"one form", "looks ahead", "plans", "past",
                                                        "past before a verb", "present before a verb", "past alone",
                                                        "day ahead", "lasting", "late", "clause", "until"});
  return words.has(word, sorts);
}

bool will(std::string_view word) { return function_words().has(word, FunctionWord::will | FunctionWord::would); }

bool may(std::string_view word) {
  return function_words().has(word, FunctionWord::may | FunctionWord::can | FunctionWord::should);
}

bool past_form(std::string_view word) {
  return is_a(word, TenseWord::past) || (word.size() > 4 && word.ends_with("ed"));
}

bool breaks_clause(std::string_view word) {
  constexpr std::string_view marks[] = {".",  "?",      "!",      ";", ":", "\"", "''",
                                        "``", "\u201c", "\u201d", "(", ")", "--", "\u2014"};
  return is_one_of(word, marks) || is_a(word, TenseWord::clause);
}

class Reader {
 public:
  Reader(std::string_view text, const Dissection& dissection, const Tree& tree, Span span)
      : text_(text), tokens_(dissection.tokens), tree_(tree), span_(span) {}

  Lean read() const {
    const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), span_.begin,
                                        [](const Token& token, std::size_t byte) { return token.span.end <= byte; });
    if (first == tokens_.end()) return unknown;
    const auto index = static_cast<std::size_t>(first - tokens_.begin());
    Lean lean = has_tree(index) ? by_tree(index) : unknown;
    if (lean.way == 0) lean = by_neighbours(index);
    if (late_as(index)) return past;
    // In "would get round Tuesday's vote" the verb says little about the vote.
    if (possessive()) return lean.strong() ? Lean{lean.way, Sureness::hint} : unknown;
    if (ahead_of(index) && !(lean.strong() && fronted(index))) return future;
    return bound_ahead(index) && !(lean.strong() && lean.way < 0) ? Lean{1, Sureness::likely} : lean;
  }

 private:
  // In lower case; nothing for the words of the time itself, and for "May", which is a month in the middle of a text.
  std::string word(std::size_t index) const {
    const Token& token = tokens_[index];
    const std::string_view form = words_at(text_, token.span);
    if (form == "May" || (token.span.begin < span_.end && token.span.end > span_.begin)) return {};
    return lower_case(form);
  }

  // The guesses that stand in for a tree where there is none are all "dep".
  bool has_tree(std::size_t index) const {
    return tokens_[index].head == no_head || tokens_[index].relation != Relation::dep;
  }

  // "until Tuesday", "as early as Tuesday", "for Tuesday"; not at the head of a sentence ("Until Tuesday, nobody had
  // called").
  bool ahead_of(std::size_t index) const {
    if (index == 0) return false;
    const std::string before = word(index - 1);
    // "called a strike for Thursday", but not "blamed for Thursday's delays", which possessive() sees first.
    if (before == "for" && lower_case(words_at(text_, tokens_[index].span)).ends_with("day")) return true;
    if (is_a(before, TenseWord::until)) return !lasts_before(index - 1);
    return is_a(before, TenseWord::day_ahead);
  }

  // "double its flights by August"; not "by August it had doubled them", which the verb tells.
  bool bound_ahead(std::size_t index) const { return index > 0 && word(index - 1) == "by"; }

  // "as planned", "as previously scheduled": the plan lies behind, what it was made for may too.
  bool as_planned(std::size_t index) const {
    if (index > 0 && word(index - 1) == "as") return true;
    return index > 1 && word(index - 1).ends_with("ly") && word(index - 2) == "as";
  }

  bool looks_ahead_at(std::size_t index) const {
    return is_a(word(index), TenseWord::looks_ahead) && !as_planned(index);
  }

  // "The talks lasted until Sunday", while "the talks were put off until Sunday".
  bool lasts_before(std::size_t index) const {
    for (std::size_t i = index, left = 5; i > 0 && left > 0; --i, --left)
      if (is_a(word(i - 1), TenseWord::lasting)) return true;
    return false;
  }

  // "as late as Tuesday it was still on", "as recently as Tuesday"
  bool late_as(std::size_t index) const {
    return index > 1 && word(index - 1) == "as" && is_a(word(index - 2), TenseWord::late);
  }

  bool possessive() const {
    const std::string_view after = text_.substr(span_.end, 4);
    return after.starts_with("'s") || after.starts_with("\u2019s");
  }

  bool fronted(std::size_t index) const { return index < 2 || breaks_clause(words_at(text_, tokens_[index - 2].span)); }

  Lean by_tree(std::size_t index) const {
    bool infinitive = false;  // "plans to meet Friday": what is planned lies ahead, whatever the tense of the plan
    for (int steps = 0; steps < 12; ++steps) {
      const Token& token = tokens_[index];
      const bool outside = token.span.begin >= span_.end || token.span.end <= span_.begin;
      if (outside && infinitive && is_a(token.lemma, TenseWord::plans)) return future;
      if (outside &&
          (token.tag == Tag::VERB || token.tag == Tag::AUX || has_child(index, "be") || looks_ahead_at(index))) {
        const Lean lean = looks_ahead_at(index) ? (has_child(index, "had") ? past : future) : of_verb(index, steps);
        if (lean.way != 0) return steps < 4 ? lean : Lean{lean.way, Sureness::hint};
        infinitive = has_child(index, "to");
      }
      const auto above = tree_.head(static_cast<std::uint32_t>(index));
      if (!above) break;
      index = *above;
    }
    return unknown;
  }

  // The words that hang on one and stand before it, not too far.
  std::span<const std::uint32_t> children_before(std::size_t index) const {
    const auto below = tree_.children(static_cast<std::uint32_t>(index));
    const auto first = std::lower_bound(below.begin(), below.end(), index < window ? 0 : index - window);
    const auto last = std::lower_bound(first, below.end(), index);
    return {first, last};
  }

  // Is a word, or a form of it, among them?
  bool has_child(std::size_t index, std::string_view wanted) const {
    const auto before = children_before(index);
    return std::any_of(before.begin(), before.end(),
                       [&](std::uint32_t i) { return word(i) == wanted || tokens_[i].lemma == wanted; });
  }

  // The tense of one verb; unknown for an infinitive or participle, which leaves it to its own head.
  Lean of_verb(std::size_t verb, int steps) const {
    bool has_to = false, has_past = false, has_present = false, has_may = false, has_not = false, one = false;
    for (const std::uint32_t i : children_before(verb)) {
      const std::string child = word(i);
      if (will(child)) return future;
      has_to = has_to || child == "to";
      has_may = has_may || may(child);
      has_not = has_not || function_words().has(child, FunctionWord::negation | FunctionWord::neither);
      one = one || is_one_subject(i);
      has_past = has_past || is_a(child, TenseWord::past_before_verb);
      has_present = has_present || is_a(child, TenseWord::present_before_verb);
    }
    const std::string form = word(verb);
    if (has_past) return past;
    if (has_may) return {has_not ? -1 : 1, has_not ? Sureness::hint : Sureness::likely};  // "could not be reached"
    if (has_to) return unknown;
    const bool changed = form != tokens_[verb].lemma && !form.ends_with("s") && !form.ends_with("ing");
    if (is_a(form, TenseWord::past_alone) || (changed && !has_present)) return past;
    if (form.ends_with("ing") && has_present) return future;
    const bool alone = is_a(tokens_[verb].relation, Relation::acl);  // "a statement read Monday"
    if (form == tokens_[verb].lemma && (one || alone) && is_a(form, TenseWord::one_form)) return past;
    const bool finite = tokens_[verb].tag == Tag::VERB && !form.ends_with("ing");
    return finite && steps < 3 ? Lean{1, Sureness::hint} : unknown;  // "the two meet Monday"
  }

  // A subject that would ask for an "s" in the present: "the court set".
  bool is_one_subject(std::size_t index) const {
    const Token& token = tokens_[index];
    if (!is_a(token.relation, Relation::nsubj)) return false;
    return token.tag == Tag::PRON ? is_one_of(word(index), {"he", "she", "it"})
                                  : word(index) == lower_case(token.lemma);
  }

  Lean telling(std::size_t index) const {
    const std::string form = word(index);
    if (will(form) || looks_ahead_at(index)) return future;
    if (may(form)) return {1, Sureness::likely};
    return past_form(form) ? past : unknown;
  }

  Lean by_neighbours(std::size_t index) const {
    for (std::size_t i = index, left = 8; i > 0 && left > 0; --i, --left) {
      if (breaks_clause(words_at(text_, tokens_[i - 1].span))) break;
      if (i > 1 && word(i - 2) == "be") continue;  // "will be opened"
      if (const Lean lean = telling(i - 1); lean.way != 0) return lean;
    }
    for (std::size_t i = index, left = 14; i < tokens_.size() && left > 0; ++i, --left) {
      if (tokens_[i].span.begin < span_.end) continue;
      if (breaks_clause(words_at(text_, tokens_[i].span))) break;
      if (const Lean lean = telling(i); lean.way != 0) return {lean.way, left > 8 ? lean.sureness : Sureness::hint};
    }
    return unknown;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Tree& tree_;
  Span span_;
};

}  // namespace

Lean tense_at(std::string_view text, const Dissection& dissection, TreeOnDemand& tree, Span span) {
  return Reader(text, dissection, tree.get(), span).read();
}

}  // namespace hearsay
