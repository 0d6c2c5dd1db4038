// Reads the time rules (the language is described at the top of data/times.txt) into tries. Brackets and options are
// written out, so that each rule becomes a few plain rows of steps; a rule that would become too many is refused.
#include "base/trimmed.h"
#include "extract/times/rules.h"

#include <algorithm>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t most_rows = 4096;     // of one rule
constexpr std::size_t most_nodes = 200000;  // of all rules
constexpr int most_brackets = 32;           // in one another

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(mark);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

class TimeRulesReader {
 public:
  TimeRulesReader(TimeRules& rules, std::string_view file_name) : rules_(rules), file_name_(file_name) {}

  void read() {
    for (const std::string_view line : split(rules_.text_, '\n')) {
      ++line_;
      const std::string_view rule = trimmed(line.substr(0, line.find('#')));
      if (rule.empty()) continue;
      if (rule.ends_with(':'))
        begin_phrase(rule.substr(0, rule.size() - 1));
      else
        read_rule(rule);
    }
    add_condition_words();
    if (rules_.vocabulary_.size() > TimeRules::most_words) fail("too many different words");
    rules_.index();
    settle_conditions();
  }

 private:
  using Step = TimeRules::Step;
  using Row = std::vector<Step>;
  using Rows = std::vector<Row>;
  using GapRule = TimeRules::GapRule;

  [[noreturn]] void fail(const std::string& reason) const {
    throw std::runtime_error(std::string(file_name_) + ":" + std::to_string(line_) + ": " + reason);
  }

  void begin_phrase(std::string_view name) {
    if (name.empty()) fail("a heading without a name");
    if (phrase_number(name)) fail("the phrase \"" + std::string(name) + "\" stands here for the second time");
    if (rules_.phrases_.size() == TimeRules::most_phrases) fail("too many phrases");
    const bool top = name == "DATE" || name == "TIME" || name == "DURATION" || name == "SET" || name == "NOTHING";
    if (top) rules_.top_.set(rules_.phrases_.size());
    rules_.phrases_.push_back({std::string(name), top, static_cast<std::uint32_t>(rules_.nodes_.size())});
    rules_.nodes_.emplace_back();
  }

  std::optional<std::uint32_t> phrase_number(std::string_view name) const {
    for (std::uint32_t i = 0; i < rules_.phrases_.size(); ++i)
      if (rules_.phrases_[i].name == name) return i;
    return std::nullopt;
  }

  void read_rule(std::string_view rule) {
    if (rules_.phrases_.empty()) fail("a rule before the first heading");
    const std::size_t arrow = rule.find("=>");
    TimeRules::Ending ending;
    ending.line = line_;
    pattern_ = trimmed(rule.substr(0, arrow));
    ending.rule = pattern_;
    if (arrow != std::string_view::npos) ending.assignments = read_assignments(trimmed(rule.substr(arrow + 2)));
    conditions_.push_back({read_condition(true), read_condition(false), line_});
    at_ = 0;
    const Rows rows = read_choice(GapRule::none);
    if (at_ < pattern_.size()) fail("a \"" + std::string(1, pattern_[at_]) + "\" that opens nothing");
    ending.only_a_phrase = rows.size() == 1 && rows[0].size() == 1 && rows[0][0].kind == TimeRules::Kind::phrase;
    const auto number = static_cast<std::uint32_t>(rules_.endings_.size());
    rules_.endings_.push_back(std::move(ending));
    for (const Row& row : rows) {
      if (row.empty()) fail("a rule that fits no words at all");
      add_row(row, number);
    }
  }

  // "[in|of] ..." before the words, "... [!ago]" after them: cut off the pattern.
  std::string_view read_condition(bool in_front) {
    if (in_front && pattern_.starts_with('[')) {
      const std::size_t end = pattern_.find(']');
      if (end == std::string_view::npos) fail("a \"[\" that is never closed");
      const std::string_view inside = pattern_.substr(1, end - 1);
      pattern_ = trimmed(pattern_.substr(end + 1));
      return inside;
    }
    if (!in_front && pattern_.ends_with(']')) {
      const std::size_t begin = pattern_.rfind('[');
      if (begin == std::string_view::npos) fail("a \"]\" that was never opened");
      const std::string_view inside = pattern_.substr(begin + 1, pattern_.size() - begin - 2);
      pattern_ = trimmed(pattern_.substr(0, begin));
      return inside;
    }
    return {};
  }

  Rows read_choice(GapRule gap) {
    Rows rows = read_row(gap);
    while (at_ < pattern_.size() && pattern_[at_] == '|') {
      ++at_;
      for (Row& row : read_row(gap)) rows.push_back(std::move(row));
      check_rows(rows.size());
    }
    return rows;
  }

