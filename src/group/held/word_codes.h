// The numbers by which held texts keep their words.
#pragma once

#include "group/held/words.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// What a word does to a claim (data/copier_words.txt, data/numbers.txt); a word may do several.
struct Senses {
  bool hedge = false;
  bool source = false;
  bool reporting = false;
  std::uint32_t digits = 0;  // of a number word: the hash of its digits, "9" for "nine"
};

// A code has 14 bits and a little: equal words have equal codes, and two words share one by chance about once in 8,000,
// never one of the lists' words. A code below `one_byte` is a common word's (data/common_words.txt); the others begin
// at `two_bytes`. The code of a word of up to 15 letters tells how many.
class WordCodes {
 public:
  static constexpr std::uint16_t one_byte = 192;
  static constexpr std::uint16_t two_bytes = one_byte << 8;

  // Reads the lists. Throws std::runtime_error where one is missing or cannot be read.
  WordCodes();

  static const WordCodes& shared();

  // `code_points` is the word's length in the text.
  std::uint16_t code_of(const Word& word, std::uint32_t code_points) const;

  // Of a word by its hash, and by its code.
  Senses senses_of(std::uint32_t hash) const;
  Senses senses_of_code(std::uint16_t code) const;

  // Whether the word with this hash is a reporting one; quick where it is not.
  bool is_reporting(std::uint32_t hash) const {
    return reporting_[hash % reporting_.size()] && senses_of(hash).reporting;
  }
  static bool is_number(std::uint16_t code) { return code >= first_number && code < first_number + numbers; }

  // The code of the number whose digits have this hash.
  static std::uint16_t code_of_number(std::uint32_t hash);

  // Code points of the word; 0 where the code does not say.
  std::uint32_t length_of(std::uint16_t code) const { return lengths_[code]; }

  // Changes with the lists, so that a state saved with others is told.
  std::uint64_t fingerprint() const { return fingerprint_; }

 private:
  static constexpr std::uint16_t most_listed = 512;
  static constexpr std::uint16_t first_number = two_bytes + most_listed;
  static constexpr std::uint16_t numbers = 3072;

  struct Known {
    std::uint32_t hash = 0;
    std::uint16_t code = 0;
    std::uint8_t length = 0;
    bool taken = false;
    Senses senses;
  };
  const Known* find(std::uint32_t hash) const;
  Known& enter(std::string_view word);
  void read_common_words();
  void read_copier_words();
  void read_number_words();
  void keep_senses(const Known& known);
  void note(std::string_view word);  // in the fingerprint

  std::vector<Known> known_;           // open addressing
  std::vector<std::uint8_t> lengths_;  // by code
  std::vector<Senses> senses_;         // by code, of the listed words
  std::bitset<4096> reporting_;        // by the last bits of the hashes of reporting words
  std::uint16_t common_ = 0;
  std::uint16_t listed_ = 0;
  std::uint64_t fingerprint_ = 0;
};

}  // namespace hearsay
