// Pieces are found by binary search; copies that continue each other in both texts are merged into one.
#include "clean/articles/aligned_text.h"

#include <algorithm>

namespace hearsay {

void AlignedText::add_piece(Span raw, bool copied) {
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(raw.begin),
                     static_cast<std::uint32_t>(raw.end), copied});
}

void AlignedText::copy(std::string_view words, std::size_t raw_begin) {
  if (words.empty()) return;
  const Span raw{raw_begin, raw_begin + words.size()};
  if (!pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.copied && last.raw_end == raw_begin) {
      last.raw_end = static_cast<std::uint32_t>(raw.end);
      text_ += words;
      return;
    }
  }
  add_piece(raw, true);
  text_ += words;
}

void AlignedText::replace(std::string_view words, Span raw) {
  if (words.empty()) return;
  add_piece(raw, false);
  text_ += words;
}

void AlignedText::shorten(std::size_t size) {
  while (!pieces_.empty() && pieces_.back().clean_begin >= size) pieces_.pop_back();
  if (!pieces_.empty() && pieces_.back().copied) {
    Piece& last = pieces_.back();
    const auto kept = static_cast<std::uint32_t>(size - last.clean_begin);
    last.raw_end = std::min(last.raw_end, last.raw_begin + kept);
  }
  text_.resize(size);
}

std::vector<AlignedText::Run> AlignedText::runs() const {
  std::vector<Run> runs;
  runs.reserve(pieces_.size());
  for (const Piece& piece : pieces_)
    runs.push_back({{piece.clean_begin, piece.clean_begin + clean_size(piece)}, piece.raw()});
  return runs;
}

const AlignedText::Piece& AlignedText::piece_at(std::size_t clean_byte) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), clean_byte,
                                      [](std::size_t byte, const Piece& piece) { return byte < piece.clean_begin; });
  return *(after - 1);
}

std::size_t AlignedText::clean_size(const Piece& piece) const {
  const Piece* next = &piece + 1;
  return (next == pieces_.data() + pieces_.size() ? text_.size() : next->clean_begin) - piece.clean_begin;
}

Span AlignedText::origin(Span clean) const {
  assert(clean.end <= text_.size());
  if (pieces_.empty()) return {};
  const Piece& first = piece_at(clean.begin);
  const std::size_t begin = first.raw_begin + (first.copied ? clean.begin - first.clean_begin : 0);
  if (clean.empty()) return {begin, begin};
  const Piece& last = piece_at(clean.end - 1);
  const std::size_t end = last.copied ? last.raw_begin + (clean.end - last.clean_begin) : last.raw_end;
  return {begin, std::max(begin, end)};
}

}  // namespace hearsay
