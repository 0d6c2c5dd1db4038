// Features are words weighed by how often they stand in the article and how few articles hold them (Spärck Jones,
// 1972), with those of the title raised; runs are k-gram fingerprints (Manber, 1994). It does not mark names or times:
// on whole articles the rare words are the names, and reading them any deeper would cost more than the rest of grouping
// together.
#include "group/stories/signature.h"

#include "base/utf8.h"
#include "group/copies/credits.h"
#include "group/copies/orders.h"
#include "group/copies/standing_passages.h"
#include "group/copies/upstreams.h"
#include "group/held/spread_sort.h"
#include "group/held/words.h"
#include "group/stories/word_weights.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace hearsay {

namespace {

constexpr std::size_t most_words = 20000;
constexpr std::uint32_t furthest_place = 1U << 30;  // bytes
constexpr std::size_t feature_words = 1000;         // an event is told at the start of a report
constexpr std::size_t features_signed = 128;
constexpr float most_common = 0.13F;  // words in more than this part of all articles say nothing
constexpr float title_weight = 1.8F;
constexpr float repeat_weight = 0.65F;
constexpr std::uint16_t most_counted = 1000;

// Counts of stems, open-addressed; small enough to stay in the processor's cache. The places that stems lead to are in
// the stems' order.
class WordCounts {
 public:
  explicit WordCounts(std::size_t words)
      : shift_(stem_bits - std::min(stem_bits, static_cast<unsigned>(std::bit_width(2 * words + 1)))),
        slots_((1UL << (stem_bits - shift_)) + words + 1) {}

  // A stem, and how often it stands in the text; 0: empty.
  struct Entry {
    std::uint64_t bits;

    std::uint32_t stem() const { return bits & ((1U << stem_bits) - 1); }
    std::uint32_t count() const { return bits >> stem_bits & 0xFFFFU; }
    bool in_title() const { return (bits & title_bit) != 0; }
  };

  void count(std::uint32_t stem) {
    Entry& entry = at(stem);
    entry.bits += entry.count() < most_counted ? 1UL << stem_bits : 0;
  }
  // A word of the title counts as if it stood once in the text, where it does not.
  void count_in_title(std::uint32_t stem) {
    Entry& entry = at(stem);
    entry.bits += entry.count() == 0 ? 1UL << stem_bits : 0;
    entry.bits |= title_bit;
  }

  // In the order of their stems.
  std::vector<Entry> entries() const {
    std::vector<Entry> entries(used_ + 1);
    std::size_t count = 0;
    for (const Entry slot : slots_) {
      entries[count] = slot;
      count += slot.bits != 0 ? 1 : 0;
    }
    entries.pop_back();
    sort_nearly_sorted(entries, [](const Entry a, const Entry b) { return a.stem() < b.stem(); });
    return entries;
  }

 private:
  static constexpr unsigned stem_bits = 24;
  static constexpr std::uint64_t title_bit = 1ULL << 63;

  // No stem is 0.
  Entry& at(std::uint32_t stem) {
    std::size_t slot = stem >> shift_;
    while (slots_[slot].bits != 0 && slots_[slot].stem() != stem) ++slot;
    used_ += slots_[slot].bits == 0 ? 1 : 0;
    slots_[slot].bits |= stem;
    return slots_[slot];
  }

  unsigned shift_;
  std::vector<Entry> slots_;
  std::size_t used_ = 0;
};

template <class Take>
void for_each_stem(std::string_view text, std::span<const Word> words, const Take& take) {
  for (const Word& word : words) {
    if (word.end - word.begin >= 2) take(stem_hash(word.hash, words_at(text, word.span())));
  }
}

// How much a word counts, by how often it stands in the article.
std::vector<float> repeat_weights() {
  std::vector<float> weights{0};
  for (std::size_t count = 1; count <= most_counted; ++count)
    weights.push_back(1 + repeat_weight * std::log(static_cast<float>(count)));
  return weights;
}

struct Content {
  std::vector<Feature> features;
  bool familiar = false;
};

Content find_content(const Article& article, std::span<const Word> words) {
  const auto first = words.first(std::min(words.size(), feature_words));
  constexpr std::size_t longest_title = 1000;  // bytes
  const std::string_view title = article.title ? std::string_view(*article.title).substr(0, longest_title) : "";
  const std::vector<Word> title_words = fold_words(title);
  WordCounts counts(first.size() + title_words.size());
  for_each_stem(article.text, first, [&](std::uint32_t stem) { counts.count(stem); });
  for_each_stem(title, title_words, [&](std::uint32_t stem) { counts.count_in_title(stem); });
  const WordWeights& weights = WordWeights::shared();
  static const float least_rare = -std::log(most_common);
  static const std::vector<float> repeats = repeat_weights();
  const std::vector<WordCounts::Entry> entries = counts.entries();
  std::vector<Feature> features(entries.size() + 1);
  std::size_t count = 0;
  std::size_t all = 0;
  std::size_t known = 0;
  constexpr std::size_t ahead = 8;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i + ahead < entries.size()) weights.prefetch(entries[i + ahead].stem());
    const float rarity = weights.rarity(entries[i].stem());
    all += entries[i].count();
    known += rarity < weights.most_rarity() ? entries[i].count() : 0;
    const float raised = entries[i].in_title() ? title_weight : 1;
    features[count] = {entries[i].stem(), rarity * repeats[entries[i].count()] * raised};
    count += rarity < least_rare ? 0 : 1;
  }
  features.resize(count);
  // Of the words of an English report nine in ten are known, of one in a related language three or four, by their names
  // and by chance.
  return {heaviest(features, features_signed), 2 * known >= all};
}

