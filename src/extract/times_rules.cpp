// Matches the time rules. Each phrase is a trie of steps (a word, digits, another phrase); the walk tries every path
// and keeps the longest end, as a lexer does. Phrases only use phrases above them, so this is a deterministic amount of
// work for each word (a grammar without recursion), and a table from words to the phrases that can begin with them
// leaves nothing to do at most words. The rules say what the words mean; which day that is, is decided in
// times_resolve.cpp.
#include "extract/times_rules.h"

#include "base/resources.h"

#include <algorithm>

namespace hearsay {

struct TimeRules::Walk {
  std::span<const TimeWord> words;
  std::size_t phrase_begin;  // the first word of the phrase being matched: what stands before it is no matter
};

const TimeRules& time_rules() {
  static const TimeRules rules("data/times.txt", resource("data/times.txt"));
  return rules;
}

std::span<const DigitForm> digit_forms() {
  static constexpr DigitForm forms[] = {
      {"YYYY", 4, 4, 1000, 2999, Slot::year}, {"yyyy", 4, 4, 1000, 2999, Slot::year},
      {"YY", 2, 2, 0, 99, Slot::short_year},  {"MM", 1, 2, 1, 12, Slot::month},
      {"DD", 1, 2, 1, 31, Slot::day},         {"hh", 1, 2, 0, 24, Slot::hour},
      {"mm", 2, 2, 0, 59, Slot::minute},      {"ss", 2, 2, 0, 60, Slot::ones},
      {"hhmm", 4, 4, 0, 2400, Slot::hour},
      {"N", 1, 9, 0, 999'999'999, Slot::n},   {"NNN", 3, 3, 0, 999, Slot::ones},
  };
  return forms;
}

std::optional<TimeRules::Match> TimeRules::match(std::span<const TimeWord> words, std::size_t begin) const {
  const auto& candidates = starts_[words[begin].symbol];
  std::optional<Match> best;
  if ((candidates & top_).none()) return best;
  for (std::uint32_t phrase = 0; phrase < phrases_.size(); ++phrase) {
    if (!phrases_[phrase].top || !candidates[phrase]) continue;
    auto found = longest({words, begin}, phrase, begin);
    if (!found || (best && (found->end < best->end || (found->end == best->end && found->line > best->line)))) continue;
    found->type = phrases_[phrase].name;
    best = found;
  }
  return best;
}

std::optional<TimeRules::Match> TimeRules::longest(const Walk& walk, std::uint32_t phrase, std::size_t begin) const {
  std::optional<Match> best;
  follow({walk.words, begin}, phrases_[phrase].root, begin, Meaning(), nullptr, best);
  return best;
}

void TimeRules::follow(const Walk& walk, std::uint32_t number, std::size_t at, const Meaning& meaning,
                       const Match* part, std::optional<Match>& best) const {
  const Node& node = nodes_[number];
  if (!node.endings.empty() && (!best || best->end <= at)) finish(walk, node, at, meaning, part, best);
  if (at == walk.words.size()) return;
  const TimeWord& word = walk.words[at];
  if (word.symbol == Vocabulary::unknown) return;
  const auto literals_end = node.edges.begin() + static_cast<std::ptrdiff_t>(node.literals);
  auto edge = std::lower_bound(node.edges.begin(), literals_end, word.symbol,
                               [](const Edge& e, std::uint32_t symbol) { return e.step.id < symbol; });
  for (; edge != literals_end && edge->step.id == word.symbol; ++edge) {
    if (edge->step.capital && !word.capital) continue;
    if (gap_fits(walk, edge->step.gap, at)) follow(walk, edge->target, at + 1, meaning, part, best);
  }
  for (edge = literals_end; edge != node.edges.end(); ++edge) {
    if (!gap_fits(walk, edge->step.gap, at)) continue;
    if (edge->step.kind == Kind::digits) {
      const DigitForm& form = digit_forms()[edge->step.id];
      if (word.number < form.low || word.number > form.high || word.span.size() < form.least_digits ||
          word.span.size() > form.most_digits || (word.part_of_number && form.name == "YYYY"))
        continue;
      Meaning more = meaning;
      more.set(form.slot, word.number);
      if (form.name == "hhmm") {  // "0630 GMT"
        if (word.number % 100 > 59) continue;
        more.set(Slot::hour, word.number / 100);
        more.set(Slot::minute, word.number % 100);
      }
      follow(walk, edge->target, at + 1, more, part, best);
    } else if (starts_[word.symbol][edge->step.id]) {
      const auto phrase = longest(walk, edge->step.id, at);
      if (!phrase) continue;
      Meaning more = meaning;
      more.merge(phrase->meaning);
      follow(walk, edge->target, phrase->end, more, &*phrase, best);
    }
  }
}

void TimeRules::finish(const Walk& walk, const Node& node, std::size_t at, const Meaning& meaning, const Match* part,
                       std::optional<Match>& best) const {
  const std::size_t begin = walk.phrase_begin;
  const auto symbol_at = [&](std::size_t place) { return walk.words[place].symbol; };
  const std::uint32_t before =
      begin == 0 || walk.words[begin].gap == Gap::wide ? Vocabulary::text_edge : symbol_at(begin - 1);
  const std::uint32_t after =
      at == walk.words.size() || walk.words[at].gap == Gap::wide ? Vocabulary::text_edge : symbol_at(at);
  for (const std::uint32_t number : node.endings) {
    const Ending& ending = endings_[number];
    if (best && best->end == at && best->line <= ending.line) continue;
    if (!fits(ending.before, before) || !fits(ending.after, after)) continue;
    const bool inner = ending.only_a_phrase && part != nullptr;
    best = Match{at, meaning, {}, inner ? part->rule : ending.rule, inner ? part->rule_line : ending.line, ending.line};
    assign(ending.assignments, best->meaning);
  }
}

bool TimeRules::gap_fits(const Walk& walk, GapRule rule, std::size_t at) {
  if (at == walk.phrase_begin) return true;
  const Gap gap = walk.words[at].gap;
  switch (rule) {
    case GapRule::none:
      return gap == Gap::none;
    case GapRule::white:
      return gap == Gap::space;
    case GapRule::space:
      return gap == Gap::space || gap == Gap::hyphen;
    case GapRule::hyphen:
      return gap == Gap::hyphen;
    case GapRule::any:
      return gap != Gap::wide;
  }
  return false;
}

bool TimeRules::fits(const Condition& condition, std::uint32_t symbol) {
  if (condition.symbols.empty()) return true;
  return std::binary_search(condition.symbols.begin(), condition.symbols.end(), symbol) == condition.wanted;
}

void TimeRules::assign(const std::vector<Assignment>& assignments, Meaning& meaning) {
  for (const Assignment& assignment : assignments) {
    long long sum = 0;
    bool known = assignment.sum.size() > 1;
    for (const Term& term : assignment.sum) {
      long long product = term.factor;
      for (const Slot slot : term.slots) {
        known = known || meaning.has(slot);
        product *= meaning.get(slot);
      }
      known = known || term.slots.empty();
      sum += product;
    }
    if (known) meaning.set(assignment.target, static_cast<int>(std::clamp(sum, -1'000'000'000LL, 1'000'000'000LL)));
  }
}

}  // namespace hearsay