  void check_rows(std::size_t count) const {
    if (count > most_rows) fail("the rule stands for too many rows of words; make phrases of its parts");
  }

  // One alternative: all the rows that it stands for. `gap` is what must stand before its first word.
  Rows read_row(GapRule gap) {
    Rows rows = {{}};
    bool first = true;
    while (at_ < pattern_.size() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      const GapRule written = read_gap();
      if (at_ >= pattern_.size() || pattern_[at_] == '|' || pattern_[at_] == ')') break;
      Rows parts = read_part(first ? gap : written);
      first = false;
      const bool optional = at_ < pattern_.size() && pattern_[at_] == '?';
      if (optional) {
        ++at_;
        parts.emplace_back();
      }
      check_rows(rows.size() * parts.size());
      Rows longer;
      for (const Row& row : rows)
        for (const Row& part : parts) {
          longer.push_back(row);
          longer.back().insert(longer.back().end(), part.begin(), part.end());
          if (row.empty() && !part.empty()) longer.back().front().gap = gap;
        }
      rows = std::move(longer);
    }
    return rows;
  }

  GapRule read_gap() {
    GapRule gap = GapRule::none;
    for (; at_ < pattern_.size(); ++at_) {
      if (pattern_[at_] == ' ')
        gap = gap == GapRule::none ? GapRule::space : gap;
      else if (pattern_[at_] == '-')
        gap = GapRule::hyphen;
      else if (pattern_[at_] == '_')
        gap = GapRule::white;
      else if (pattern_[at_] == '~')
        gap = GapRule::any;
      else
        break;
    }
    return gap;
  }

  Rows read_part(GapRule gap) {
    const char c = pattern_[at_];
    if (c == '(') {
      ++at_;
      if (++brackets_ > most_brackets) fail("brackets in brackets in brackets: more than 32");
      Rows rows = read_choice(gap);
      if (at_ >= pattern_.size()) fail("a \"(\" that is never closed");
      ++at_;
      --brackets_;
      return rows;
    }
    if (c == '<') return {{read_name(gap)}};
    if (c == '[' || c == ']') fail("\"[ ]\" may stand only before or after all other words");
    const std::size_t begin = at_++;
    if (is_letter(c))
      while (at_ < pattern_.size() && is_letter(pattern_[at_])) ++at_;
    else if (is_digit(c))
      fail("digits cannot be written out; use a form of digits, as <YYYY>");
    while (at_ < pattern_.size() && (pattern_[at_] & 0xC0) == 0x80) ++at_;  // the rest of a code point
    const std::string_view word = pattern_.substr(begin, at_ - begin);
    return {{{gap, TimeRules::Kind::literal, c >= 'A' && c <= 'Z', rules_.vocabulary_.add(lower_case(word))}}};
  }

  Step read_name(GapRule gap) {
    const std::size_t end = pattern_.find('>', at_);
    if (end == std::string_view::npos) fail("a \"<\" that is never closed");
    const std::string_view name = pattern_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    for (std::uint32_t form = 0; form < digit_forms().size(); ++form)
      if (digit_forms()[form].name == name) return {gap, TimeRules::Kind::digits, false, form};
    const auto number = phrase_number(name);
    if (!number || *number + 1 == rules_.phrases_.size())
      fail("no phrase \"" + std::string(name) + "\" above this line");
    return {gap, TimeRules::Kind::phrase, false, *number};
  }

  std::vector<TimeRules::Assignment> read_assignments(std::string_view text) {
    std::vector<TimeRules::Assignment> assignments;
    for (const std::string_view part : split(text, ' ')) {
      if (part.empty()) continue;
      const std::size_t sign = part.find('=');
      if (sign == std::string_view::npos) fail("\"" + std::string(part) + "\" is not of the form name=value");
      const Slot target = slot_of(part.substr(0, sign));
      assignments.push_back({target, read_sum(part.substr(sign + 1), target)});
    }
    return assignments;
  }

  Slot slot_of(std::string_view name) const {
    const auto place = std::find(slot_names.begin(), slot_names.end(), name);
    if (place == slot_names.end()) fail("there is no \"" + std::string(name) + "\" to be set");
    return static_cast<Slot>(place - slot_names.begin());
  }

