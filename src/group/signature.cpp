// Features are words weighed by how often they stand in the article and how few articles hold them (Spärck Jones,
// 1972), with those of the title raised; runs are k-gram fingerprints (Manber, 1994). It does not mark names or times:
// on whole articles the rare words are the names, and reading them any deeper would cost more than the rest of grouping
// together.
#include "group/signature.h"

#include "base/utf8.h"
#include "group/credits.h"
#include "group/orders.h"
#include "group/upstreams.h"
#include "group/word_weights.h"
#include "group/words.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

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

// Counts of stems, open-addressed; small enough to stay in the processor's cache.
class WordCounts {
 public:
  explicit WordCounts(std::size_t words) : slots_(std::bit_ceil(2 * words + 2)) {}

  struct Entry {
    std::uint32_t stem = 0;
    std::uint16_t count = 0;  // 0: empty
    bool in_title = false;
  };
  Entry& at(std::uint32_t stem) {
    std::size_t slot = (stem * 0x9E3779B1U) & (slots_.size() - 1);
    while (slots_[slot].count != 0 && slots_[slot].stem != stem) slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot].count == 0) ++used_;
    return slots_[slot];
  }
  std::size_t used() const { return used_; }
  const std::vector<Entry>& entries() const { return slots_; }

 private:
  std::vector<Entry> slots_;
  std::size_t used_ = 0;
};

void count_text(WordCounts& counts, std::string_view text, std::span<const Word> words) {
  for (const Word& word : words) {
    if (word.end - word.begin < 2) continue;
    const std::uint32_t stem = stem_hash(word.hash, words_at(text, word.span()));
    WordCounts::Entry& entry = counts.at(stem);
    entry.stem = stem;
    if (entry.count < most_counted) ++entry.count;
  }
}

void mark_title(WordCounts& counts, std::string_view title, std::span<const Word> words) {
  for (const Word& word : words) {
    if (word.end - word.begin < 2) continue;
    const std::uint32_t stem = stem_hash(word.hash, words_at(title, word.span()));
    WordCounts::Entry& entry = counts.at(stem);
    entry.stem = stem;
    if (entry.count == 0) entry.count = 1;
    entry.in_title = true;
  }
}

// How much a word counts that stands so often in the article.
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
  count_text(counts, article.text, first);
  mark_title(counts, title, title_words);
  const WordWeights& weights = WordWeights::shared();
  static const float least_rare = -std::log(most_common);
  static const std::vector<float> repeats = repeat_weights();
  std::vector<Feature> features;
  features.reserve(counts.used());
  std::size_t all = 0;
  std::size_t known = 0;
  for (const WordCounts::Entry& entry : counts.entries()) {
    if (entry.count == 0) continue;
    const float rarity = weights.rarity(entry.stem);
    all += entry.count;
    if (rarity < weights.most_rarity()) known += entry.count;
    if (rarity < least_rare) continue;
    const float raised = entry.in_title ? title_weight : 1;
    features.push_back({entry.stem, rarity * repeats[entry.count] * raised});
  }
  features = heaviest(features, features_signed);
  std::sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) { return a.stem < b.stem; });
  // Of the words of an English report nine in ten are known, of one in a related language three or four, by their names
  // and by chance.
  return {std::move(features), 2 * known >= all};
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
  for (std::size_t i = 0; i < words.size(); ++i) {
    hash = hash * base + words[i].hash;
    if (i + 1 < near_duplicate_run) continue;
    const std::size_t first = i + 1 - near_duplicate_run;
    const auto mixed = static_cast<std::uint32_t>(((hash ^ (hash >> 31)) * 0xD6E8FEB86659FD93ULL) >> 32);
    if (mixed <= bound) runs.push_back({mixed, static_cast<std::uint32_t>(first)});
    hash -= leaving * words[first].hash;
  }
  std::sort(runs.begin(), runs.end(), [](const SignedRun& a, const SignedRun& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.place < b.place;
  });
  const auto same = [](const SignedRun& a, const SignedRun& b) { return a.hash == b.hash; };
  runs.erase(std::unique(runs.begin(), runs.end(), same), runs.end());
  return runs;
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
  signature.content =
      XXH3_64bits_withSeed(article.text.data(), article.text.size(),
                           article.title ? XXH3_64bits(article.title->data(), article.title->size()) : 0);
  signature.text = place_words(article.text, words);
  signature.runs = find_runs(words);
  signature.orders = pairs_in(order_of(signature.text));
  Content content = find_content(article, words);
  signature.features = std::move(content.features);
  signature.familiar = content.familiar;
  signature.credits = sign_credits(article, words);
  for (const Upstream& upstream : find_upstreams(article.text, words)) signature.upstreams.push_back(upstream.name);
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

// Weights are not negative, so their bits are in the order of the weights and can be ranked as whole numbers.
std::vector<Feature> heaviest(const std::vector<Feature>& features, std::size_t most) {
  if (features.size() <= most) return features;
  const auto rank = [](const Feature& feature) {
    return static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(feature.weight)) << 32 | (~feature.stem);
  };
  std::vector<std::uint64_t> ranks;
  ranks.reserve(features.size());
  for (const Feature& feature : features) ranks.push_back(rank(feature));
  const auto last = ranks.begin() + static_cast<std::ptrdiff_t>(most) - 1;
  std::nth_element(ranks.begin(), last, ranks.end(), std::greater<>());
  std::vector<Feature> kept;
  kept.reserve(most);
  for (const Feature& feature : features) {
    if (rank(feature) >= *last) kept.push_back(feature);
  }
  return kept;
}

void normalise(std::vector<Feature>& features, std::size_t most) {
  features = heaviest(features, most);
  double sum = 0;
  for (const Feature& feature : features) sum += static_cast<double>(feature.weight) * feature.weight;
  if (sum <= 0) return;
  const auto scale = static_cast<float>(1 / std::sqrt(sum));
  for (Feature& feature : features) feature.weight *= scale;
}

float dot(const std::vector<Feature>& a, const std::vector<Feature>& b) {
  float sum = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->stem == j->stem)
      sum += i++->weight * j++->weight;
    else if (i->stem < j->stem)
      ++i;
    else
      ++j;
  }
  return sum;
}

}  // namespace hearsay
