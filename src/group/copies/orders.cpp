// The longest common subsequence is found 64 marks at a time (Hyyrö, 2004): a few hundred steps for two reports. It
// does not know that two spellings are one name.
#include "group/copies/orders.h"

#include "group/held/word_codes.h"

#include <algorithm>
#include <bit>
#include <map>

namespace hearsay {

namespace {

constexpr std::size_t most_marks = 512;
constexpr std::uint16_t quotation = WordCodes::one_byte;  // no word's code

bool is_mark(const PlacedWords& text, std::size_t i) {
  const bool ends_name = text.places[i].name != 0 && (i + 1 == text.words.size() || text.places[i + 1].name == 0);
  return ends_name || WordCodes::is_number(text.words[i]);
}

}  // namespace

std::vector<std::uint16_t> order_of(const PlacedWords& text) {
  std::vector<std::uint16_t> order;
  std::uint32_t quoted = 0;
  for (std::size_t i = 0; i < text.words.size() && order.size() < most_marks; ++i) {
    if (text.places[i].quoted > quoted) order.push_back(quotation);
    quoted = text.places[i].quoted;
    if (is_mark(text, i)) order.push_back(text.words[i]);
  }
  return order;
}

std::vector<std::size_t> marks_in(const PlacedWords& text) {
  std::vector<std::size_t> marks;
  for (std::size_t i = 0; i < text.words.size() && marks.size() < most_marks; ++i) {
    if (is_mark(text, i)) marks.push_back(i);
  }
  return marks;
}

OrderMatch match_orders(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) {
  const std::size_t blocks = (a.size() + 63) / 64;
  std::map<std::uint16_t, std::vector<std::uint64_t>> places;  // in `a`, a bit each
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto& bits = places[a[i]];
    bits.resize(blocks);
    bits[i / 64] |= 1ULL << (i % 64);
  }
  std::vector<std::uint64_t> open(blocks, ~0ULL);  // a cleared bit is a mark of the subsequence
  for (const std::uint16_t mark : b) {
    const auto found = places.find(mark);
    if (found == places.end()) continue;
    std::uint64_t carry = 0;
    for (std::size_t k = 0; k < blocks; ++k) {
      const std::uint64_t met = open[k] & found->second[k];
      const std::uint64_t sum = open[k] + met;
      const std::uint64_t carried = sum + carry;
      const bool overflow = sum < open[k] || carried < sum;
      open[k] = carried | (open[k] & ~found->second[k]);
      carry = overflow ? 1 : 0;
    }
  }
  std::size_t common = 0;
  for (std::size_t k = 0; k < blocks; ++k) common += static_cast<std::size_t>(std::popcount(~open[k]));
  return {common, std::min(a.size(), b.size()), std::max(a.size(), b.size())};
}

bool is_one_order(const OrderMatch& match) {
  constexpr std::size_t enough = 7;
  return match.common >= enough && 4 * match.common >= 3 * match.shorter && 3 * match.common >= 2 * match.longer;
}

}  // namespace hearsay
