// Words, each analysed once: most words of an article have occurred before, in it or in the articles just before.
#pragma once

#include "dissect/words/lemmas.h"
#include "dissect/words/word_features.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

class KnownWords {
 public:
  // So many words are kept, which bounds the memory; the owner clears them when it is full.
  static constexpr std::size_t most = 4096;

  explicit KnownWords(const Lemmas& lemmas) : lemmas_(lemmas), slots_(2 * most, none) {}

  // The number of a word as written, from 0 on in order of first appearance; `first` says whether it begins its
  // sentence, which makes it another word. Not to be called when there are already `most`.
  std::uint32_t number_of(std::string_view word, bool first);

  const WordFeatures& features(std::uint32_t number) const { return words_[number].features; }
  // The lemma that a word has with a tag.
  const std::string& lemma(std::uint32_t number, Tag tag);

  std::size_t size() const { return words_.size(); }
  std::size_t bytes() const { return bytes_; }  // of all known words together, which can be long ones
  void clear();

 private:
  static constexpr std::uint16_t none = 0xffff;
  struct Word {
    std::string word;
    bool first;
    WordFeatures features;
    bool has_lemma = false;
    Tag tag = Tag::X;  // which the lemma goes with; few words come with two
    std::string lemma;
  };

  const Lemmas& lemmas_;
  std::vector<Word> words_;
  std::size_t bytes_ = 0;
  std::vector<std::uint16_t> slots_;  // open addressing, half of it used at most
};

}  // namespace hearsay
