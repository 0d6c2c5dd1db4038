// Matches the time rules. Each phrase is a trie of steps (a word, digits, another phrase); the walk tries every path
// and keeps the longest end, as a lexer does. Phrases only use phrases above them, so this is a deterministic amount of
// work for each word (a grammar without recursion), and a table from words to the phrases that can begin with them
// leaves nothing to do at most words (Ford's packrat parsing, 2002, with a memory of one place a phrase). The rules say
// what the words mean; which day that is, is decided in resolve.cpp.
#include "extract/times/rules.h"

#include "base/resources.h"

#include <algorithm>

namespace hearsay {

namespace {

bool fits(bool wanted, const std::vector<std::uint32_t>& symbols, std::uint32_t symbol) {
  return symbols.empty() || std::binary_search(symbols.begin(), symbols.end(), symbol) == wanted;
}

std::uint32_t symbol_after(const TimeWord& word) {
  return word.symbol == Vocabulary::unknown && word.capital ? Vocabulary::name : word.symbol;
}

bool fits(const DigitForm& form, const TimeWord& word) {
  return word.number >= form.low && word.number <= form.high && word.span.size() >= form.least_digits &&
         word.span.size() <= form.most_digits && !(form.whole_number && word.part_of_number) &&
         !(form.slot == Slot::n && word.behind_point) && !(form.clock && word.number % 100 > 59);
}

}  // namespace

const TimeRules& time_rules() {
  static const TimeRules rules("data/times.txt", resource("data/times.txt"));
  return rules;
}

std::span<const DigitForm> digit_forms() {
  static constexpr DigitForm forms[] = {
      {"YYYY", 4, 4, 1000, 2999, Slot::year, true},
      {"yyyy", 4, 4, 1000, 2999, Slot::year},
      {"YY", 2, 2, 0, 99, Slot::short_year},
      {"YY2", 2, 2, 0, 99, Slot::until_year},
      {"MM", 1, 2, 1, 12, Slot::month},
      {"DD", 1, 2, 1, 31, Slot::day},
      {"DD2", 1, 2, 1, 31, Slot::until_day},
      {"hh", 1, 2, 0, 24, Slot::hour},
      {"mm", 2, 2, 0, 59, Slot::minute},
      {"ss", 2, 2, 0, 60, Slot::ones},
      {"hhmm", 4, 4, 0, 2400, Slot::hour, true, true},
      {"N", 1, 9, 0, 999'999'999, Slot::n},
      {"NNN", 3, 3, 0, 999, Slot::ones},
      {"Q", 1, 1, 1, 4, Slot::quarter},
      {"CC", 1, 2, 1, 30, Slot::n},
      {"1", 1, 1, 1, 1, Slot::ones},
      {"2", 1, 1, 2, 2, Slot::ones},
      {"9", 1, 1, 9, 9, Slot::month},  // "9/11"
      {"11", 2, 2, 11, 11, Slot::day},
  };
  return forms;
}

TimeMatcher::TimeMatcher(const TimeRules& rules, std::span<const TimeWord> words)
    : rules_(rules), words_(words), known_(rules.phrases_.size()) {}

std::optional<TimeMatch> TimeMatcher::match(std::size_t begin) {
  std::optional<TimeMatch> best;
  if (!can_begin(begin)) return best;
  const auto& candidates = rules_.starts_[words_[begin].symbol];
  for (std::uint32_t phrase = 0; phrase < known_.size(); ++phrase) {
    if (!rules_.top_[phrase] || !candidates[phrase]) continue;
    const auto& found = longest(phrase, begin);
    if (!found || (best && (found->end < best->end || (found->end == best->end && found->line > best->line)))) continue;
    best = found;
    best->type = rules_.phrases_[phrase].name;
  }
  return best;
}

// Most words cannot begin an expression, and most of those that can ("the") do not with the word that follows.
bool TimeMatcher::can_begin(std::size_t begin) const {
  const std::uint32_t symbol = words_[begin].symbol;
  if ((rules_.starts_[symbol] & rules_.top_).none()) return false;
  if (rules_.alone_[symbol]) return true;
  const bool has_next = begin + 1 < words_.size() && words_[begin + 1].gap != Gap::wide;
  return has_next && rules_.pairs_[symbol][words_[begin + 1].symbol];
}

const std::optional<TimeMatch>& TimeMatcher::longest(std::uint32_t phrase, std::size_t begin) {
  Known& known = known_[phrase];
  if (known.at == begin) return known.match;
  std::optional<TimeMatch> best;
  follow(rules_.phrases_[phrase].root, begin, begin, TimeMeaning(), nullptr, best);
  known.at = begin;
  known.match = best;
  return known.match;
}

void TimeMatcher::follow(std::uint32_t number, std::size_t begin, std::size_t at, const TimeMeaning& meaning,
                         const TimeMatch* part, std::optional<TimeMatch>& best) {
  using Kind = TimeRules::Kind;
  const TimeRules::Node& node = rules_.nodes_[number];
  if (!node.endings.empty() && (!best || best->end <= at)) finish(node, begin, at, meaning, part, best);
  if (at == words_.size()) return;
  const TimeWord& word = words_[at];
  if (word.symbol == Vocabulary::unknown) return;
  const auto literals_end = node.edges.begin() + static_cast<std::ptrdiff_t>(node.literals);
  auto edge = std::lower_bound(node.edges.begin(), literals_end, word.symbol,
                               [](const auto& e, std::uint32_t symbol) { return e.step.id < symbol; });
  for (; edge != literals_end && edge->step.id == word.symbol; ++edge) {
    if (edge->step.capital && !word.capital) continue;
    if (gap_fits(edge->step.gap, begin, at)) follow(edge->target, begin, at + 1, meaning, nullptr, best);
  }
  for (edge = literals_end; edge != node.edges.end(); ++edge) {
    const bool digits = edge->step.kind == Kind::digits;
    if (digits ? word.symbol != Vocabulary::digits : !rules_.starts_[word.symbol][edge->step.id]) continue;
    if (!gap_fits(edge->step.gap, begin, at)) continue;
    TimeMeaning more = meaning;
    if (digits) {
      const DigitForm& form = digit_forms()[edge->step.id];
      if (!fits(form, word)) continue;
      more.set(form.slot, form.clock ? word.number / 100 : word.number);
      if (form.clock) more.set(Slot::minute, word.number % 100);
      follow(edge->target, begin, at + 1, more, nullptr, best);
    } else if (const auto& phrase = longest(edge->step.id, at)) {
      more.merge(phrase->meaning);
      follow(edge->target, begin, phrase->end, more, &*phrase, best);
    }
  }
}

// `part` is what a single phrase that reaches from `begin` to `at` said; it is looked at before it can be overwritten.
void TimeMatcher::finish(const TimeRules::Node& node, std::size_t begin, std::size_t at, const TimeMeaning& meaning,
                         const TimeMatch* part, std::optional<TimeMatch>& best) const {
  const bool first = begin == 0 || words_[begin].gap == Gap::wide;
  const bool last = at == words_.size() || words_[at].gap == Gap::wide;
  const std::uint32_t before = first ? Vocabulary::text_edge : words_[begin - 1].symbol;
  const std::uint32_t after = last ? Vocabulary::text_edge : symbol_after(words_[at]);
  for (const std::uint32_t number : node.endings) {
    const TimeRules::Ending& ending = rules_.endings_[number];
    if (best && best->end == at && best->line <= ending.line) continue;
    if (!fits(ending.before.wanted, ending.before.symbols, before)) continue;
    if (!fits(ending.after.wanted, ending.after.symbols, after)) continue;
    const bool inner = ending.only_a_phrase && part != nullptr;
    const std::string_view rule = inner ? part->rule : ending.rule;
    best = TimeMatch{at, meaning, {}, rule, inner ? part->rule_line : ending.line, ending.line};
    TimeRules::assign(ending.assignments, best->meaning);
  }
}

bool TimeMatcher::gap_fits(TimeRules::GapRule rule, std::size_t begin, std::size_t at) const {
  if (at == begin) return true;
  const Gap gap = words_[at].gap;
  switch (rule) {
    case TimeRules::GapRule::none:
      return gap == Gap::none;
    case TimeRules::GapRule::white:
      return gap == Gap::space;
    case TimeRules::GapRule::space:
      return gap == Gap::space || gap == Gap::hyphen;
    case TimeRules::GapRule::hyphen:
      return gap == Gap::hyphen;
    case TimeRules::GapRule::any:
      return gap != Gap::wide;
  }
  return false;
}

// Numbers beyond a thousand millions mean no time; they stop there, so that no product of them is too large.
void TimeRules::assign(const std::vector<Assignment>& assignments, TimeMeaning& meaning) {
  constexpr long long most = 4'000'000'000;  // times a slot's value it still fits
  for (const Assignment& assignment : assignments) {
    long long sum = 0;
    bool known = assignment.sum.size() > 1;
    for (const Term& term : assignment.sum) {
      long long product = term.factor;
      for (const Slot slot : term.slots) {
        known = known || meaning.has(slot);
        product = std::clamp(product * meaning.get(slot), -most, most);
      }
      known = known || term.slots.empty();
      sum += product;
    }
    if (known) meaning.set(assignment.target, static_cast<int>(std::clamp(sum, -1'000'000'000LL, 1'000'000'000LL)));
  }
}

}  // namespace hearsay
