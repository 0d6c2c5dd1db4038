// The word lists that say how English text is split into words and sentences: abbreviations, clitics, prefixes, units.
#pragma once

#include "base/text_set.h"
#include "base/word_lists.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace hearsay {

// May a sentence end with this abbreviation? See data/abbreviations.txt.
enum class Abbreviation { title, inner, end };

// Read once from data/*.txt; const afterwards.
class WordParts {
 public:
  // Throws std::runtime_error, naming the file and the line, when a list cannot be understood.
  WordParts();

  // The kind of "Mr." (with its full stop, as written); nothing for a word that is no abbreviation of the list.
  std::optional<Abbreviation> abbreviation(std::string_view word) const;

  // Bytes of the first part of a word that comes apart ("cannot" gives 3), 0 for other words. Case is ignored.
  std::size_t first_part_bytes(std::string_view word) const;

  // Bytes of the clitic at the end of a word ("don't" gives 3, "Ann’s" 4), 0 when there is none or nothing before it.
  std::size_t clitic_bytes(std::string_view word) const;

  // As the word stands in the text: may it begin a sentence behind an abbreviation; does it surely; in small letters,
  // does a line that ends with it go on?
  bool begins_sentence(std::string_view word) const { return sentence_words_.has(word, begins); }
  bool surely_begins_sentence(std::string_view word) const { return sentence_words_.has(word, surely_begins); }
  bool goes_on(std::string_view lower_case) const { return sentence_words_.has(lower_case, continues); }

  bool is_joined_prefix(std::string_view lower_case) const { return prefixes_.contains(lower_case); }
  bool is_unit(std::string_view lower_case) const { return units_.contains(lower_case); }

 private:
  // As the sections of data/sentence_words.txt.
  enum SentenceWord : WordSorts::Sorts { begins = 1, surely_begins = 2, continues = 4 };

  TextMap<Abbreviation> abbreviations_;
  TextMap<std::size_t> split_words_;
  TextSet clitics_;  // with a plain apostrophe, lower case
  TextSet prefixes_;
  TextSet units_;
  WordSorts sentence_words_;
};

}  // namespace hearsay
