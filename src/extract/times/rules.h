// The time rules: read from text once, then matched against the words of a text.
#pragma once

#include "extract/times/meaning.h"
#include "extract/times/words.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct TimeMatch {
  std::size_t end = 0;  // one past the last word
  TimeMeaning meaning;
  std::string_view type;  // the heading: "DATE", "TIME", "DURATION", "SET", "NOTHING"
  std::string_view rule;  // the words of the innermost rule that fits all of it
  std::uint32_t rule_line = 0;
  std::uint32_t line = 0;  // the outermost rule's: of two matches the upper one wins
};

// The rules' language is described at the top of data/times.txt. Const after loading, shared by all threads.
class TimeRules {
 public:
  // Throws std::runtime_error with the file's name, the line's number and what is wrong with it.
  TimeRules(std::string_view file_name, std::string_view rules);

  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  friend class TimeRulesReader;
  friend class TimeRulesIndex;
  friend class TimeMatcher;
  static constexpr std::size_t most_phrases = 128;
  static constexpr std::size_t most_words = 1024;

  enum class GapRule : std::uint8_t { none, white, space, hyphen, any };
  enum class Kind : std::uint8_t { literal, digits, phrase };
  struct Step {
    GapRule gap = GapRule::none;
    Kind kind = Kind::literal;
    bool capital = false;
    std::uint32_t id = 0;  // a symbol, a form of digits, a phrase
    bool operator==(const Step&) const = default;
  };
  struct Edge {
    Step step;
    std::uint32_t target;
  };
  struct Condition {
    bool wanted = true;
    std::vector<std::uint32_t> symbols;  // sorted; empty: no condition
  };
  struct Term {
    int factor = 1;
    std::vector<Slot> slots;
  };
  struct Assignment {
    Slot target;
    std::vector<Term> sum;
  };
  struct Ending {
    Condition before, after;
    std::vector<Assignment> assignments;
    std::string_view rule;
    std::uint32_t line = 0;
    bool only_a_phrase = false;  // "<month>"
  };
  struct Node {
    std::vector<Edge> edges;  // literal ones first, by symbol
    std::size_t literals = 0;
    std::vector<std::uint32_t> endings;
  };
  struct Phrase {
    std::string name;
    bool top = false;
    std::uint32_t root = 0;
  };
  void index();  // fills the last four members
  static void assign(const std::vector<Assignment>& assignments, TimeMeaning& meaning);

  std::string text_;
  Vocabulary vocabulary_;
  std::vector<Phrase> phrases_;
  std::vector<Node> nodes_;
  std::vector<Ending> endings_;
  std::vector<std::bitset<most_phrases>> starts_;  // for each symbol, the phrases that can begin with it
  std::bitset<most_phrases> top_;
  std::bitset<most_words> alone_;               // the words that are an expression by themselves
  std::vector<std::bitset<most_words>> pairs_;  // for each word, those that can follow it at the head of an expression
};

// Matches the rules against the words of one text. Holds scratch; not shared. The rules and the words must outlive it.
class TimeMatcher {
 public:
  TimeMatcher(const TimeRules& rules, std::span<const TimeWord> words);

  // The longest expression that begins at a word; of two with the same length the one whose rule stands first. A rule
  // has no loop and no phrase uses itself, so a match, and the work for it, is bounded whatever the text.
  std::optional<TimeMatch> match(std::size_t begin);

 private:
  struct Known {
    std::size_t at = static_cast<std::size_t>(-1);
    std::optional<TimeMatch> match;
  };

  bool can_begin(std::size_t begin) const;
  const std::optional<TimeMatch>& longest(std::uint32_t phrase, std::size_t begin);
  void follow(std::uint32_t node, std::size_t begin, std::size_t at, const TimeMeaning& meaning, const TimeMatch* part,
              std::optional<TimeMatch>& best);
  void finish(const TimeRules::Node& node, std::size_t begin, std::size_t at, const TimeMeaning& meaning,
              const TimeMatch* part, std::optional<TimeMatch>& best) const;
  bool gap_fits(TimeRules::GapRule rule, std::size_t begin, std::size_t at) const;

  const TimeRules& rules_;
  std::span<const TimeWord> words_;
  std::vector<Known> known_;  // for each phrase, the last place it was sought at, and what was found
};

// The rules of data/times.txt, read on the first call and kept; safe to call from several threads. Throws as the
// constructor does.
const TimeRules& time_rules();

// The forms of digits a rule can name: how many digits, between which bounds, and the slot they fill.
struct DigitForm {
  std::string_view name;
  std::size_t least_digits, most_digits;
  std::int32_t low, high;
  Slot slot;
  bool whole_number = false;  // not a part of "2016.45", "1,999" or "$1950"
  bool clock = false;         // hours and minutes in one
};
std::span<const DigitForm> digit_forms();

}  // namespace hearsay
