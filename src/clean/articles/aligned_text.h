// Clean text that remembers where each of its characters came from.
#pragma once

#include "base/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Both texts are smaller than 4 GB.
class AlignedText {
 public:
  const std::string& text() const& { return text_; }
  std::string text() && { return std::move(text_); }  // leaves it empty

  // Has it more runs than any article? Then the caller should stop, so that memory stays bounded.
  bool full() const { return pieces_.size() >= 2'000'000; }

  // Appends words that are in the raw text verbatim, from `raw_begin` on.
  void copy(std::string_view words, std::size_t raw_begin);

  // Appends words that stand for other bytes of the raw text ("&amp;", a run of spaces).
  void replace(std::string_view words, Span raw);

  // Removes the last bytes, down to `size`.
  void shorten(std::size_t size);

  // The text in runs, in order and without gaps. A run that has the same length in both texts is byte for byte the
  // same; any other run stands for its raw bytes as a whole, of which there may be none (a line break between
  // paragraphs).
  struct Run {
    Span clean;
    Span raw;
  };
  std::vector<Run> runs() const;

  // The raw bytes that a span of the text came from. The span must lie inside the text; an empty span gives an empty
  // one.
  Span origin(Span clean) const;

 private:
  // A run without its end, which is where the next one begins.
  struct Piece {
    std::uint32_t clean_begin;
    std::uint32_t raw_begin;
    std::uint32_t raw_end;
    bool copied;  // byte for byte the same

    Span raw() const { return {raw_begin, raw_end}; }
  };

  void add_piece(Span raw, bool copied);

  const Piece& piece_at(std::size_t clean_byte) const;
  std::size_t clean_size(const Piece& piece) const;

  std::string text_;
  std::vector<Piece> pieces_;  // ascending in clean_begin
};

}  // namespace hearsay
