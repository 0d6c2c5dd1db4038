// A bi-encoder in the manner of Sentence-BERT (Reimers and Gurevych 2019): each sentence is encoded once, however many
// claims it is compared with. Which claims are near each other was learned from annotated stories (models/encoder.md).
#include "match/sense.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace hearsay {

namespace {

// The sentences that claims begin in, by their numbers, and the place of each among them.
std::map<std::size_t, std::size_t> sentences_of(std::span<const FoundClaim> claims, const Marks& marks) {
  std::map<std::size_t, std::size_t> places;
  for (const FoundClaim& found : claims)
    places.emplace(sentence_at(marks.dissection.sentences, found.claim.span.begin), 0);
  places.erase(marks.dissection.sentences.size());
  std::size_t place = 0;
  for (auto& [number, at] : places) at = place++;
  return places;
}

Sense in_whole_numbers(const std::vector<float>& vector) {
  Sense sense{};
  for (std::size_t i = 0; i < std::min(vector.size(), sense_size); ++i)
    sense[i] = static_cast<std::int16_t>(std::lround(vector[i] * sense_one));
  return sense;
}

}  // namespace

std::int32_t sense_likeness(const Sense& a, const Sense& b) {
  std::int32_t product = 0;  // at most sense_one squared, which fits
  for (std::size_t i = 0; i < sense_size; ++i) product += static_cast<std::int32_t>(a[i]) * b[i];
  constexpr std::int32_t unit = sense_one * sense_one / 1000;
  return product / unit;
}

std::vector<Sense> senses_of(const Article& article, const Marks& marks, std::span<const FoundClaim> claims,
                             const Encoder& encoder) {
  const std::map<std::size_t, std::size_t> places = sentences_of(claims, marks);
  std::vector<std::vector<WordPiece>> pieces;
  for (const auto& [number, place] : places)
    pieces.push_back(encoder.pieces().split(words_at(article.text, marks.dissection.sentences[number].span)));
  const std::vector<std::vector<float>> vectors = encoder.encode(pieces);
  std::vector<Sense> senses;
  for (const FoundClaim& found : claims) {
    senses.emplace_back();
    const std::size_t number = sentence_at(marks.dissection.sentences, found.claim.span.begin);
    const auto place = places.find(number);
    if (place == places.end()) continue;
    const std::size_t begin = marks.dissection.sentences[number].span.begin;
    const auto& words = pieces[place->second];
    const auto first = std::find_if(words.begin(), words.end(), [&](const WordPiece& piece) {
      return begin + piece.bytes.end > found.claim.span.begin;
    });
    const auto last = std::find_if(
        first, words.end(), [&](const WordPiece& piece) { return begin + piece.bytes.begin >= found.claim.span.end; });
    const auto read = [&](auto piece) {
      return std::min(static_cast<std::size_t>(piece - words.begin()), Encoder::longest_sentence) * encoder.width();
    };
    const std::span<const float> all = vectors[place->second];
    if (read(last) > read(first))
      senses.back() = in_whole_numbers(encoder.meaning(all.subspan(read(first), read(last) - read(first))));
  }
  return senses;
}

std::vector<std::span<const FoundClaim>> claims_by_article(std::span<const FoundClaim> claims, std::size_t articles) {
  std::vector<std::span<const FoundClaim>> of_article(articles);
  for (std::size_t begin = 0, end = 0; begin < claims.size(); begin = end) {
    const std::size_t article = claims[begin].claim.article;
    while (end < claims.size() && claims[end].claim.article == article) ++end;
    of_article[article] = claims.subspan(begin, end - begin);
  }
  return of_article;
}

std::vector<Sense> senses_of_story(std::span<const FoundClaim> claims, std::span<const Article> articles,
                                   std::span<const Marks> marks, const Encoder& encoder) {
  std::vector<Sense> all;
  const auto of_article = claims_by_article(claims, articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const std::vector<Sense> senses = senses_of(articles[a], marks[a], of_article[a], encoder);
    all.insert(all.end(), senses.begin(), senses.end());
  }
  return all;
}

}  // namespace hearsay
