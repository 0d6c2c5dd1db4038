// The base form of a word: "left" is "leave" where it is a verb.
#pragma once

#include "dissect/arithmetic/feature_table.h"
#include "dissect/arithmetic/model_file.h"
#include "dissect/words/dissection.h"
#include "dissect/words/endings.h"
#include "dissect/words/lexicon.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Nouns, verbs, adjectives and adverbs that the lexicon knows have its base form. The others go as learned from a
// treebank: which ending is taken off and put on for a word, or else for the longest known end of it, with a tag, as
// far as the result is spelt like a base form (guess_base). Whether a word's capitals stay is learned for all. Const
// after loading.
class Lemmas {
 public:
  enum class Case : std::uint8_t { lower, as_written, upper, title };
  // How a word is written: all small, with a capital, in capitals, or with a capital that begins the sentence.
  enum class Form : std::uint8_t { small, capital, capitals, first_capital };

  // Points into the file's bytes. Throws std::runtime_error when the model is broken.
  explicit Lemmas(const ModelFile& file);

  // The lemma of a word as written; `first` says whether it begins its sentence. An empty word has an empty lemma.
  std::string lemma_of(std::string_view word, Tag tag, bool first) const;

  // Shared with the trainer: a word's form, the keys of its endings from the longest to the shortest (the whole word
  // first), and what a decision gives.
  static constexpr std::size_t most_keys = 7;
  struct Keys {
    std::array<std::uint64_t, most_keys> hashes;
    std::size_t count = 0;
  };
  static Form form_of(std::string_view word, bool first);
  static Keys ending_keys(std::string_view small, Tag tag);
  static Keys case_keys(std::string_view small, Tag tag, Form form);
  static std::string put_case(std::string_view lower_lemma, std::string_view word, const Ending& ending, Case how);

 private:
  std::string base_of(std::string_view small, Tag tag) const;

  const Lexicon& lexicon_;
  FeatureTable endings_of_;
  FeatureTable cases_of_;
  std::vector<Ending> endings_;
};

}  // namespace hearsay
