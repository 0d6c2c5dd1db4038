// A name as its words, normalised for comparison: Latin letters, no accents, one spelling for each sound.
#pragma once

#include "base/text_set.h"
#include "base/word_lists.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hearsay {

enum class ComparedWordKind : std::uint8_t {
  plain,
  light,  // "al", "of": may be missing
  place,  // "city": may be missing in a place's name
  group,  // "holdings": may be missing in a company's name
  legal,  // "ltd"
};

struct ComparedWord {
  std::string plain;  // small Latin letters and digits
  std::string sound;  // the same, one spelling a sound: data/name_sounds.txt
  ComparedWordKind kind = ComparedWordKind::plain;
  std::size_t given_name = 0;  // the same number for all spellings of one (data/given_names.txt); 0: not listed
};

struct NameForm {
  std::string folded;               // the whole name as fold() gives it
  std::vector<ComparedWord> words;  // titles left out; after "Surname, Given" in the order Given Surname
  std::string legal;                // the group of its legal form: "gmbh"; empty without one
  bool consonants_only = false;     // from a script that leaves vowels out (Arabic, Hebrew)
  bool syllables = false;           // written in Chinese characters or in Hangul
  bool descent = false;             // has a word such as "bin"
  bool has_comma = false;
  std::string initials;  // of its words that are not light: "wfp"
};

// data/name_sounds.txt, data/name_words.txt, data/nicknames.txt, data/given_names.txt and the titles, compiled.
class NameRules {
 public:
  NameRules();  // throws std::runtime_error naming the line of a rule that cannot be read

  // The words of a name in any script; romanised by ICU when it is not Latin. An empty name has no words.
  NameForm form_of(std::string_view name) const;

  std::string sound_of(std::string_view plain) const;

  // What it costs to take one letter for the other, '-' for none: 0 to 1.
  double cost(char a, char b) const { return costs_[static_cast<unsigned char>(a)][static_cast<unsigned char>(b)]; }

  // "bill" and "william"
  bool are_nicknames(std::string_view a, std::string_view b) const;

 private:
  std::string with_capitals_spelt_out(std::string_view name) const;
  std::string in_spoken_order(std::string_view name) const;
  void add_words(NameForm& form, std::string_view folded) const;
  void read_words(const ListLine& line);
  void read_sounds(const ListLine& line);

  std::unordered_map<std::string, std::string> spelling_, same_, capitals_, legal_, long_legal_;
  TextSet light_, place_, group_, titles_, leading_legal_, descent_;
  std::unordered_map<std::string, std::vector<std::string>> nicknames_;
  std::unordered_map<std::string, std::size_t> given_names_;  // each spelling, with the number of its name, from 1
  double costs_[128][128];
};

}  // namespace hearsay
