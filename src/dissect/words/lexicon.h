// English words' forms with their base forms: "casualties" is "casualty", "shelled" is "shell", "leaves" is "leaf" as a
// noun and "leave" as a verb.
#pragma once

#include "dissect/arithmetic/model_file.h"
#include "dissect/words/dissection.h"
#include "dissect/words/endings.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Const after loading; nothing is copied but a few hundred endings. Holds nouns, verbs, adjectives and adverbs, base
// forms too; names and all other words are not in it.
class Lexicon {
 public:
  struct Entry {
    std::string form;  // of letters from a to z
    Tag tag = Tag::NOUN;
    std::string lemma;
  };

  // Points into the bytes of models/lemmas.bin. Throws std::runtime_error, naming the file, when it is broken.
  explicit Lexicon(std::string_view bytes);

  // The base form of a word in small letters; nothing where it is not known as a word of that tag.
  std::optional<std::string> find(std::string_view word, Tag tag) const;

  // The bytes for entries in any order, no two of one form and tag. Throws std::runtime_error for other letters and
  // tags and for more words than the form has room for.
  static std::string write(std::vector<Entry> entries);

 private:
  const std::uint32_t* edge(std::uint32_t node, char label) const;

  ModelFile file_;
  std::span<const std::uint32_t> edges_;
  std::vector<Ending> endings_;
};

// The lexicon that ships with the program, read on first use and shared by all threads.
const Lexicon& english_lexicon();

}  // namespace hearsay
