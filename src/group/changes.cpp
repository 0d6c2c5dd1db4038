// Runs that keep their order in both texts are a chain (patience sort's longest increasing run); a change is what lies
// between two neighbours of the chain. Text moved elsewhere is seen as dropped here, and the passage shows where it
// went.
#include "group/changes.h"

#include "base/resources.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace hearsay {

namespace {

constexpr std::size_t most_changes = 500;
constexpr std::size_t few_words = 12;  // so many words can stand for so many others; beyond, they are dropped and added

struct CopierWords {
  std::set<std::uint32_t> hedges;
  std::set<std::uint32_t> sources;
};

CopierWords read_copier_words() {
  CopierWords lists;
  std::set<std::uint32_t>* list = nullptr;
  std::string_view rest = resource("data/copier_words.txt");
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line == "[hedge]") list = &lists.hedges;
    if (line == "[source]") list = &lists.sources;
    if (list != nullptr && !line.empty() && line.front() != '[' && line.front() != '#')
      list->insert(hash_of_word(line));
  }
  return lists;
}

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

bool has_one_of(std::span<const Word> words, const std::set<std::uint32_t>& list) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return list.contains(word.hash); });
}

std::vector<std::uint32_t> numbers_of(std::span<const Word> words) {
  std::vector<std::uint32_t> numbers;
  for (const Word& word : words) {
    if (word.number) numbers.push_back(word.hash);
  }
  return numbers;
}

bool all_quoted(std::span<const Word> words) {
  return std::all_of(words.begin(), words.end(), [](const Word& word) { return word.quoted; });
}

Change::Kind kind_of(std::span<const Word> from, std::span<const Word> to) {
  static const CopierWords lists = read_copier_words();
  if (!from.empty() && !to.empty() && numbers_of(from) != numbers_of(to)) return Change::Kind::number;
  if (has_one_of(from, lists.hedges) && !has_one_of(to, lists.hedges)) return Change::Kind::hedge;
  if (has_one_of(from, lists.sources) && !has_one_of(to, lists.sources)) return Change::Kind::source;
  if (!from.empty() && all_quoted(from) && all_quoted(to)) return Change::Kind::reworded;
  if (to.empty()) return Change::Kind::dropped;
  return from.empty() ? Change::Kind::added : Change::Kind::reworded;
}

// Empty spans stand where the words would be, at the end of the word before.
Span place_of(std::span<const Word> all, std::size_t begin, std::size_t end) {
  if (begin < end) return hull_of(all.subspan(begin, end - begin));
  return {all[begin - 1].end, all[begin - 1].end};
}

}  // namespace

std::vector<Change> find_changes(std::span<const Word> from, std::span<const Word> to, std::span<const Run> runs) {
  std::vector<Change> changes;
  const std::vector<Run> chain = chain_of(runs);
  const auto add = [&](std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end) {
    if ((a == a_end && b == b_end) || changes.size() >= most_changes) return;
    const Change::Kind kind = kind_of(from.subspan(a, a_end - a), to.subspan(b, b_end - b));
    changes.push_back({kind, place_of(from, a, a_end), place_of(to, b, b_end)});
  };
  for (std::size_t i = 1; i < chain.size(); ++i) {
    const std::size_t a = chain[i - 1].from + chain[i - 1].count;
    const std::size_t b = chain[i - 1].to + chain[i - 1].count;
    if (chain[i].from - a <= few_words && chain[i].to - b <= few_words) {
      add(a, chain[i].from, b, chain[i].to);
    } else {
      add(a, chain[i].from, b, b);
      add(chain[i].from, chain[i].from, b, chain[i].to);
    }
  }
  return changes;
}

}  // namespace hearsay