// A long article asks with every fourth of its runs; that still meets each stored sample often enough. The stored are
// among the asked.
std::uint32_t asked_run_bound(std::size_t runs) {
  constexpr std::size_t always = 96;
  const std::size_t asked = std::max(always, runs / 4);
  return asked >= runs ? 0xFFFFFFFFU : static_cast<std::uint32_t>((static_cast<std::uint64_t>(asked) << 32) / runs);
}

std::vector<SignedRun> find_runs(std::span<const Word> words) {
  std::vector<SignedRun> runs;
  if (words.size() < near_duplicate_run) return runs;
  // A rolling polynomial over the words: the word that leaves is taken out again.
  constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;
  std::uint64_t leaving = 1;
  for (std::size_t i = 1; i < near_duplicate_run; ++i) leaving *= base;
  std::uint64_t hash = 0;
  const std::uint32_t bound = asked_run_bound(words.size() - near_duplicate_run + 1);
  runs.resize(words.size() - near_duplicate_run + 1);
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hash = hash * base + words[i].hash;
    if (i + 1 < near_duplicate_run) continue;
    const std::size_t first = i + 1 - near_duplicate_run;
    const auto mixed = static_cast<std::uint32_t>(((hash ^ (hash >> 31)) * 0xD6E8FEB86659FD93ULL) >> 32);
    runs[count] = {mixed, static_cast<std::uint32_t>(first)};
    count += mixed <= bound ? 1 : 0;
    hash -= leaving * words[first].hash;
  }
  runs.resize(count);
  spread_sort(runs, static_cast<unsigned>(std::bit_width(bound)), [](const SignedRun& run) { return run.hash; });
  const auto same = [](const SignedRun& a, const SignedRun& b) { return a.hash == b.hash; };
  runs.erase(std::unique(runs.begin(), runs.end(), same), runs.end());
  return runs;
}

// The names and numbers by which a text in other words is found again: few other texts have the rarest.
std::vector<std::uint32_t> rarest_marks(std::string_view text, std::span<const Word> words, const PlacedWords& placed) {
  constexpr std::size_t most_marks = 16;
  struct Mark {
    float rarity;
    std::uint32_t hash;
  };
  std::vector<Mark> marks;
  for (const std::size_t i : marks_in(placed)) {
    const std::uint32_t stem = stem_hash(words[i].hash, words_at(text, words[i].span()));
    marks.push_back({WordWeights::shared().rarity(stem), placed.words[i] * 0x9E3779B1U});
  }
  std::sort(marks.begin(), marks.end(),
            [](const Mark& a, const Mark& b) { return a.rarity != b.rarity ? a.rarity > b.rarity : a.hash < b.hash; });
  std::vector<std::uint32_t> rarest;
  for (const Mark& mark : marks) {
    if (rarest.size() == most_marks) break;
    if (std::find(rarest.begin(), rarest.end(), mark.hash) == rarest.end()) rarest.push_back(mark.hash);
  }
  return rarest;
}

std::vector<SignedCredit> sign_credits(const Article& article, std::span<const Word> words) {
  std::vector<SignedCredit> credits;
  constexpr std::size_t most_credits = 8;
  for (Credit& credit : find_credits(article, words)) {
    if (credits.size() < most_credits)
      credits.push_back({std::move(credit.agency), std::move(credit.domain), credit.whole});
  }
  return credits;
}

}  // namespace

Signature sign(const Article& article) {
  Signature signature;
  signature.id = article.id;
  signature.outlet = article.outlet.value_or("");
  if (article.published) {
    signature.has_day = true;
    signature.has_time = article.published->time_of_day_utc.has_value();
    const auto time = article.published->time_of_day_utc.value_or(std::chrono::seconds(0));
    signature.seconds = (article.published->day.time_since_epoch() + time).count();
  }
  std::vector<Span> left_out;
  for (const Boilerplate& part : article.boilerplate) left_out.push_back(part.span);
  std::vector<Word> words = fold_words(article.text, left_out);
  if (words.size() > most_words) words.resize(most_words);
  while (!words.empty() && words.back().end >= furthest_place) words.pop_back();
  signature.credits = sign_credits(article, words);
  for (const Upstream& upstream : find_upstreams(article.text, words)) signature.upstreams.push_back(upstream.name);
  leave_out_standing(article.text, words);
  signature.content =
      XXH3_64bits_withSeed(article.text.data(), article.text.size(),
                           article.title ? XXH3_64bits(article.title->data(), article.title->size()) : 0);
  const PlacedWords placed = place_words(article.text, words);
  signature.text = pack_words(placed);
  signature.runs = find_runs(words);
  signature.marks = rarest_marks(article.text, words, placed);
  Content content = find_content(article, words);
  signature.features = std::move(content.features);
  signature.familiar = content.familiar;
  return signature;
}

std::uint32_t stored_run_bound(std::size_t words) {
  const std::size_t runs = words < near_duplicate_run ? 1 : words - near_duplicate_run + 1;
  constexpr std::size_t always = 24;
  constexpr std::size_t part = 18;
  if (runs <= always) return 0xFFFFFFFFU;
  const std::size_t kept = std::max(always, runs / part);
  return static_cast<std::uint32_t>((static_cast<std::uint64_t>(kept) << 32) / runs);
}

}  // namespace hearsay
