// The one form of the word lists under data/, and the one reader of it:
//
//     # a remark
//     [section]
//     word, two words, another
//     key = word, another
//
// UTF-8; a list without sections has its lines before the first head. White space around lines, keys and words is
// ignored. The first "=" of a line separates the key from its words, so a word may contain one and a key may not; no
// word contains a comma, and "#" and "[" have a meaning only at the beginning of a line.
#pragma once

#include "base/text_set.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace hearsay {

// A line that is neither empty nor a remark. Views into the list's text.
struct ListLine {
  std::string_view section;             // empty before the first head
  std::size_t sort = 0;                 // the section's place among those that the reader knows
  std::string_view key;                 // empty in a line without "="
  std::vector<std::string_view> words;  // in the line's order; at least one, none of them empty
  std::size_t number = 0;               // of the line in the file, from 1

  // The one word of a line that must have just one, the key of a line that must have one. Throw std::invalid_argument
  // where it is otherwise.
  std::string_view word() const;
  std::string_view needed_key() const;
};

// The sections that a list may have, "" for lines before the first head; any at all where there are none.
using Sections = std::vector<std::string_view>;

// Calls `take` for each line of a list, in order. Throws std::runtime_error "FILE:LINE: what is wrong: the line's
// beginning", with `file` as FILE, for a line that is not of this form, for a section that is not one of `sections`,
// and for what `take` throws as std::invalid_argument. An empty text has no lines.
void read_list(std::string_view text, std::string_view file, const Sections& sections,
               const std::function<void(const ListLine&)>& take);

// The same of a resource ("data/titles.txt").
void read_list(std::string_view resource_name, const Sections& sections,
               const std::function<void(const ListLine&)>& take);

// All of a text as a finite number. Throws std::invalid_argument where it is none.
double number_in(std::string_view text);

// A list that only sorts words into its sections: one bit per section, so that one lookup answers for all of them.
class WordSorts {
 public:
  using Sorts = std::uint64_t;

  // Reads a resource; bit i stands for the i-th of `sections`, at most 64, which need not all be there. A line's key,
  // where it has one, is a word like the others. Throws std::runtime_error as read_list does.
  WordSorts(std::string_view resource_name, const Sections& sections);

  // 0 for a word of no section. Words are looked up as they are written in the list.
  Sorts of(std::string_view word) const;
  bool has(std::string_view word, Sorts sorts) const { return (of(word) & sorts) != 0; }

 private:
  TextMap<Sorts> sorts_;
};

}  // namespace hearsay
