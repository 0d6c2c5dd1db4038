// By listed words alone, not by how many texts have the passage: two texts must be enough. A firm's description begins
// with a heading that names what the text has named before, and goes to the end; a site's wall is known sentence by
// sentence, and where it is most of a text it is all of it.
#include "group/copies/standing_passages.h"

#include "base/word_lists.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <map>

namespace hearsay {

namespace {

// Listed runs of words by the hash of their first.
class Phrases {
 public:
  void add(std::string_view phrase) {
    std::vector<std::uint32_t> hashes;
    for (const Word& word : fold_words(phrase)) hashes.push_back(word.hash);
    if (hashes.empty()) return;
    begins_.set(hashes.front() % begins_.size());
    by_first_[hashes.front()].push_back(std::move(hashes));
  }

  // How many words the longest phrase has that stands at the beginning of these; 0 for none.
  std::size_t length_at(std::span<const Word> words) const {
    if (words.empty() || !begins_[words[0].hash % begins_.size()]) return 0;
    const auto found = by_first_.find(words[0].hash);
    if (found == by_first_.end()) return 0;
    std::size_t longest = 0;
    for (const auto& phrase : found->second) {
      const bool stands = phrase.size() <= words.size() &&
                          std::equal(phrase.begin(), phrase.end(), words.begin(),
                                     [](std::uint32_t hash, const Word& word) { return hash == word.hash; });
      if (stands) longest = std::max(longest, phrase.size());
    }
    return longest;
  }

 private:
  std::bitset<4096> begins_;
  std::map<std::uint32_t, std::vector<std::vector<std::uint32_t>>> by_first_;
};

struct Lists {
  Phrases end_matter, about, wall, inside_a_name, spoken_to;
};

const Lists& lists() {
  static const Lists read = [] {
    Lists made;
    const Sections sections{"end matter", "about", "wall", "inside a name", "spoken to"};
    read_list("data/standing_passages.txt", sections, [&](const ListLine& line) {
      Phrases* const sorts[] = {&made.end_matter, &made.about, &made.wall, &made.inside_a_name, &made.spoken_to};
      for (const std::string_view phrase : line.words) sorts[line.sort]->add(phrase);
    });
    return made;
  }();
  return read;
}

class PassageFinder {
 public:
  PassageFinder(std::string_view text, std::span<const Word> words) : text_(text), words_(words) {}

  std::vector<Span> find() {
    const std::size_t end = begin_of_end_matter();
    std::vector<Span> found = walls(end);
    if (end < words_.size()) found.push_back(hull_of(words_.subspan(end)));
    return found;
  }

 private:
  // The first word of what stands under the text; the number of words where there is none.
  std::size_t begin_of_end_matter() const {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (!words_[i].opens) continue;
      const auto rest = words_.subspan(i);
      const std::size_t length = lists().end_matter.length_at(rest);
      if (length > 0 && is_heading_end(i + length - 1)) return i;
      if (lists().about.length_at(rest) == 1 && names_what_was_named(i)) return i;
    }
    return words_.size();
  }

  // "About Orlen Gravel:" in a text that has said "Gravel", beginning with a capital.
  bool names_what_was_named(std::size_t about) const {
    constexpr std::size_t longest_name = 8;  // words
    bool known = false;
    for (std::size_t i = about + 1; i < std::min(words_.size(), about + 1 + longest_name); ++i) {
      if (!words_[i].capital && lists().inside_a_name.length_at(words_.subspan(i, 1)) == 0) return false;
      known = known || (words_[i].capital && was_named(words_[i].hash, about));
      if (is_heading_end(i)) return known;
    }
    return false;
  }

  bool was_named(std::uint32_t hash, std::size_t before) const {
    const auto earlier = words_.first(before);
    return std::any_of(earlier.begin(), earlier.end(),
                       [&](const Word& word) { return word.hash == hash && word.capital; });
  }

  // A colon, a dash or the line's end follows.
  bool is_heading_end(std::size_t word) const {
    const std::string_view rest = text_.substr(words_[word].end, 12);
    const std::size_t sign = rest.find_first_not_of(" \t*");
    if (sign == std::string_view::npos) return true;
    const std::string_view here = rest.substr(sign);
    return here[0] == ':' || here[0] == '\n' || here[0] == '\r' || here.starts_with("- ") ||
           here.starts_with("\xE2\x80\x93") || here.starts_with("\xE2\x80\x94");
  }

  std::size_t end_of_sentence(std::size_t first, std::size_t end) const {
    std::size_t next = first + 1;
    while (next < end && !words_[next].opens) ++next;
    return next;
  }

  // A button ("Accept all") speaks to nobody; behind a sentence of a wall it belongs to that.
  bool is_wall(std::size_t first, std::size_t end, bool after_wall) const {
    bool wall = false;
    bool spoken_to = after_wall;
    for (std::size_t i = first; i < end && !(wall && spoken_to); ++i) {
      const auto rest = words_.subspan(i, end - i);
      wall = wall || lists().wall.length_at(rest) > 0;
      spoken_to = spoken_to || (!words_[i].quoted && lists().spoken_to.length_at(rest) > 0);
    }
    return wall && spoken_to;
  }

  // The sentences of a site's wall among the words before `end`.
  std::vector<Span> walls(std::size_t end) const {
    std::vector<Span> found;
    std::size_t in_walls = 0;
    bool after_wall = false;
    for (std::size_t first = 0; first < end;) {
      const std::size_t next = end_of_sentence(first, end);
      after_wall = is_wall(first, next, after_wall);
      if (after_wall) {
        found.push_back(hull_of(words_.subspan(first, next - first)));
        in_walls += next - first;
      }
      first = next;
    }
    if (end > 0 && 2 * in_walls > end) return {hull_of(words_.first(end))};
    return found;
  }

  std::string_view text_;
  std::span<const Word> words_;
};

}  // namespace

std::vector<Span> find_standing_passages(std::string_view text, std::span<const Word> words) {
  return PassageFinder(text, words).find();
}

void leave_out_standing(std::string_view text, std::vector<Word>& words) {
  const std::vector<Span> passages = find_standing_passages(text, words);
  if (passages.empty()) return;
  auto passage = passages.begin();
  std::erase_if(words, [&](const Word& word) {
    while (passage != passages.end() && passage->end <= word.begin) ++passage;
    return passage != passages.end() && passage->begin <= word.begin;
  });
}

}  // namespace hearsay
