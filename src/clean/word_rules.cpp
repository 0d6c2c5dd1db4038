// Patterns are small trees (sequence, choice, word, gap) matched by backtracking; the gap is bounded, so the work at a
// word is too. Patterns are found by the words they can begin with.
#include "clean/word_rules.h"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr std::size_t longest_gap = 12;
constexpr std::size_t longest_name = 5;

bool is_mark(unsigned char c) { return c < 0x80 && std::ispunct(c) && c != '\'' && c != '&' && c != '$'; }

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string_view::npos && word.front() >= '0' &&
         word.front() <= '9';
}

bool is_address(std::string_view chunk) {
  return chunk.find("://") != std::string_view::npos || chunk.starts_with("www.") ||
         chunk.starts_with("pic.twitter.com/") || (chunk.starts_with('@') && chunk.size() > 1);
}

// Marks outside ASCII that stand alone, by their UTF-8 bytes.
std::size_t wide_mark_size(std::string_view rest) {
  if (rest.empty() || (rest[0] != '\xC2' && rest[0] != '\xE2')) return 0;
  for (const std::string_view mark : {"©", "«", "»"})
    if (rest.starts_with(mark)) return 2;
  for (const std::string_view mark : {"–", "—", "“", "”", "‘", "•", "…"})
    if (rest.starts_with(mark)) return 3;
  return 0;
}

std::string small_letters(std::string_view word) {
  std::string small;
  small.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\xE2' && word.substr(i).starts_with("’")) {
      small += '\'';
      i += 2;
    } else {
      small += word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + ('a' - 'A')) : word[i];
    }
  }
  return small;
}

// The size of the word or mark that `chunk` (without spaces) begins with.
std::size_t first_piece(std::string_view chunk) {
  if (const std::size_t mark = wide_mark_size(chunk)) return mark;
  if (is_mark(static_cast<unsigned char>(chunk[0]))) return 1;
  std::size_t end = 1;
  while (end < chunk.size()) {
    if (wide_mark_size(chunk.substr(end))) break;
    const auto c = static_cast<unsigned char>(chunk[end]);
    const bool joins = (c == '.' || c == ',' || c == '-' || c == '_') && end + 1 < chunk.size() &&
                       (std::isalnum(static_cast<unsigned char>(chunk[end + 1])) || chunk[end + 1] & 0x80);
    if (is_mark(c) && !joins) break;
    ++end;
  }
  return end;
}

}  // namespace

