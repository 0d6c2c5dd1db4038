// Words of the forms that name a speaker without a verb of saying (data/attribution_words.txt), and who can speak.
#pragma once

#include "base/word_lists.h"
#include "extract/attributions/view.h"
#include "extract/names/lists.h"

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// As the sections of the list are given to WordSorts.
struct FormWord {
  enum Sort : WordSorts::Sorts {
    naming = 1,
    calling = 2,
    event = 4,
    blow = 8,
    striker = 16,
    struck = 32,
    price = 64,
    puts = 128,
    account = 256,
    desk = 512,
    paper = 1024,
    reading = 2048,
    thing = 4096,
  };
};

// Const after loading.
class FormWords {
 public:
  // Throws std::runtime_error "FILE:LINE: ..." where a list cannot be read.
  FormWords();

  bool has(const AttributionView& view, std::uint32_t word, WordSorts::Sorts sorts) const;
  bool has(std::string_view phrase, WordSorts::Sorts sorts) const { return words_.has(phrase, sorts); }

  // Whether a noun, a name or a pronoun stands for somebody, or for a body, that can speak.
  bool speaks(const AttributionView& view, std::uint32_t word) const {
    return is_person(view, word) || is_body(view, word);
  }
  bool is_person(const AttributionView& view, std::uint32_t word) const;
  bool is_body(const AttributionView& view, std::uint32_t word) const;
  bool is_place(const AttributionView& view, std::uint32_t word) const;

 private:
  WordSorts words_;
  WordSorts sources_;  // data/source_words.txt
  std::vector<std::string> endings_;
  const NameLists& names_ = name_lists();
};

}  // namespace hearsay
