// Patterns are small trees (sequence, choice, word, gap) matched by backtracking; gaps are bounded, so the work at each
// word is too. Patterns are found by the words they can begin with.
#include "clean/texts/word_rules.h"

#include "clean/texts/word_pattern.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr std::size_t longest_gap = 12;
constexpr std::size_t longest_name = 5;

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string_view::npos && word.front() >= '0' &&
         word.front() <= '9';
}

bool one_word_matches(const PatternNode& node, const RuleWord& word) {
  switch (node.kind) {
    case PatternNode::Kind::word:
      return word.key == node.key && (node.exact_case ? word.text == node.text : has_letters(word.text, node.text));
    case PatternNode::Kind::number:
      return is_number(word.text);
    case PatternNode::Kind::handle:
      return word.text.starts_with('@');
    case PatternNode::Kind::picture_link:
      return is_picture_link(word.text);
    default:
      return false;
  }
}

// A capital or a letter beyond ASCII; a full stop too, for "J. Doe".
bool begins_like_a_name(const RuleWord& word) {
  const auto c = static_cast<unsigned char>(word.text[0]);
  return (c >= 'A' && c <= 'Z') || c >= 0x80 || c == '.';
}

// Refers to a function that outlives it, without the memory allocation of std::function.
class Then {
 public:
  template <class Function>
  Then(const Function& function)
      : function_(&function),
        call_([](const void* made, std::size_t end) { return (*static_cast<const Function*>(made))(end); }) {}
  bool operator()(std::size_t end) const { return call_(function_, end); }

 private:
  const void* function_;
  bool (*call_)(const void*, std::size_t);
};

// Matches nodes[node..] at word `at`; `then` decides whether the end found is acceptable.
bool match_nodes(const Pattern& nodes, std::size_t node, const std::vector<RuleWord>& words, std::size_t at,
                 const Then& then) {
  if (node == nodes.size()) return then(at);
  const PatternNode& here = nodes[node];
  const auto rest = [&](std::size_t end) { return match_nodes(nodes, node + 1, words, end, then); };
  if (here.kind == PatternNode::Kind::choice) {
    for (const auto& choice : here.choices)
      if (match_nodes(choice, 0, words, at, rest)) return true;
    return here.optional && rest(at);
  }
  if (here.kind == PatternNode::Kind::gap || here.kind == PatternNode::Kind::name) {
    const bool name = here.kind == PatternNode::Kind::name;
    for (std::size_t size = 1; size <= (name ? longest_name : longest_gap) && at + size <= words.size(); ++size) {
      if (name && !begins_like_a_name(words[at + size - 1])) return false;
      if (rest(at + size)) return true;
    }
    return false;
  }
  return at < words.size() && one_word_matches(here, words[at]) && rest(at + 1);
}

// The keys of the words a sequence can begin with; false if it can begin with any word.
bool collect_first(const Pattern& nodes, std::size_t node, std::vector<std::uint64_t>& firsts) {
  if (node == nodes.size()) return false;
  const PatternNode& here = nodes[node];
  if (here.kind == PatternNode::Kind::word) {
    firsts.push_back(here.key);
    return true;
  }
  if (here.kind == PatternNode::Kind::picture_link) {
    firsts.push_back(rule_key("pic.twitter.com/"));
    return true;
  }
  if (here.kind != PatternNode::Kind::choice) return false;
  for (const auto& choice : here.choices)
    if (!collect_first(choice, 0, firsts)) return false;
  return !here.optional || collect_first(nodes, node + 1, firsts);
}

// The most words that a sequence can take.
std::size_t longest_of(const Pattern& nodes) {
  std::size_t sum = 0;
  for (const PatternNode& node : nodes) {
    std::size_t most = node.kind == PatternNode::Kind::gap    ? longest_gap
                       : node.kind == PatternNode::Kind::name ? longest_name
                                                              : 1;
    if (node.kind == PatternNode::Kind::choice) {
      most = 0;
      for (const auto& choice : node.choices) most = std::max(most, longest_of(choice));
    }
    sum += most;
  }
  return sum;
}

}  // namespace

struct WordPatterns::State {
  NamedLists lists;
  std::vector<Pattern> patterns;
  std::vector<std::size_t> longest;                                      // words of each
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_first;  // by rule_key()
  std::vector<std::size_t> anywhere;  // patterns that can begin with any word; also in every list of by_first
};

WordPatterns::WordPatterns() : state_(std::make_unique<State>()) {}
WordPatterns::~WordPatterns() = default;
WordPatterns::WordPatterns(WordPatterns&&) noexcept = default;
WordPatterns& WordPatterns::operator=(WordPatterns&&) noexcept = default;

void WordPatterns::define(std::string_view name, std::string_view alternatives) {
  state_->lists[std::string(name)] = read_alternatives(alternatives, state_->lists);
}

std::size_t WordPatterns::add(std::string_view pattern) {
  State& state = *state_;
  const std::size_t number = state.patterns.size();
  state.patterns.push_back(read_pattern(pattern, state.lists));
  state.longest.push_back(longest_of(state.patterns.back()));
  std::vector<std::uint64_t> firsts;
  if (collect_first(state.patterns.back(), 0, firsts)) {
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    for (const std::uint64_t first : firsts) {
      first_keys_.add(first);
      state.by_first.try_emplace(first, state.anywhere).first->second.push_back(number);
    }
  } else {
    any_word_ = true;
    state.anywhere.push_back(number);
    for (auto& [first, numbers] : state.by_first) numbers.push_back(number);
  }
  return number;
}

const std::vector<std::size_t>& WordPatterns::starting_with(const RuleWord& word) const {
  const auto found = state_->by_first.find(word.key);
  return found == state_->by_first.end() ? state_->anywhere : found->second;
}

std::vector<WordPatterns::Match> WordPatterns::match_at(const std::vector<RuleWord>& words, std::size_t begin) const {
  std::vector<Match> matches;
  for (const std::size_t number : starting_with(words[begin])) {
    match_nodes(state_->patterns[number], 0, words, begin, [&](std::size_t end) {
      matches.push_back({number, begin, end});
      return true;
    });
  }
  return matches;
}

bool WordPatterns::matches_exactly(std::size_t pattern, const std::vector<RuleWord>& words, std::size_t begin,
                                   std::size_t end) const {
  if (end - begin > state_->longest[pattern]) return false;
  return match_nodes(state_->patterns[pattern], 0, words, begin, [end](std::size_t found) { return found == end; });
}

}  // namespace hearsay
