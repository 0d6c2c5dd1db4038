#include "itemise/words/sentence_readings.h"

#include <algorithm>
#include <utility>

namespace hearsay {

SentenceReading::Pieces SentenceReading::pieces_of(Span span) const {
  const auto first = std::partition_point(
      pieces.begin(), pieces.end(), [&](const WordPiece& piece) { return begin + piece.bytes.end <= span.begin; });
  const auto behind = std::partition_point(
      first, pieces.end(), [&](const WordPiece& piece) { return begin + piece.bytes.begin < span.end; });
  const auto place = [&](auto piece) {
    return std::min(static_cast<std::size_t>(piece - pieces.begin()), Encoder::longest_sentence);
  };
  return {place(first), place(behind)};
}

SentenceReadings::SentenceReadings(const Article& article, const Marks& marks, std::span<const Span> spans,
                                   const Encoder& encoder, const EncoderBranch& branch)
    : marks_(marks) {
  const auto& sentences = marks.dissection.sentences;
  for (const Span span : spans) {
    const std::size_t number = sentence_at(sentences, span.begin);
    if (number < sentences.size()) by_number_.try_emplace(number);
  }
  std::vector<std::vector<WordPiece>> pieces;
  for (const auto& [number, reading] : by_number_)
    pieces.push_back(encoder.pieces().split(words_at(article.text, sentences[number].span)));
  std::vector<EncodedSentence> encoded = encoder.encode(pieces, branch);
  std::size_t i = 0;
  for (auto& [number, reading] : by_number_) {
    reading = {sentences[number].span.begin, std::move(pieces[i]), std::move(encoded[i])};
    ++i;
  }
}

const SentenceReading* SentenceReadings::at(Span span) const {
  const auto found = by_number_.find(sentence_at(marks_.dissection.sentences, span.begin));
  return found == by_number_.end() ? nullptr : &found->second;
}

}  // namespace hearsay
