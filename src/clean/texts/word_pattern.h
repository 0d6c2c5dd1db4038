// One rule on words as a tree. The language it is written in is described at the top of data/boilerplate.txt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

struct PatternNode {
  enum class Kind { word, number, handle, picture_link, gap, name, choice } kind = Kind::word;
  std::string text;                               // of a word
  std::uint64_t key = 0;                          // of a word: its rule_key()
  bool exact_case = false;                        // the word has capitals and matches only as written
  bool optional = false;                          // a choice that may be absent
  std::vector<std::vector<PatternNode>> choices;  // of a choice
};
using Pattern = std::vector<PatternNode>;
using NamedLists = std::unordered_map<std::string, std::vector<Pattern>>;

// Throws std::runtime_error if the pattern is malformed or names a list that does not exist.
Pattern read_pattern(std::string_view pattern, const NamedLists& lists);

// The alternatives of a list, "Reuters | AP".
std::vector<Pattern> read_alternatives(std::string_view alternatives, const NamedLists& lists);

}  // namespace hearsay
