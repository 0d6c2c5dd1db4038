// Codes of two bytes are dealt out in ranges: the listed words, each its own; numbers; words whose length is no plain
// count of letters; and one range for each length, wider where English has more words. A word takes the code in its
// range that its hash leads to. The length costs nothing so, and tells words apart that a shorter hash would confuse.
#include "group/held/word_codes.h"

#include "base/word_lists.h"

#include <xxhash.h>

#include <array>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t known_slots = 2048;
constexpr std::size_t longest_word = 255;   // bytes
constexpr std::uint16_t told_apart = 1280;  // words of more than fifteen letters or of other scripts

// Codes for words of 1 letter, of 2, ...
constexpr std::array<std::uint16_t, 15> by_length = {64,   160, 480, 1152, 1536, 1728, 1792, 1472,
                                                     1152, 832, 512, 288,  160,  96,   96};
constexpr std::uint16_t first_told_apart = WordCodes::two_bytes + 512 + 3072;  // after listed words and numbers

constexpr std::array<std::uint16_t, by_length.size()> first_by_length = [] {
  std::array<std::uint16_t, by_length.size()> first{};
  unsigned next = first_told_apart + told_apart;
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = static_cast<std::uint16_t>(next);
    next += by_length[i];
  }
  return first;
}();
static_assert(first_by_length.back() + by_length.back() == 0x10000);

std::uint16_t pick(std::uint32_t hash, std::uint16_t first, std::uint16_t count) {
  // The hash's last bits are its best mixed ones, so they are brought to the top.
  const std::uint64_t mixed = hash * 0x9E3779B1U;
  return static_cast<std::uint16_t>(first + ((mixed * count) >> 32));
}

std::size_t slot_of(std::uint32_t hash) { return (hash * 0x9E3779B1U) >> 21; }
static_assert(known_slots == 1U << (32 - 21));

}  // namespace

WordCodes::WordCodes() : known_(known_slots), lengths_(0x10000), senses_(std::size_t(one_byte) + most_listed) {
  static_assert(first_told_apart == first_number + numbers);
  for (std::size_t i = 0; i < by_length.size(); ++i) {
    const auto begin = lengths_.begin() + first_by_length[i];
    std::fill(begin, begin + by_length[i], static_cast<std::uint8_t>(i + 1));
  }
  read_common_words();
  read_copier_words();
  read_number_words();
}

const WordCodes& WordCodes::shared() {
  static const WordCodes codes;
  return codes;
}

const WordCodes::Known* WordCodes::find(std::uint32_t hash) const {
  for (std::size_t slot = slot_of(hash); known_[slot].taken; slot = (slot + 1) % known_slots) {
    if (known_[slot].hash == hash) return &known_[slot];
  }
  return nullptr;
}

// The word's place in the table; a new one has a code of two bytes, as long as there are any.
WordCodes::Known& WordCodes::enter(std::string_view word) {
  const std::uint32_t hash = hash_of_word(word);
  std::size_t slot = slot_of(hash);
  while (known_[slot].taken && known_[slot].hash != hash) slot = (slot + 1) % known_slots;
  Known& known = known_[slot];
  if (known.taken) return known;
  if (listed_ == most_listed) throw std::invalid_argument("more than 512 words are listed");
  known = {hash, static_cast<std::uint16_t>(two_bytes + listed_++), static_cast<std::uint8_t>(word.size()), true, {}};
  lengths_[known.code] = known.length;
  return known;
}

void WordCodes::read_common_words() {
  read_list("data/common_words.txt", {""}, [this](const ListLine& line) {
    for (const std::string_view word : line.words) {
      if (common_ == one_byte) return;
      if (word.size() > longest_word || find(hash_of_word(word)) != nullptr) continue;
      Known& known = enter(word);
      --listed_;
      lengths_[known.code] = 0;
      known.code = common_++;
      lengths_[known.code] = known.length;
      note(word);
    }
  });
}

void WordCodes::read_copier_words() {
  read_list("data/copier_words.txt", {"hedge", "source", "reporting"}, [this](const ListLine& line) {
    for (const std::string_view word : line.words) {
      if (word.size() > longest_word) continue;
      Known& known = enter(word);
      if (line.section == "hedge") known.senses.hedge = true;
      if (line.section == "source") known.senses.source = true;
      if (line.section == "reporting") {
        known.senses.reporting = true;
        reporting_.set(known.hash % reporting_.size());
      }
      keep_senses(known);
      note(word);
    }
  });
}

void WordCodes::read_number_words() {
  read_list("data/numbers.txt", {}, [this](const ListLine& line) {
    if (line.section != "number words" || line.key.find(' ') != std::string_view::npos) return;
    Known& known = enter(line.key);
    known.senses.digits = hash_of_word(line.word());
    keep_senses(known);
    note(line.key);
    note(line.word());
  });
}

void WordCodes::keep_senses(const Known& known) {
  senses_[known.code < one_byte ? known.code : known.code - two_bytes + one_byte] = known.senses;
}

// With its end, so that "ab c" and "a bc" are two lists.
void WordCodes::note(std::string_view word) {
  fingerprint_ = XXH3_64bits_withSeed(word.data(), word.size(), fingerprint_ + 1);
}

std::uint16_t WordCodes::code_of(const Word& word, std::uint32_t code_points) const {
  if (const Known* known = find(word.hash); known != nullptr && known->length == code_points) return known->code;
  if (word.number) return code_of_number(word.hash);
  // A letter of more than one byte tells another script, or a capital that folds to more letters than it has.
  if (code_points > by_length.size() || word.end - word.begin > code_points + code_points / 2)
    return pick(word.hash, first_told_apart, told_apart);
  return pick(word.hash, first_by_length[code_points - 1], by_length[code_points - 1]);
}

std::uint16_t WordCodes::code_of_number(std::uint32_t hash) { return pick(hash, first_number, numbers); }

Senses WordCodes::senses_of(std::uint32_t hash) const {
  const Known* known = find(hash);
  return known == nullptr ? Senses() : known->senses;
}

Senses WordCodes::senses_of_code(std::uint16_t code) const {
  if (code < one_byte) return senses_[code];
  return code < first_number ? senses_[code - two_bytes + one_byte] : Senses();
}

}  // namespace hearsay
