// Names are cut into words at punctuation and where a capital follows a lower-case letter; single words and pairs are
// looked up.
#include "clean/pages/page_words.h"

#include "base/word_lists.h"
#include "clean/markup/word_ends.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace hearsay {

namespace {

enum class Hint { never_article, not_article, teaser, others, readers, caption, article };

// Words and pairs by their letters. Most names on most pages are none of them, which their hashes show.
struct Words {
  std::unordered_map<std::string, Hint> hints;
  KnownHashes hashes;
};

std::uint64_t hash_of_name(std::string_view word) { return hash_of(small_letters(ends_of(word))); }

std::uint64_t hash_of_pair(std::uint64_t before, std::uint64_t word) {
  return (before ^ (word >> 7)) * 0xC2B2AE3D27D4EB4Fu;
}

std::uint64_t hash_of_entry(std::string_view entry) {
  const std::size_t space = entry.find(' ');
  if (space == std::string_view::npos) return hash_of_name(entry);
  return hash_of_pair(hash_of_name(entry.substr(0, space)), hash_of_name(entry.substr(space + 1)));
}

Words read_words() {
  Words words;
  // In the order of the hints.
  read_list("data/page_words.txt",
            {"never the article", "not the article", "a teaser or a lead", "of other articles", "what readers write",
             "a caption", "the article"},
            [&](const ListLine& line) {
              for (const std::string_view entry : line.words) {
                words.hints.emplace(entry, static_cast<Hint>(line.sort));
                words.hashes.add(hash_of_entry(entry));
              }
            });
  return words;
}

const Words& words() {
  static const Words read = read_words();
  return read;
}

void note(const std::string& name, NameHints& hints) {
  const auto found = words().hints.find(name);
  if (found == words().hints.end()) return;
  if (found->second == Hint::never_article) hints.never_article = true;
  const bool teaser = found->second == Hint::teaser;
  if (found->second == Hint::not_article || found->second == Hint::others || teaser) hints.not_article = true;
  if (teaser) hints.teaser = true;
  if (found->second == Hint::others) hints.others = true;
  if (found->second == Hint::readers) hints.readers = true;
  if (found->second == Hint::caption) hints.caption = true;
  if (found->second == Hint::article) hints.article = true;
}

void append_small(std::string& text, std::string_view word) {
  for (const char c : word) text += static_cast<char>(c | ('a' - 'A'));
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

NameHints hints_of_names(std::string_view names) {
  names = names.substr(0, 2000);
  NameHints hints;
  struct Word {
    std::string_view letters;  // empty: none
    std::uint64_t hash = 0;
  };
  Word before;
  const auto take = [&](std::string_view letters) {
    const Word word{letters, hash_of_name(letters)};
    const KnownHashes& known = words().hashes;
    std::string small;
    if (known.may_hold(word.hash)) {
      append_small(small, letters);
      note(small, hints);
    }
    if (!before.letters.empty() && known.may_hold(hash_of_pair(before.hash, word.hash))) {
      small.clear();
      append_small(small, before.letters);
      append_small(small += ' ', letters);
      note(small, hints);
    }
    before = word;
  };
  std::size_t begin = 0;  // of the word being read
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool capital = is_capital(c);
    const bool inside = capital || is_small(c);
    const bool ends = !inside || (capital && i > 0 && is_small(names[i - 1]));
    if (ends && i > begin) take(names.substr(begin, i - begin));
    if (ends) begin = inside ? i : i + 1;
    if (c == ' ' || c == '\n' || c == '\t') before = {};
  }
  return hints;
}

bool is_made_of_heading(std::string_view id) {
  constexpr std::size_t fewest_words = 5;
  std::size_t words = 0;
  bool inside = false;
  for (const char c : id) {
    if (!is_small(c) && c != '-' && c != '_') return false;
    words += is_small(c) && !inside;
    inside = is_small(c);
  }
  return words >= fewest_words;
}

}  // namespace hearsay
