// An index of fixed-length word runs, each hit extended to its longest, taken greedily from the left (greedy string
// tiling, Wise 1993, without its second pass). Words are compared by their hashes, never by run hashes alone.
#include "group/copies/passages.h"

#include <algorithm>
#include <bit>

namespace hearsay {

namespace {

constexpr std::size_t places_tried = 8;

std::size_t equal_words(std::span<const Word> a, std::span<const Word> b) {
  const std::size_t end = std::min(a.size(), b.size());
  std::size_t count = 0;
  while (count < end && a[count].hash == b[count].hash) ++count;
  return count;
}

}  // namespace

std::uint32_t hash_of_run(std::span<const Word> words, std::size_t begin, std::size_t length) {
  std::uint64_t hash = 0;
  for (std::size_t i = begin; i < begin + length; ++i) {
    hash = (hash ^ words[i].hash) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  }
  return static_cast<std::uint32_t>(hash >> 32);
}

RunIndex::RunIndex(std::span<const Word> words, std::size_t length) : words_(words), length_(length) {
  if (words.size() >= length) {
    places_.reserve(words.size() - length + 1);
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
      places_.push_back({hash_of_run(words, i, length), static_cast<std::uint32_t>(i)});
    }
  }
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.position < b.position;
  });
  shift_ = 32 - std::clamp(static_cast<int>(std::bit_width(places_.size())), 1, 24);
  first_.resize((1ULL << (32 - shift_)) + 1);
  for (const Place& place : places_) ++first_[(place.hash >> shift_) + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::span<const RunIndex::Place> RunIndex::places_of(std::uint32_t hash) const {
  const std::size_t bucket = hash >> shift_;
  const std::size_t end = first_[bucket + 1];
  const auto found = std::lower_bound(places_.begin() + static_cast<std::ptrdiff_t>(first_[bucket]),
                                      places_.begin() + static_cast<std::ptrdiff_t>(end), hash,
                                      [](const Place& place, std::uint32_t value) { return place.hash < value; });
  const auto begin = static_cast<std::size_t>(found - places_.begin());
  std::size_t last = begin;
  while (last < end && places_[last].hash == hash && last - begin < places_tried) ++last;
  return std::span(places_).subspan(begin, last - begin);
}

std::vector<Run> RunIndex::runs_in(std::span<const Word> to) const {
  std::vector<Run> runs;
  for (std::size_t i = 0; i + length_ <= to.size();) {
    Run best;
    const std::size_t expected = runs.empty() ? 0 : runs.back().from + runs.back().count;
    for (const Place& place : places_of(hash_of_run(to, i, length_))) {
      const std::size_t count = equal_words(words_.subspan(place.position), to.subspan(i));
      const bool continues = count == best.count && best.from < expected && place.position >= expected;
      if (count >= length_ && (count > best.count || continues)) best = {place.position, i, count};
    }
    if (best.count == 0) {
      ++i;
      continue;
    }
    runs.push_back(best);
    i += best.count;
  }
  return runs;
}

}  // namespace hearsay
