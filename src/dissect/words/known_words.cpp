#include "dissect/words/known_words.h"

#include <algorithm>

namespace hearsay {

std::uint32_t KnownWords::number_of(std::string_view word, bool first) {
  std::size_t slot = hash_bytes(word, first) % slots_.size();
  for (; slots_[slot] != none; slot = (slot + 1) % slots_.size())
    if (const Word& known = words_[slots_[slot]]; known.first == first && known.word == word) return slots_[slot];
  slots_[slot] = static_cast<std::uint16_t>(words_.size());
  bytes_ += word.size();
  words_.push_back({std::string(word), first, features_of(word, first), false, Tag::X, {}});
  return slots_[slot];
}

const std::string& KnownWords::lemma(std::uint32_t number, Tag tag) {
  Word& word = words_[number];
  if (!word.has_lemma || word.tag != tag) {
    word.lemma = lemmas_.lemma_of(word.word, tag, word.first);
    word.tag = tag;
    word.has_lemma = true;
  }
  return word.lemma;
}

void KnownWords::clear() {
  words_.clear();
  bytes_ = 0;
  std::fill(slots_.begin(), slots_.end(), none);
}

}  // namespace hearsay
