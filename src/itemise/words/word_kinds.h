// What kind of thing a noun names and what kind of deed a verb tells of (models/word_kinds.bin, from WordNet).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hearsay {

// The lexicographer files of WordNet's first senses that anything here asks for; others keep their numbers.
namespace noun_kind {
inline constexpr std::uint8_t act = 4, artifact = 6, communication = 10, group = 14, location = 15, person = 18,
                              quantity = 23, time = 28;
}
namespace verb_kind {
inline constexpr std::uint8_t cognition = 31, communication = 32, perception = 39;
}

// Const after loading, shared by all threads.
class WordKinds {
 public:
  // Throws std::runtime_error when the bytes are no such table. They must outlive this.
  explicit WordKinds(std::string_view bytes);

  // Take a base form in small letters; 0 for words that are no noun, or no verb.
  std::uint8_t of_noun(std::string_view lemma) const { return at(nouns_, lemma); }
  std::uint8_t of_verb(std::string_view lemma) const { return at(verbs_, lemma); }

 private:
  std::uint8_t at(std::span<const std::uint8_t> kinds, std::string_view lemma) const;

  std::span<const std::uint32_t> words_;  // hashes in rising order
  std::span<const std::uint8_t> nouns_;
  std::span<const std::uint8_t> verbs_;
};

// The one table, read at the first call.
const WordKinds& word_kinds();

}  // namespace hearsay
