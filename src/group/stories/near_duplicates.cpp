// A table from hashes of six-word runs to articles, holding a sample of each article's runs (Manber's and Broder's
// sketches, with the sample of a short text kept whole); the new article asks with a denser sample. What it finds is
// verified by matching the two articles' words, kept as codes of 14 bits: five in a row
// agree by chance once in 2^60 and more.
#include "group/stories/near_duplicates.h"

#include "group/held/packed_words.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <span>

namespace hearsay {

namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFFU;
constexpr std::size_t most_verified = 12;  // candidates whose words are compared
constexpr std::size_t most_by_marks = 4;
constexpr std::size_t marks_stored = 6;
constexpr std::size_t least_run = 5;  // words

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

Overlap overlap_of(std::uint32_t number, PlacedWords earlier, const std::vector<bool>& common,
                   std::vector<Match> matches) {
  Overlap overlap;
  overlap.earlier = number;
  overlap.contained = part_contained(matches, earlier.words.size(), common);
  overlap.earlier_text = std::move(earlier);
  for (const Match& match : matches) {
    overlap.in_earlier += match.count;
    overlap.longest = std::max<std::size_t>(overlap.longest, match.count);
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.to != b.to ? a.to < b.to : a.from < b.from; });
  overlap.in_new = covered(matches);
  for (const Match& match : matches) overlap.runs.push_back({match.from, match.to, match.count});
  return overlap;
}

}  // namespace

namespace {

// Those that were met at least `least` times, at most `most` of them: the ones met most, in ascending order.
std::vector<std::uint32_t> met_most(std::vector<std::uint32_t> holders, std::size_t least, std::size_t most) {
  std::sort(holders.begin(), holders.end());
  struct Candidate {
    std::size_t hits;
    std::uint32_t article;
  };
  std::vector<Candidate> ranked;
  for (std::size_t i = 0; i < holders.size();) {
    std::size_t next = i;
    while (next < holders.size() && holders[next] == holders[i]) ++next;
    if (next - i >= least) ranked.push_back({next - i, holders[i]});
    i = next;
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Candidate& a, const Candidate& b) { return a.hits > b.hits; });
  if (ranked.size() > most) ranked.resize(most);
  std::vector<std::uint32_t> articles;
  for (const Candidate& candidate : ranked) articles.push_back(candidate.article);
  std::sort(articles.begin(), articles.end());
  return articles;
}

}  // namespace

NearDuplicates::Candidates NearDuplicates::by_runs(const Signature& article) const {
  Candidates result;
  result.common.resize(count_packed_words(article.text));
  std::vector<std::uint32_t> holders;
  const std::vector<SignedRun>& asked = article.runs;
  constexpr std::size_t ahead = 12;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (i + ahead < asked.size()) runs_.prefetch(asked[i + ahead].hash);
    const std::size_t before = holders.size();
    runs_.look_up(asked[i].hash, holders);
    if (holders.size() - before < RunTable::most_holders) continue;
    const auto first = result.common.begin() + asked[i].place;
    std::fill(first, first + near_duplicate_run, true);
  }
  constexpr std::size_t few_runs = 24;
  result.articles = met_most(std::move(holders), asked.size() < few_runs ? 1 : 2, most_verified);
  return result;
}

std::vector<std::uint32_t> NearDuplicates::by_marks(const Signature& article) const {
  std::vector<std::uint32_t> holders;
  for (const std::uint32_t mark : article.marks) marks_.prefetch(mark);
  for (const std::uint32_t mark : article.marks) marks_.look_up(mark, holders);
  constexpr std::size_t least_met = 3;
  return met_most(std::move(holders), least_met, most_by_marks);
}

NearDuplicates::Shared NearDuplicates::find(const Signature& article) const {
  Shared found;
  const Candidates shared = by_runs(article);
  const std::vector<std::uint32_t> ordered = by_marks(article);
  std::vector<std::uint32_t> all;
  std::set_union(shared.articles.begin(), shared.articles.end(), ordered.begin(), ordered.end(),
                 std::back_inserter(all));
  if (all.empty()) return found;
  found.text = unpack_words(article.text);
  const WordMatcher matcher(found.text.words);
  for (const std::uint32_t number : all) {
    PlacedWords earlier = unpack_words(texts_.at(number));
    std::vector<Match> matches = matcher.matches(earlier.words);
    const bool is_ordered = std::binary_search(ordered.begin(), ordered.end(), number);
    if (matches.empty() && !is_ordered) continue;
    found.overlaps.push_back(overlap_of(number, std::move(earlier), shared.common, std::move(matches)));
    found.overlaps.back().by_runs = std::binary_search(shared.articles.begin(), shared.articles.end(), number);
    found.overlaps.back().by_marks = is_ordered;
  }
  return found;
}

Overlap NearDuplicates::compare(const PlacedWords& text, std::uint32_t number) const {
  PlacedWords earlier = unpack_words(texts_.at(number));
  std::vector<Match> matches = WordMatcher(text.words).matches(earlier.words);
  return overlap_of(number, std::move(earlier), std::vector<bool>(text.words.size()), std::move(matches));
}

void NearDuplicates::add(std::uint32_t number, const Signature& article) {
  texts_.add(number, article.text);
  const std::uint32_t bound = stored_run_bound(count_packed_words(article.text));
  for (const SignedRun& run : article.runs) {
    if (run.hash > bound) break;
    runs_.insert(run.hash, number);
  }
  const std::size_t stored = std::min(article.marks.size(), marks_stored);
  for (std::size_t i = 0; i < stored; ++i) marks_.insert(article.marks[i], number);
}

void NearDuplicates::forget_before(std::uint32_t number) {
  texts_.forget_before(number);
  runs_.forget_before(number);
  marks_.forget_before(number);
}

}  // namespace hearsay
