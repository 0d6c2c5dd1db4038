// Forty bits are short enough to be read out, and make one chance in a million that two of a thousand points meet.
#include "present/words/addresses.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

namespace hearsay {

namespace {

// Letters and digits that are not taken for one another (Crockford's base 32).
std::string letters_of(std::uint64_t hash) {
  constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string word(8, '0');
  for (char& letter : word) {
    letter = letters[hash >> 59];
    hash <<= 5;
  }
  return word;
}

}  // namespace

std::vector<std::string> point_addresses(const Account& account) {
  const auto representative = [&](std::size_t point) -> const Claim& {
    return account.claims[account.points[point].representative];
  };
  const auto place = [&](std::size_t point) {
    const Claim& claim = representative(point);
    return std::tuple(claim.article, claim.span.begin, account.points[point].representative);
  };
  std::vector<std::size_t> by_place(account.points.size());
  std::iota(by_place.begin(), by_place.end(), 0);
  std::sort(by_place.begin(), by_place.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  std::vector<std::string> addresses(account.points.size());
  std::map<std::string, int> times;
  for (const std::size_t point : by_place) {
    const Claim& claim = representative(point);
    const Article& article = account.articles[claim.article];
    std::string bytes = article.id;
    bytes.append(1, '\0').append(words_at(article.text, claim.span));
    std::string& address = addresses[point];
    address = "p-" + letters_of(XXH3_64bits(bytes.data(), bytes.size()));
    if (const int time = ++times[address]; time > 1) address += fmt::format("-{}", time);
  }
  return addresses;
}

}  // namespace hearsay