std::vector<RuleWord> rule_words(std::string_view text, std::size_t offset) {
  std::vector<RuleWord> words;
  const auto add = [&](std::size_t begin, std::size_t size) {
    const std::string_view word = text.substr(begin, size);
    words.push_back({{offset + begin, offset + begin + size}, word, small_letters(word)});
  };
  constexpr std::string_view spaces = " \t\r\n\f\v";
  std::size_t at = 0;
  while ((at = text.find_first_not_of(spaces, at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
    if (is_address(text.substr(at, end - at))) {
      add(at, end - at);
      at = end;
    }
    while (at < end) {
      const std::size_t size = first_piece(text.substr(at, end - at));
      add(at, size);
      at += size;
    }
  }
  return words;
}

struct Node {
  enum class Kind { word, number, handle, picture_link, gap, name, choice } kind = Kind::word;
  std::string text;                        // of a word
  bool exact_case = false;                 // the word has capitals and stands only for itself
  bool optional = false;                   // a choice that may be missing
  std::vector<std::vector<Node>> choices;  // of a choice
};

namespace {

// Reads a pattern. Tokens are separated by spaces, except that brackets stand alone.
class PatternReader {
 public:
  PatternReader(std::string_view pattern, const std::unordered_map<std::string, std::vector<std::vector<Node>>>& lists)
      : pattern_(pattern), lists_(lists) {}

  std::vector<Node> read() {
    auto choices = read_choices('\0');
    if (choices.size() != 1 || choices[0].empty()) fail("is not one pattern");
    return std::move(choices[0]);
  }
  std::vector<std::vector<Node>> read_list() { return read_choices('\0'); }

 private:
  [[noreturn]] void fail(const char* why) const {
    throw std::runtime_error("rule \"" + std::string(pattern_) + "\" " + why);
  }

  std::vector<std::vector<Node>> read_choices(char closing) {
    std::vector<std::vector<Node>> choices(1);
    for (;;) {
      at_ = std::min(pattern_.find_first_not_of(' ', at_), pattern_.size());
      if (at_ == pattern_.size()) {
        if (closing) fail("has an open bracket");
        return choices;
      }
      const char c = pattern_[at_];
      if (c == closing) {
        ++at_;
        return choices;
      }
      if (c == '|') {
        ++at_;
        choices.emplace_back();
      } else {
        append_next(choices.back());
      }
    }
  }

  void append_next(std::vector<Node>& sequence) {
    const char c = pattern_[at_];
    if (c == ')' || c == ']') fail("closes a bracket that is not open");
    if (c == '(' || c == '[') {
      ++at_;
      Node node;
      node.kind = Node::Kind::choice;
      node.optional = c == '[';
      node.choices = read_choices(c == '(' ? ')' : ']');
      sequence.push_back(std::move(node));
    } else if (c == '<') {
      append_list(sequence);
    } else {
      append_word(sequence);
    }
  }

  void append_list(std::vector<Node>& sequence) {
    const std::size_t end = pattern_.find('>', at_);
    if (end == std::string_view::npos) fail("has an open <");
    const std::string name(pattern_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    Node node;
    if (name == "picture link") {
      node.kind = Node::Kind::picture_link;
    } else if (name == "Name") {
      node.kind = Node::Kind::name;
    } else {
      const auto list = lists_.find(name);
      if (list == lists_.end()) fail("uses a list that has no such name");
      node.kind = Node::Kind::choice;
      node.choices = list->second;
    }
    sequence.push_back(std::move(node));
  }

  void append_word(std::vector<Node>& sequence) {
    const bool escaped = pattern_[at_] == '\\';
    if (escaped && ++at_ == pattern_.size()) fail("ends in a stroke");
    std::size_t end = at_ + 1;
    while (end < pattern_.size() && std::string_view(" |()[]<>\\").find(pattern_[end]) == std::string_view::npos) ++end;
    const std::string_view chunk = pattern_.substr(at_, end - at_);
    at_ = end;
    if (!escaped && (chunk == "*" || chunk == "#" || chunk == "@")) {
      Node node;
      node.kind = chunk == "*" ? Node::Kind::gap : chunk == "#" ? Node::Kind::number : Node::Kind::handle;
      sequence.push_back(std::move(node));
      return;
    }
    for (const RuleWord& word : rule_words(chunk)) {
      Node node;
      node.exact_case = word.small != word.text;
      node.text = node.exact_case ? std::string(word.text) : word.small;
      sequence.push_back(std::move(node));
    }
  }

  std::string_view pattern_;
  const std::unordered_map<std::string, std::vector<std::vector<Node>>>& lists_;
  std::size_t at_ = 0;
};

bool one_word_matches(const Node& node, const RuleWord& word) {
  switch (node.kind) {
    case Node::Kind::word:
      return node.exact_case ? word.text == node.text : word.small == node.text;
    case Node::Kind::number:
      return is_number(word.text);
    case Node::Kind::handle:
      return word.text.starts_with('@');
    case Node::Kind::picture_link:
      return word.text.starts_with("pic.twitter.com/");
    default:
      return false;
  }
}

// A capital or a letter beyond ASCII; a full stop too, for "J. Doe".
bool begins_like_a_name(const RuleWord& word) {
  const auto c = static_cast<unsigned char>(word.text[0]);
  return (c >= 'A' && c <= 'Z') || c >= 0x80 || c == '.';
}

using Then = std::function<bool(std::size_t)>;

// Matches nodes[node..] at word `at`; `then` is asked whether the end found will do.
bool match_nodes(const std::vector<Node>& nodes, std::size_t node, const std::vector<RuleWord>& words, std::size_t at,
                 const Then& then) {
  if (node == nodes.size()) return then(at);
  const Node& here = nodes[node];
  const Then rest = [&](std::size_t end) { return match_nodes(nodes, node + 1, words, end, then); };
  if (here.kind == Node::Kind::choice) {
    for (const auto& choice : here.choices)
      if (match_nodes(choice, 0, words, at, rest)) return true;
    return here.optional && rest(at);
  }
  if (here.kind == Node::Kind::gap || here.kind == Node::Kind::name) {
    const bool name = here.kind == Node::Kind::name;
    for (std::size_t size = 1; size <= (name ? longest_name : longest_gap) && at + size <= words.size(); ++size) {
      if (name && !begins_like_a_name(words[at + size - 1])) return false;
      if (rest(at + size)) return true;
    }
    return false;
  }
  return at < words.size() && one_word_matches(here, words[at]) && rest(at + 1);
}

// The words a sequence can begin with, in small letters; false when it can begin with any word.
bool collect_first(const std::vector<Node>& nodes, std::size_t node, std::vector<std::string>& firsts) {
  if (node == nodes.size()) return false;
  const Node& here = nodes[node];
  if (here.kind == Node::Kind::word) {
    firsts.push_back(small_letters(here.text));
    return true;
  }
  if (here.kind != Node::Kind::choice) return false;
  for (const auto& choice : here.choices)
    if (!collect_first(choice, 0, firsts)) return false;
  return !here.optional || collect_first(nodes, node + 1, firsts);
}

}  // namespace

struct WordPatterns::State {
  std::unordered_map<std::string, std::vector<std::vector<Node>>> lists;
  std::vector<std::vector<Node>> patterns;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first;
  std::vector<std::size_t> anywhere;  // patterns that can begin with any word; held in every list of by_first too
};

WordPatterns::WordPatterns() : state_(std::make_unique<State>()) {}
WordPatterns::~WordPatterns() = default;
WordPatterns::WordPatterns(WordPatterns&&) noexcept = default;
WordPatterns& WordPatterns::operator=(WordPatterns&&) noexcept = default;

void WordPatterns::define(std::string_view name, std::string_view alternatives) {
  state_->lists[std::string(name)] = PatternReader(alternatives, state_->lists).read_list();
}

std::size_t WordPatterns::add(std::string_view pattern) {
  State& state = *state_;
  const std::size_t number = state.patterns.size();
  state.patterns.push_back(PatternReader(pattern, state.lists).read());
  std::vector<std::string> firsts;
  if (collect_first(state.patterns.back(), 0, firsts)) {
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    for (const std::string& first : firsts)
      state.by_first.try_emplace(first, state.anywhere).first->second.push_back(number);
  } else {
    state.anywhere.push_back(number);
    for (auto& [first, numbers] : state.by_first) numbers.push_back(number);
  }
  return number;
}

const std::vector<std::size_t>& WordPatterns::starting_with(const RuleWord& word) const {
  const auto found = state_->by_first.find(word.small);
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
  return match_nodes(state_->patterns[pattern], 0, words, begin, [end](std::size_t found) { return found == end; });
}

}  // namespace hearsay
