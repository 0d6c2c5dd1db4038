// Document frequencies of a news collection in a table used where it lies. Layout, little endian: the magic "HSWW", the
// number of articles, the number of slots (a power of two), then slots x 4 bytes of keys (0: empty), then slots x 4
// bytes of counts. Keys are probed one by one from hash % slots.
#include "group/stories/word_weights.h"

#include "base/resources.h"

#include <cmath>
#include <cstring>
#include <stdexcept>

namespace hearsay {

namespace {

std::uint32_t number_at(const unsigned char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

// FNV-1a undone by one byte: its multiplier is odd, so it has an inverse modulo 2^32.
std::uint32_t without_last(std::uint32_t hash, unsigned char byte) {
  constexpr std::uint32_t inverse = 0x359C449BU;
  static_assert(16777619U * inverse == 1U);
  return (hash * inverse) ^ byte;
}

}  // namespace

WordWeights::WordWeights(std::string_view bytes) : counts_(nullptr), keys_(nullptr) {
  constexpr std::size_t header = 12;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  if (bytes.size() < header || bytes.substr(0, 4) != "HSWW")
    throw std::runtime_error("models/word_weights.bin is damaged");
  articles_ = number_at(data + 4);
  slots_ = number_at(data + 8);
  const bool power_of_two = slots_ != 0 && (slots_ & (slots_ - 1)) == 0;
  if (!power_of_two || articles_ == 0 || bytes.size() != header + 8ULL * slots_) {
    throw std::runtime_error("models/word_weights.bin is damaged");
  }
  keys_ = data + header;
  counts_ = keys_ + 4ULL * slots_;
  constexpr std::uint32_t counts_prepared = 1024;
  for (std::uint32_t count = 0; count < counts_prepared; ++count) rarities_.push_back(-std::log(part_of(count)));
}

const WordWeights& WordWeights::shared() {
  static const WordWeights weights(resource("models/word_weights.bin"));
  return weights;
}

std::uint32_t WordWeights::count_of(std::uint32_t stem) const {
  for (std::uint32_t slot = stem & (slots_ - 1), tried = 0; tried < slots_; slot = (slot + 1) & (slots_ - 1), ++tried) {
    const std::uint32_t key = number_at(keys_ + 4ULL * slot);
    if (key == 0) break;
    if (key == stem) return number_at(counts_ + 4ULL * slot);
  }
  return 0;
}

float WordWeights::part_of(std::uint32_t count) const {
  constexpr float half = 0.5F;  // an article
  return (static_cast<float>(count) + half) / static_cast<float>(articles_ + 1);
}

float WordWeights::part_of_articles(std::uint32_t stem) const { return part_of(count_of(stem)); }

WordWeights::Known WordWeights::look_up(std::uint32_t stem) const {
  const std::uint32_t count = count_of(stem);
  const float part = part_of(count);
  return {part, count < rarities_.size() ? rarities_[count] : -std::log(part)};
}

namespace {

std::uint32_t hash_without_ending(std::uint32_t word_hash, std::string_view word) {
  const auto is_s = [](char letter) { return letter == 's' || letter == 'S'; };
  if (word.size() < 3 || !is_s(word.back())) return word_hash;
  if (word[word.size() - 2] == '\'') {
    word_hash = without_last(without_last(word_hash, 's'), '\'');
    word.remove_suffix(2);
  } else if (word.size() > 4 && word.ends_with("\xE2\x80\x99s")) {
    word_hash = without_last(without_last(word_hash, 's'), '\'');
    word.remove_suffix(4);
  }
  constexpr std::size_t short_word = 4;
  if (word.size() > short_word && is_s(word.back()) && !is_s(word[word.size() - 2])) {
    word_hash = without_last(word_hash, 's');
  }
  return word_hash;
}

}  // namespace

std::uint32_t stem_hash(std::uint32_t word_hash, std::string_view word) {
  const std::uint32_t hash = hash_without_ending(word_hash, word);
  const std::uint32_t stem = (hash ^ (hash >> 24)) & 0xFFFFFFU;
  return stem == 0 ? 1 : stem;  // 0 marks free places in tables
}

}  // namespace hearsay
