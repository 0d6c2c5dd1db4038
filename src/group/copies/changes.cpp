// Runs that keep their order in both texts are a chain (patience sort's longest increasing run); a change is what lies
// between two neighbours of the chain. Text moved elsewhere is seen as dropped here, and the passage shows where it
// went.
#include "group/copies/changes.h"

#include "group/held/word_codes.h"

#include <algorithm>
#include <string_view>

namespace hearsay {

namespace {

constexpr std::size_t most_changes = 500;
constexpr std::size_t sentence = 24;  // words; where more were dropped, more than a hedge or a source was
constexpr std::size_t longest_compared = 60;
constexpr std::size_t few_words = 12;  // so many words can stand for so many others; beyond, they are dropped and added

// The questions asked of a text's words, whether an article's own or those held of it.
class ReadWords {
 public:
  explicit ReadWords(std::span<const Word> words) : words_(words) {}
  std::size_t size() const { return words_.size(); }
  std::uint32_t word(std::size_t i) const { return words_[i].hash; }
  bool is_number(std::size_t i) const { return words_[i].number; }
  std::uint32_t number(std::uint32_t digits) const { return digits; }
  bool is_quoted(std::size_t i) const { return words_[i].quoted; }
  Senses senses(std::size_t i) const { return codes_.senses_of(words_[i].hash); }
  Span span(std::size_t i) const { return words_[i].span(); }

 private:
  std::span<const Word> words_;
  const WordCodes& codes_ = WordCodes::shared();
};

class HeldWords {
 public:
  explicit HeldWords(const PlacedWords& text) : text_(text) {}
  std::size_t size() const { return text_.words.size(); }
  std::uint32_t word(std::size_t i) const { return text_.words[i]; }
  bool is_number(std::size_t i) const { return WordCodes::is_number(text_.words[i]); }
  std::uint32_t number(std::uint32_t digits) const { return WordCodes::code_of_number(digits); }
  bool is_quoted(std::size_t i) const { return text_.places[i].quoted != 0; }
  Senses senses(std::size_t i) const { return codes_.senses_of_code(text_.words[i]); }
  Span span(std::size_t i) const { return {text_.places[i].begin, text_.places[i].end}; }

 private:
  const PlacedWords& text_;
  const WordCodes& codes_ = WordCodes::shared();
};

// Some of a text's words, [begin, end).
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin == end; }
  std::size_t size() const { return end - begin; }
};

