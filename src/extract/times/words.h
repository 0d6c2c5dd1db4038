// A text as the time rules see it: runs of letters, runs of digits, single marks, and what stands between them.
#pragma once

#include "base/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

// What stands before a word: nothing ("1990" + "s"), white space, one hyphen, or so much that no phrase crosses it.
enum class Gap : std::uint8_t { none, space, hyphen, wide };

// The words the rules know, numbered. The first numbers are taken by kinds of words.
class Vocabulary {
 public:
  static constexpr std::uint32_t unknown = 0;
  static constexpr std::uint32_t digits = 1;
  static constexpr std::uint32_t text_edge = 2;
  static constexpr std::uint32_t name = 3;  // unknown, with a capital; only conditions ask for it

  std::uint32_t add(std::string_view lower_case);
  std::uint32_t find(std::string_view lower_case) const;  // unknown where it is not there
  std::uint32_t size() const { return next_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::uint32_t next_ = 4;
};

struct TimeWord {
  Span span;
  std::uint32_t symbol = Vocabulary::unknown;
  std::int32_t number = -1;     // of a run of up to nine digits; -1 for others
  Gap gap = Gap::wide;          // what stands before it
  bool behind_point = false;    // digits after a decimal point or a thousands comma
  bool part_of_number = false;  // digits before or after a decimal point or a thousands comma, or after a currency sign
  bool capital = false;         // its first letter is one
};

// In text order; linear. Letters are ASCII letters and all code points beyond ASCII but spaces, quotes and dashes.
std::vector<TimeWord> time_words(std::string_view text, const Vocabulary& vocabulary);

}  // namespace hearsay
