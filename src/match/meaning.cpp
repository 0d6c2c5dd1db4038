// A table of word-piece vectors in the manner of Model2Vec (Tulkens and van Dongen 2024): words are lower-cased, cut
// into the longest known pieces (WordPiece, Wu et al. 2016), and their vectors, already weighted by rarity, are added
// up. Word order is lost; what order tells (who did what to whom) is compared on the grammar instead.
// tools/distil_meaning.py draws the file's layout.
#include "match/meaning.h"

#include "base/folding.h"
#include "base/resources.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t longest_word_bytes = 100;

std::size_t aligned(std::size_t byte) { return (byte + 63) / 64 * 64; }

}  // namespace

Meaning::Meaning() {
  const std::string_view file = resource("models/meaning.bin");
  std::uint32_t header[4] = {};
  if (file.size() < 24 || file.substr(0, 8) != std::string_view("HSMEAN1\0", 8)) {
    throw std::runtime_error("models/meaning.bin is not a table of meanings");
  }
  std::memcpy(header, file.data() + 8, sizeof header);
  const std::size_t pieces = header[0], slots = header[2];
  size_ = header[1];
  const std::size_t table = aligned(24);
  const std::size_t begins = aligned(table + 4 * slots);
  const std::size_t names = aligned(begins + 4 * (pieces + 1));
  const std::size_t scales = aligned(names + header[3]);
  const std::size_t vectors = aligned(scales + 4 * pieces);
  if (slots <= pieces || file.size() < vectors + pieces * size_)
    throw std::runtime_error("models/meaning.bin is cut short");
  pieces_ = {{reinterpret_cast<const std::uint32_t*>(file.data() + table), slots},
             {reinterpret_cast<const std::uint32_t*>(file.data() + begins), pieces + 1},
             file.substr(names, header[3])};
  scales_ = reinterpret_cast<const float*>(file.data() + scales);
  vectors_ = reinterpret_cast<const signed char*>(file.data() + vectors);
}

void Meaning::add_word(std::string_view word, std::vector<float>& sum) const {
  if (word.size() > longest_word_bytes) return;
  for (const PieceTable::Part& part : pieces_.parts_of(word)) {
    const signed char* row = vectors_ + part.number * size_;
    for (std::size_t i = 0; i < size_; ++i) sum[i] += scales_[part.number] * static_cast<float>(row[i]);
  }
}

std::vector<float> Meaning::vector_of(std::string_view text) const {
  std::vector<float> sum(size_, 0.0F);
  std::string word;
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = code_point_at(text, byte);
    byte += c.size_bytes;
    if (u_isalnum(static_cast<UChar32>(c.value))) {
      append_utf8(word, plain_letter(c.value));
      continue;
    }
    add_word(word, sum);
    word.clear();
  }
  add_word(word, sum);
  float length = 0;
  for (const float x : sum) length += x * x;
  if (length > 0) {
    for (float& x : sum) x /= std::sqrt(length);
  }
  return sum;
}

float likeness(const std::vector<float>& a, const std::vector<float>& b) {
  std::array<float, 8> sums{};  // several sums at a time go side by side in one register
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t i = 0;
  for (; i + sums.size() <= size; i += sums.size()) {
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += a[i + j] * b[i + j];
  }
  float product = 0;
  for (const float sum : sums) product += sum;
  for (; i < size; ++i) product += a[i] * b[i];
  return product;
}

}  // namespace hearsay
