// Counts in how many articles of JSON lines each word stands, for models/word_weights.bin. Usage:
//   count_words OUTPUT PATH...
// Words that stand in one article only are left out: an unknown word weighs as much. Deterministic.
#include "group/held/words.h"
#include "group/stories/word_weights.h"
#include "run/inputs/reading.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using Counts = std::map<std::uint32_t, std::uint32_t>;

void put(std::string& bytes, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift);
}

std::string table_of(const Counts& counts, std::uint32_t articles) {
  const auto slots = static_cast<std::uint32_t>(std::bit_ceil(2 * counts.size() + 1));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> table(slots);
  for (const auto& [word, count] : counts) {
    std::uint32_t slot = word & (slots - 1);
    while (table[slot].first != 0) slot = (slot + 1) & (slots - 1);
    table[slot] = {word, count};
  }
  std::string bytes = "HSWW";
  put(bytes, articles);
  put(bytes, slots);
  for (const auto& entry : table) put(bytes, entry.first);
  for (const auto& entry : table) put(bytes, entry.second);
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: count_words OUTPUT PATH...\n", stderr);
    return 2;
  }
  Counts counts;
  std::uint32_t articles = 0;
  hearsay::read_articles(
      std::vector<std::string>(argv + 2, argv + argc),
      [&](const hearsay::Article& article) {
        std::set<std::uint32_t> words;
        for (const hearsay::Word& word : hearsay::fold_words(article.text)) {
          words.insert(hearsay::stem_hash(word.hash, hearsay::words_at(article.text, word.span())));
        }
        for (const std::uint32_t word : words) ++counts[word];
        ++articles;
      },
      [](const hearsay::Problem& problem) {
        std::fprintf(stderr, "%s: %s\n", problem.where.c_str(), problem.reason.c_str());
      });
  std::erase_if(counts, [](const auto& entry) { return entry.second < 2 || entry.first == 0; });
  const std::string bytes = table_of(counts, articles);
  std::ofstream(argv[1], std::ios::binary) << bytes;
  std::printf("%u articles, %zu words, %zu bytes\n", articles, counts.size(), bytes.size());
}
