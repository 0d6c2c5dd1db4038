// Two judges, one after the other: boosted trees over the clues of a pair (models/disputes.md) choose what the
// inference model reads (models/inference.md), and what both say is weighed together. Reading a pair costs some
// milliseconds, so a large story has no more of it than the likeliest pairs.
#include "match/disputes.h"

#include "base/keep_some.h"
#include "extract/marks.h"
#include "itemise/words/sentence_readings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t most_claims = 40;   // of a point that are held against each other
constexpr std::size_t most_of_point = 8;  // pairs of it that are read
constexpr std::size_t most_read = 320;    // pairs of a story
constexpr float least_to_read = 0.03F;    // by the clues

float log_odds(float probability) {
  constexpr float least = 0.001F;
  return std::log((probability + least) / (1 - probability + least));
}

// The log odds of both judges, weighed on pairs that neither had seen (a logistic regression, models/inference.md).
float weighed(float by_clues, const Inference& read) {
  const float odds = 0.743F * log_odds(by_clues) + 0.345F * log_odds(static_cast<float>(read.difference()) / 1000) -
                     0.191F * log_odds(static_cast<float>(read.of(Relatedness::another_thing)) / 1000) + 0.25F;
  return 1 / (1 + std::exp(-odds));
}

template <class Kind>
Kind likeliest(const std::array<std::int32_t, 6>& shares, std::size_t from) {
  const auto first = shares.begin() + static_cast<std::ptrdiff_t>(from);
  return static_cast<Kind>(std::max_element(first, shares.end()) - shares.begin());
}

// The pairs of one point that are worth reading, the likeliest first.
std::vector<Dispute> likely_pairs(std::vector<std::size_t> claims, const MatchedClaims& matched,
                                  const LikenessModel& likeness) {
  keep_some(claims, most_claims);
  std::vector<Dispute> pairs;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = i + 1; j < claims.size(); ++j) {
      if (!told_by_two(matched.claims[claims[i]].claim, matched.claims[claims[j]].claim)) continue;
      const float probability = likeness.dispute(matched.profiles[claims[i]], matched.profiles[claims[j]]);
      if (probability >= least_to_read) pairs.push_back({claims[i], claims[j], probability, {}});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Dispute& a, const Dispute& b) { return a.probability > b.probability; });
  if (pairs.size() > most_of_point) pairs.resize(most_of_point);
  return pairs;
}

// The claims of the pairs, with what the encoder's first layers make of their sentences.
class Reader {
 public:
  Reader(const std::vector<Dispute>& pairs, const MatchedClaims& matched, std::span<const Article> articles,
         std::span<const Marks> marks, const Encoder& encoder, const InferenceModel& model)
      : matched_(matched), articles_(articles), marks_(marks), encoder_(encoder), model_(model) {
    for (const Dispute& pair : pairs) {
      for (const std::size_t number : {pair.a, pair.b})
        if (const auto sentence = sentence_of(number)) readings_.try_emplace(*sentence);
    }
    std::vector<std::vector<WordPiece>> pieces;
    for (auto& [sentence, reading] : readings_) {
      const Span words = span_of(sentence);
      pieces.push_back(encoder.pieces().split(words_at(articles[sentence.first].text, words)));
      reading.sentence = {words.begin, pieces.back(), {}};
    }
    std::vector<std::vector<float>> vectors = encoder.encode_to(pieces, model.from());
    auto next = vectors.begin();
    for (auto& [sentence, reading] : readings_) reading.vectors = std::move(*next++);
  }

  // Nothing of a claim of whose words the encoder reads none.
  std::optional<Inference> infer(std::size_t a, std::size_t b) const {
    const auto x = read(a);
    const auto y = read(b);
    if (!x || !y) return std::nullopt;
    return model_.infer(*x, *y, encoder_);
  }

 private:
  using SentencePlace = std::pair<std::size_t, std::size_t>;  // the article's number, the sentence's in it
  struct Reading {
    SentenceReading sentence;
    std::vector<float> vectors;  // after the encoder's first layers, of both marks too
  };

  const Claim& claim(std::size_t number) const { return matched_.claims[number].claim; }

  std::optional<SentencePlace> sentence_of(std::size_t number) const {
    const Claim& c = claim(number);
    const auto& sentences = marks_[c.article].dissection.sentences;
    const std::size_t at = sentence_at(sentences, c.span.begin);
    return at < sentences.size() ? std::optional(SentencePlace(c.article, at)) : std::nullopt;
  }
  Span span_of(SentencePlace sentence) const {
    return marks_[sentence.first].dissection.sentences[sentence.second].span;
  }

  std::optional<ReadClaim> read(std::size_t number) const {
    const auto sentence = sentence_of(number);
    if (!sentence) return std::nullopt;
    const Reading& reading = readings_.at(*sentence);
    const SentenceReading::Pieces pieces = reading.sentence.pieces_of(claim(number).span);
    if (pieces.empty()) return std::nullopt;
    return model_.read(reading.vectors, pieces.first, pieces.behind);
  }

  const MatchedClaims& matched_;
  std::span<const Article> articles_;
  std::span<const Marks> marks_;
  const Encoder& encoder_;
  const InferenceModel& model_;
  std::map<SentencePlace, Reading> readings_;
};

}  // namespace

bool told_by_two(const Claim& a, const Claim& b) {
  if (a.article != b.article) return true;
  if (a.sources.empty() || b.sources.empty() || a.span.overlaps(b.span)) return false;
  const Source& speaker = a.sources.back();
  const Source& other = b.sources.back();
  return speaker.entity && other.entity ? *speaker.entity != *other.entity : speaker.name != other.name;
}

std::vector<Dispute> find_disputes(const MatchedClaims& matched, std::span<const Article> articles,
                                   std::span<const Marks> marks, const Encoder& encoder, const MatchRules& rules) {
  std::vector<Dispute> pairs;
  for (const auto& point : matched.points) {
    std::vector<Dispute> more = likely_pairs(point, matched, rules.likeness);
    pairs.insert(pairs.end(), more.begin(), more.end());
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Dispute& a, const Dispute& b) { return a.probability > b.probability; });
  if (pairs.size() > most_read) pairs.resize(most_read);
  const Reader reader(pairs, matched, articles, marks, encoder, rules.inference);
  for (Dispute& pair : pairs) {
    const auto read = reader.infer(pair.a, pair.b);
    if (!read) continue;
    pair.probability = weighed(pair.probability, *read);
    pair.read = PairReading{likeliest<Relatedness>(read->related, static_cast<std::size_t>(Relatedness::conflict)),
                            likeliest<DifferingIn>(read->differing, 0)};
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Dispute& x, const Dispute& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  return pairs;
}

}  // namespace hearsay
