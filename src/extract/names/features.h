// What the names model sees of a text: facts of each word, and the hashed features of the words that may be names.
#pragma once

#include "dissect/words/dissection.h"
#include "extract/names/gazetteer.h"
#include "extract/names/lists.h"
#include "extract/names/sheet.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

class WordClasses;

class NameFeatures {
 public:
  NameFeatures(const NameLists& lists, const Gazetteer& gazetteer, const WordClasses& classes)
      : lists_(lists), gazetteer_(gazetteer), classes_(classes) {}

  // The sheet of the tokens [first, last) of a dissection of `text`.
  NameSheet read(std::string_view text, const Dissection& dissection, std::uint32_t first, std::uint32_t last) const;

  // Appends the features of a token.
  void add(const NameSheet& sheet, std::size_t token, std::vector<std::uint64_t>& features) const;

 private:
  NameWord facts_of(std::string_view word, Tag tag) const;
  void set_classes(NameWord& word) const;
  void find_known_phrases(std::string_view text, const Dissection& dissection, std::uint32_t first,
                          NameSheet& sheet) const;

  const NameLists& lists_;
  const Gazetteer& gazetteer_;
  const WordClasses& classes_;
};

}  // namespace hearsay