  // "teens*100+tens+ones", "-n", "week"
  std::vector<TimeRules::Term> read_sum(std::string_view text, Slot target) const {
    std::vector<TimeRules::Term> sum;
    for (std::size_t at = 0; at < text.size();) {
      TimeRules::Term term;
      if (text[at] == '-' || text[at] == '+') term.factor = text[at++] == '-' ? -1 : 1;
      const std::size_t end = std::min(text.find_first_of("+-", at), text.size());
      for (const std::string_view factor : split(text.substr(at, end - at), '*')) multiply(term, factor, target);
      sum.push_back(std::move(term));
      at = end;
    }
    if (sum.empty()) fail("a \"=\" without a value");
    return sum;
  }

  // "month" is a size where a size is set, and a slot elsewhere.
  void multiply(TimeRules::Term& term, std::string_view factor, Slot target) const {
    if (factor.empty()) fail("a value is missing");
    const bool also_slot = std::find(slot_names.begin(), slot_names.end(), factor) != slot_names.end();
    const auto known = constant(factor);
    if (known && (!also_slot || target == Slot::unit || target == Slot::round)) {
      scale(term, *known);
      return;
    }
    if (std::all_of(factor.begin(), factor.end(), is_digit) && factor.size() < 8) {
      scale(term, std::stoi(std::string(factor)));
      return;
    }
    term.slots.push_back(slot_of(factor));
  }

  void scale(TimeRules::Term& term, int factor) const {
    if (__builtin_mul_overflow(term.factor, factor, &term.factor)) fail("a number that is too large");
  }

  void add_row(const Row& row, std::uint32_t ending) {
    std::uint32_t node = rules_.phrases_.back().root;
    for (const Step& step : row) {
      auto& edges = rules_.nodes_[node].edges;
      const auto edge = std::find_if(edges.begin(), edges.end(), [&](const auto& e) { return e.step == step; });
      if (edge != edges.end()) {
        node = edge->target;
        continue;
      }
      const auto next = static_cast<std::uint32_t>(rules_.nodes_.size());
      if (rules_.nodes_.size() == most_nodes) fail("too many rules");
      edges.push_back({step, next});
      rules_.nodes_.emplace_back();
      node = next;
    }
    rules_.nodes_[node].endings.push_back(ending);
  }

  // Words that stand only in conditions are numbered too, after the others.
  void add_condition_words() {
    for (const auto& condition : conditions_)
      for (const std::string_view side : {condition.before, condition.after})
        for (const std::string_view word : split(side.substr(side.starts_with('!') ? 1 : 0), '|'))
          if (!word.empty() && !word.starts_with('<')) rules_.vocabulary_.add(lower_case(word));
  }

  void settle_conditions() {
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      line_ = conditions_[i].line;
      rules_.endings_[i].before = settled(conditions_[i].before);
      rules_.endings_[i].after = settled(conditions_[i].after);
    }
  }

  TimeRules::Condition settled(std::string_view side) const {
    TimeRules::Condition condition;
    if (side.empty()) return condition;
    condition.wanted = !side.starts_with('!');
    if (!condition.wanted) side.remove_prefix(1);
    for (const std::string_view word : split(side, '|')) {
      if (word.empty()) fail("an empty choice in \"[ ]\"");
      if (!word.starts_with('<'))
        condition.symbols.push_back(rules_.vocabulary_.find(lower_case(word)));
      else
        add_starts(word, condition.symbols);
    }
    std::sort(condition.symbols.begin(), condition.symbols.end());
    return condition;
  }

  void add_starts(std::string_view word, std::vector<std::uint32_t>& symbols) const {
    const std::string_view name = word.substr(1, word.size() - 2);
    if (name == "edge") return symbols.push_back(Vocabulary::text_edge);
    if (name == "Name") return symbols.push_back(Vocabulary::name);
    for (const DigitForm& form : digit_forms())
      if (name == form.name) return symbols.push_back(Vocabulary::digits);
    const auto phrase = phrase_number(name);
    if (!phrase) fail("no phrase \"" + std::string(name) + "\"");
    for (std::uint32_t symbol = 0; symbol < rules_.starts_.size(); ++symbol)
      if (rules_.starts_[symbol][*phrase]) symbols.push_back(symbol);
  }

  struct WrittenConditions {
    std::string_view before, after;
    std::uint32_t line;
  };

  TimeRules& rules_;
  std::string_view file_name_;
  std::uint32_t line_ = 0;
  std::string_view pattern_;
  std::size_t at_ = 0;
  int brackets_ = 0;                           // open at at_
  std::vector<WrittenConditions> conditions_;  // one for each ending
};

TimeRules::TimeRules(std::string_view file_name, std::string_view rules) : text_(rules) {
  TimeRulesReader(*this, file_name).read();
}

}  // namespace hearsay
