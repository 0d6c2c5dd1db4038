// A table from hashes of six-word runs to articles, holding a sample of each article's runs (Manber's and Broder's
// sketches, with the sample of a short text kept whole); the new article asks with a denser sample. What it finds is
// verified by matching the two articles' words, kept as 16-bit hashes: five in a row agree by chance once in 2^80.
#include "group/near_duplicates.h"

#include "group/packed_words.h"

#include <algorithm>
#include <bit>
#include <span>

namespace hearsay {

namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFFU;
constexpr std::size_t most_holders = 8;    // articles kept for one run
constexpr std::size_t most_verified = 12;  // candidates whose words are compared
constexpr std::size_t least_run = 5;       // words

struct Match {
  std::uint32_t from;
  std::uint32_t to;
  std::uint32_t count;
};

// The new article's words, ready to be found by their first four.
class WordMatcher {
 public:
  explicit WordMatcher(std::span<const std::uint16_t> to)
      : to_(to),
        shift_(64 - std::bit_width(to.size() | 15U)),
        first_(1ULL << (64 - shift_), nobody),
        next_(to.size(), nobody) {
    for (std::size_t i = to.size() < four ? 0 : to.size() - four + 1; i-- > 0;) {
      std::uint32_t& first = first_[slot_of(i)];
      next_[i] = first;
      first = static_cast<std::uint32_t>(i);
    }
  }

  // The longest runs that `from` shares, in its order, as greedy as RunIndex::runs_in.
  std::vector<Match> matches(std::span<const std::uint16_t> from) const {
    std::vector<Match> found;
    for (std::size_t i = 0; i + least_run <= from.size();) {
      const Match best = longest_at(from, i, found.empty() ? 0 : found.back().to + found.back().count);
      if (best.count < least_run) {
        ++i;
        continue;
      }
      found.push_back(best);
      i += best.count;
    }
    return found;
  }

 private:
  static constexpr std::size_t four = 4;

  std::size_t slot_of(std::span<const std::uint16_t> words) const {
    std::uint64_t key = 0;
    for (std::size_t k = 0; k < four; ++k) key = key << 16 | words[k];
    return (key * 0x9E3779B97F4A7C15ULL) >> shift_;
  }
  std::size_t slot_of(std::size_t position) const { return slot_of(to_.subspan(position, four)); }

  Match longest_at(std::span<const std::uint16_t> from, std::size_t i, std::size_t expected) const {
    Match best{static_cast<std::uint32_t>(i), 0, 0};
    constexpr int places_tried = 12;
    int tried = 0;
    for (std::uint32_t at = first_[slot_of(from.subspan(i, four))]; at != nobody && tried < places_tried;
         at = next_[at], ++tried) {
      const std::size_t end = std::min(from.size() - i, to_.size() - at);
      std::uint32_t count = 0;
      while (count < end && from[i + count] == to_[at + count]) ++count;
      if (count > best.count || (count == best.count && best.to < expected && at >= expected)) {
        best.to = at;
        best.count = count;
      }
    }
    return best;
  }

  std::span<const std::uint16_t> to_;
  int shift_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> next_;
};

// Words of the new article that the matches cover, each counted once.
std::size_t covered(const std::vector<Match>& by_to) {
  std::size_t words = 0;
  std::size_t reached = 0;
  for (const Match& match : by_to) {
    const std::size_t begin = std::max<std::size_t>(reached, match.to);
    const std::size_t end = match.to + match.count;
    if (end > begin) words += end - begin;
    reached = std::max(reached, end);
  }
  return words;
}

// Runs of five words in a match that are not all common; a match of n words has n - 4 runs.
std::size_t own_runs(const Match& match, const std::vector<bool>& common) {
  std::size_t runs = 0;
  for (std::size_t i = match.to; i + least_run <= match.to + match.count; ++i) {
    runs += common[i] && common[i + least_run - 1] ? 0 : 1;
  }
  return runs;
}

double part_contained(const std::vector<Match>& matches, std::size_t earlier_words, const std::vector<bool>& common) {
  std::size_t own = 0;
  std::size_t all = 0;
  for (const Match& match : matches) {
    own += own_runs(match, common);
    all += match.count - least_run + 1;
  }
  const auto commons = static_cast<std::size_t>(std::count(common.begin(), common.end(), true));
  const std::size_t words = common.size();
  const bool nothing_else = 10 * commons > 7 * words;
  const std::size_t shared = nothing_else ? all : own;
  const std::size_t in_new = std::max<std::size_t>(least_run, nothing_else ? words : words - commons) - least_run + 1;
  const std::size_t left = earlier_words - std::min(earlier_words, nothing_else ? 0 : all - own);
  const std::size_t in_earlier = std::max<std::size_t>(least_run, left) - least_run + 1;
  return std::min(1.0, static_cast<double>(shared) / static_cast<double>(std::min(in_new, in_earlier)));
}

Overlap overlap_of(std::uint32_t number, const PlacedWords& earlier, const Signature& article,
                   const std::vector<bool>& common, std::vector<Match> matches) {
  Overlap overlap;
  overlap.contained = part_contained(matches, earlier.words.size(), common);
  overlap.earlier = number;
  overlap.earlier_words = earlier.words.size();
  for (const Match& match : matches) {
    overlap.in_earlier += match.count;
    overlap.longest = std::max<std::size_t>(overlap.longest, match.count);
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.to != b.to ? a.to < b.to : a.from < b.from; });
  overlap.in_new = covered(matches);
  for (const Match& match : matches) {
    const std::size_t last = match.count - 1;
    overlap.passages.push_back({{earlier.places[match.from].begin, earlier.places[match.from + last].end},
                                {article.places[match.to].begin, article.places[match.to + last].end}});
  }
  return overlap;
}

}  // namespace