// The longest part of the runs (which are in the order of `to`) that is in the order of `from` too.
std::vector<Run> chain_of(std::span<const Run> runs) {
  std::vector<std::size_t> ends;  // of the chain of each length, the run that ends earliest in `from`
  std::vector<std::size_t> before(runs.size(), runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto place = std::lower_bound(ends.begin(), ends.end(), runs[i].from, [&](std::size_t run, std::size_t from) {
      return runs[run].from + runs[run].count <= from;
    });
    if (place != ends.begin()) before[i] = *(place - 1);
    if (place == ends.end())
      ends.push_back(i);
    else if (runs[i].from + runs[i].count < runs[*place].from + runs[*place].count)
      *place = i;
  }
  std::vector<Run> chain;
  for (std::size_t i = ends.empty() ? runs.size() : ends.back(); i < runs.size(); i = before[i])
    chain.push_back(runs[i]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

// Runs end where the next one begins: a greedy match may lay two over one place of `to`.
std::vector<Run> without_overlaps(std::vector<Run> chain) {
  std::size_t reached = 0;
  for (Run& run : chain) {
    const std::size_t over = run.to < reached ? std::min(run.count, reached - run.to) : 0;
    run = {run.from + over, run.to + over, run.count - over};
    reached = std::max(reached, run.to + run.count);
  }
  std::erase_if(chain, [](const Run& run) { return run.count == 0; });
  return chain;
}

template <class Words>
class Comparison {
 public:
  Comparison(const Words& from, const Words& to) : from_(from), to_(to) {}

  std::vector<Change> changes(std::span<const Run> runs) {
    const std::vector<Run> chain = without_overlaps(chain_of(runs));
    if (chain.empty()) return {};
    std::size_t from = 0;
    std::size_t to = 0;
    for (const Run& run : chain) {
      compare({from, run.from}, {to, run.to});
      from = run.from + run.count;
      to = run.to + run.count;
    }
    compare({from, from_.size()}, {to, to_.size()});
    return std::move(changes_);
  }

 private:
  // What stands between two runs is compared word by word where it is short enough.
  void compare(Part from, Part to) {
    if (from.empty() || to.empty() || from.size() > longest_compared || to.size() > longest_compared)
      return tell(from, to);
    for (const Run& equal : equal_words(from, to)) {
      tell({from.begin, equal.from}, {to.begin, equal.to});
      from.begin = equal.from + equal.count;
      to.begin = equal.to + equal.count;
    }
    tell(from, to);
  }

  // The stretches of a longest common subsequence of two parts; single words count only in a few words.
  std::vector<Run> equal_words(Part from, Part to) const {
    const std::size_t width = to.size() + 1;
    std::vector<std::uint8_t> longest((from.size() + 1) * width);  // of the rests of both parts
    for (std::size_t i = from.size(); i-- > 0;) {
      for (std::size_t j = to.size(); j-- > 0;) {
        const bool same = from_.word(from.begin + i) == to_.word(to.begin + j);
        longest[i * width + j] = same ? static_cast<std::uint8_t>(longest[(i + 1) * width + j + 1] + 1)
                                      : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
      }
    }
    std::vector<Run> found;
    for (std::size_t i = 0, j = 0; i < from.size() && j < to.size();) {
      if (from_.word(from.begin + i) == to_.word(to.begin + j)) {
        const Run next{from.begin + i++, to.begin + j++, 1};
        const bool goes_on = !found.empty() && found.back().from + found.back().count == next.from &&
                             found.back().to + found.back().count == next.to;
        if (goes_on)
          ++found.back().count;
        else
          found.push_back(next);
      } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
    constexpr std::size_t few = 6;
    if (from.size() > few || to.size() > few) std::erase_if(found, [](const Run& run) { return run.count == 1; });
    return found;
  }

  void tell(Part from, Part to) {
    if (from.size() <= few_words && to.size() <= few_words) return add(from, to);
    add(from, {to.begin, to.begin});
    add({from.end, from.end}, to);
  }

  void add(Part from, Part to) {
    if ((from.empty() && to.empty()) || changes_.size() >= most_changes) return;
    changes_.push_back({kind_of(from, to), place_of(from_, from), place_of(to_, to)});
  }

  static bool has(const Words& words, Part part, bool Senses::*sense) {
    for (std::size_t i = part.begin; i < part.end; ++i) {
      if (words.senses(i).*sense) return true;
    }
    return false;
  }

  static std::vector<std::uint32_t> numbers_of(const Words& words, Part part) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = part.begin; i < part.end; ++i) {
      if (const std::uint32_t digits = words.senses(i).digits; digits != 0)
        numbers.push_back(words.number(digits));
      else if (words.is_number(i))
        numbers.push_back(words.word(i));
    }
    return numbers;
  }

  static bool all_quoted(const Words& words, Part part) {
    for (std::size_t i = part.begin; i < part.end; ++i) {
      if (!words.is_quoted(i)) return false;
    }
    return true;
  }

  Change::Kind kind_of(Part from, Part to) const {
    const auto is_lost = [&](bool Senses::*sense) { return has(from_, from, sense) && !has(to_, to, sense); };
    if (!from.empty() && !to.empty() && numbers_of(from_, from) != numbers_of(to_, to)) return Change::Kind::number;
    if (from.size() <= sentence) {
      if (is_lost(&Senses::hedge)) return Change::Kind::hedge;
      if (is_lost(&Senses::source)) return Change::Kind::source;
    }
    if (!from.empty() && all_quoted(from_, from) && all_quoted(to_, to)) return Change::Kind::reworded;
    if (to.empty()) return Change::Kind::dropped;
    return from.empty() ? Change::Kind::added : Change::Kind::reworded;
  }

  // Empty spans stand where the words would be, at the end of the word before.
  static Span place_of(const Words& words, Part part) {
    if (!part.empty()) return {words.span(part.begin).begin, words.span(part.end - 1).end};
    const std::size_t end = part.begin == 0 ? 0 : words.span(part.begin - 1).end;
    return {end, end};
  }

  const Words& from_;
  const Words& to_;
  std::vector<Change> changes_;
};

}  // namespace

std::string_view to_text(Change::Kind kind) {
  static constexpr std::string_view names[] = {"dropped", "added", "number", "hedge", "source", "reworded"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Change> find_changes(std::span<const Word> from, std::span<const Word> to, std::span<const Run> runs) {
  const ReadWords before(from);
  const ReadWords after(to);
  return Comparison(before, after).changes(runs);
}

std::vector<Change> find_changes(const PlacedWords& from, const PlacedWords& to, std::span<const Run> runs) {
  const HeldWords before(from);
  const HeldWords after(to);
  return Comparison(before, after).changes(runs);
}

}  // namespace hearsay
