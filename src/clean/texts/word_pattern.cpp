// Read by recursive descent.
#include "clean/texts/word_pattern.h"

#include "clean/texts/rule_words.h"

#include <algorithm>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t most_nodes = 100000;  // of one pattern, with all the lists in it
constexpr int most_brackets = 32;           // inside one another

std::size_t nodes_of(const std::vector<Pattern>& choices) {
  std::size_t count = 0;
  for (const Pattern& choice : choices) {
    for (const PatternNode& node : choice) count += 1 + nodes_of(node.choices);
  }
  return count;
}

// Reads a pattern. Tokens are separated by spaces, except that brackets stand alone.
class PatternReader {
 public:
  PatternReader(std::string_view pattern, const NamedLists& lists) : pattern_(pattern), lists_(lists) {}

  Pattern read() {
    auto choices = read_choices('\0');
    if (choices.size() != 1 || choices[0].empty()) fail("is not one pattern");
    return std::move(choices[0]);
  }
  std::vector<Pattern> read_list() { return read_choices('\0'); }

 private:
  [[noreturn]] void fail(const char* why) const {
    throw std::runtime_error("rule \"" + std::string(pattern_.substr(0, 100)) + "\" " + why);
  }

  std::vector<Pattern> read_choices(char closing) {
    std::vector<Pattern> choices(1);
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

  void append_next(Pattern& sequence) {
    const char c = pattern_[at_];
    if (c == ')' || c == ']') fail("closes a bracket that is not open");
    if (c == '(' || c == '[') {
      ++at_;
      if (++brackets_ > most_brackets) fail("has brackets in brackets in brackets: more than 32");
      PatternNode node;
      node.kind = PatternNode::Kind::choice;
      node.optional = c == '[';
      node.choices = read_choices(c == '(' ? ')' : ']');
      --brackets_;
      sequence.push_back(std::move(node));
    } else if (c == '<') {
      append_list(sequence);
    } else {
      append_word(sequence);
    }
  }

  void append_list(Pattern& sequence) {
    const std::size_t end = pattern_.find('>', at_);
    if (end == std::string_view::npos) fail("has an open <");
    const std::string name(pattern_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    PatternNode node;
    if (name == "picture link") {
      node.kind = PatternNode::Kind::picture_link;
    } else if (name == "Name") {
      node.kind = PatternNode::Kind::name;
    } else {
      const auto list = lists_.find(name);
      if (list == lists_.end()) fail("uses a list that has no such name");
      nodes_ += nodes_of(list->second);
      if (nodes_ > most_nodes) fail("stands for too many words, with the lists in it");
      node.kind = PatternNode::Kind::choice;
      node.choices = list->second;
    }
    sequence.push_back(std::move(node));
  }

  void append_word(Pattern& sequence) {
    const bool escaped = pattern_[at_] == '\\';
    if (escaped && ++at_ == pattern_.size()) fail("ends in a stroke");
    std::size_t end = at_ + 1;
    while (end < pattern_.size() && std::string_view(" |()[]<>\\").find(pattern_[end]) == std::string_view::npos) ++end;
    const std::string_view chunk = pattern_.substr(at_, end - at_);
    at_ = end;
    if (!escaped && (chunk == "*" || chunk == "#" || chunk == "@")) {
      PatternNode node;
      node.kind = chunk == "*"   ? PatternNode::Kind::gap
                  : chunk == "#" ? PatternNode::Kind::number
                                 : PatternNode::Kind::handle;
      sequence.push_back(std::move(node));
      return;
    }
    for (const RuleWord& word : rule_words(chunk)) {
      PatternNode node;
      const std::string letters = rule_letters(word.text);
      node.exact_case = letters != word.text;
      node.text = node.exact_case ? std::string(word.text) : letters;
      node.key = word.key;
      sequence.push_back(std::move(node));
    }
  }

  std::string_view pattern_;
  const NamedLists& lists_;
  std::size_t at_ = 0;
  int brackets_ = 0;       // open at at_
  std::size_t nodes_ = 0;  // of the lists in it
};

}  // namespace

Pattern read_pattern(std::string_view pattern, const NamedLists& lists) { return PatternReader(pattern, lists).read(); }

std::vector<Pattern> read_alternatives(std::string_view alternatives, const NamedLists& lists) {
  return PatternReader(alternatives, lists).read_list();
}

}  // namespace hearsay