std::size_t NearDuplicates::slot_of(std::uint32_t run) const {
  return (static_cast<std::uint64_t>(run * 0x9E3779B1U) * table_.size()) >> 32;
}

NearDuplicates::Candidates NearDuplicates::candidates(const Signature& article) const {
  Candidates result;
  if (table_.empty()) return result;
  result.common.resize(article.words.size());
  std::vector<std::uint32_t> holders;
  const std::vector<SignedRun>& asked = article.runs;
  constexpr std::size_t ahead = 12;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (i + ahead < asked.size()) __builtin_prefetch(&table_[slot_of(asked[i + ahead].hash)]);
    const std::size_t before = holders.size();
    for (std::size_t slot = slot_of(asked[i].hash); table_[slot].article != nobody;
         slot = slot + 1 == table_.size() ? 0 : slot + 1) {
      if (table_[slot].run == asked[i].hash && table_[slot].article >= first_) holders.push_back(table_[slot].article);
    }
    if (holders.size() - before < most_holders) continue;
    const auto first = result.common.begin() + asked[i].place;
    std::fill(first, first + near_duplicate_run, true);
  }
  std::sort(holders.begin(), holders.end());
  struct Candidate {
    std::size_t hits;
    std::uint32_t article;
  };
  std::vector<Candidate> ranked;
  constexpr std::size_t few_runs = 24;
  const std::size_t least_hits = asked.size() < few_runs ? 1 : 2;
  for (std::size_t i = 0; i < holders.size();) {
    std::size_t next = i;
    while (next < holders.size() && holders[next] == holders[i]) ++next;
    if (next - i >= least_hits) ranked.push_back({next - i, holders[i]});
    i = next;
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Candidate& a, const Candidate& b) { return a.hits > b.hits; });
  if (ranked.size() > most_verified) ranked.resize(most_verified);
  for (const Candidate& candidate : ranked) result.articles.push_back(candidate.article);
  std::sort(result.articles.begin(), result.articles.end());
  return result;
}

std::vector<Overlap> NearDuplicates::find(const Signature& article) const {
  std::vector<Overlap> found;
  const Candidates looked_up = candidates(article);
  if (looked_up.articles.empty()) return found;
  const WordMatcher matcher(article.words);
  for (const std::uint32_t number : looked_up.articles) {
    const PlacedWords earlier = unpack_words(words_[number - first_]);
    std::vector<Match> matches = matcher.matches(earlier.words);
    if (!matches.empty()) found.push_back(overlap_of(number, earlier, article, looked_up.common, std::move(matches)));
  }
  return found;
}

void NearDuplicates::add(std::uint32_t number, const Signature& article) {
  if (words_.empty()) first_ = number;
  words_.resize(number - first_);
  words_.push_back(pack_words(article.words, article.places));
  const std::uint32_t bound = stored_run_bound(article.words.size());
  for (const SignedRun& run : article.runs) {
    if (run.hash > bound) break;
    insert(run.hash, number);
  }
}

void NearDuplicates::insert(std::uint32_t run, std::uint32_t article) {
  constexpr double fullest = 0.8;
  if (static_cast<double>(used_ + 1) > fullest * static_cast<double>(table_.size())) grow();
  std::size_t holders = 0;
  std::size_t slot = slot_of(run);
  for (; table_[slot].article != nobody; slot = slot + 1 == table_.size() ? 0 : slot + 1) {
    if (table_[slot].run != run) continue;
    if (table_[slot].article < first_) {  // forgotten: its place can be taken
      table_[slot].article = article;
      return;
    }
    if (++holders == most_holders) return;
  }
  table_[slot] = {run, article};
  ++used_;
}

// Moves what is still held to a table a third larger, or to one as large when most was forgotten.
void NearDuplicates::grow() {
  std::vector<Entry> old = std::move(table_);
  const auto held = static_cast<std::size_t>(std::count_if(
      old.begin(), old.end(), [&](const Entry& entry) { return entry.article != nobody && entry.article >= first_; }));
  constexpr std::size_t smallest = 1U << 10;
  table_.assign(std::max(smallest, held * 5 / 3), {});
  used_ = held;
  // From a free slot on, so that a run's holders keep their order round the table's end.
  const auto begin = static_cast<std::size_t>(
      std::find_if(old.begin(), old.end(), [](const Entry& entry) { return entry.article == nobody; }) - old.begin());
  for (std::size_t i = 0; i < old.size(); ++i) {
    const Entry& entry = old[(begin + i) % old.size()];
    if (entry.article == nobody || entry.article < first_) continue;
    std::size_t slot = slot_of(entry.run);
    while (table_[slot].article != nobody) slot = slot + 1 == table_.size() ? 0 : slot + 1;
    table_[slot] = entry;
  }
}

void NearDuplicates::forget_before(std::uint32_t number) {
  // The packed words go at once, their places in the list when half of it is empty.
  const std::size_t gone = std::min<std::size_t>(words_.size(), number > first_ ? number - first_ : 0);
  if (gone == 0) return;
  words_.erase(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(gone));
  first_ += static_cast<std::uint32_t>(gone);
}

}  // namespace hearsay
