// A sentence as words, numbers and marks, cut finer than grammar cuts it: what amounts are read from.
#pragma once

#include "base/span.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class PieceKind : std::uint8_t { word, number, mark };

struct Piece {
  Span span;  // in the article's text
  PieceKind kind = PieceKind::mark;
  bool glued = false;       // nothing stands between it and the piece before
  bool line_begin = false;  // the first of its line
  double value = 0;         // of a number written in digits, its commas taken out
};

// Whether the letters may have digits right behind them and still be a word of their own: "USD" in "USD10m".
using IsPrefix = std::function<bool(std::string_view)>;

// The pieces of one sentence. Keeps a lower-case copy of the sentence and a view of the text, which must outlive it.
class Pieces {
 public:
  // Linear in the sentence's length. A number is digits with commas or spaces between groups and one decimal point:
  // "10,000", "1,00,000", "4 512 000", "4.5", ".001". Letters with digits behind them are one word: "A380"; so are
  // years in a row, "2006-07". "40 MUSD" has the words "M" and "USD".
  Pieces(std::string_view text, Span sentence, const IsPrefix& is_prefix);

  std::size_t size() const { return pieces_.size(); }
  const Piece& operator[](std::size_t i) const { return pieces_[i]; }

  std::string_view exact(std::size_t i) const { return words_at(text_, pieces_[i].span); }
  std::string_view lower(std::size_t i) const {
    return std::string_view(lower_).substr(pieces_[i].span.begin - sentence_.begin, pieces_[i].span.size());
  }
  bool is(std::size_t i, std::string_view lower_word) const { return i < size() && lower(i) == lower_word; }
  bool is_word(std::size_t i) const { return i < size() && pieces_[i].kind == PieceKind::word; }
  bool is_number(std::size_t i) const { return i < size() && pieces_[i].kind == PieceKind::number; }
  bool glued(std::size_t i) const { return i < size() && pieces_[i].glued; }
  bool capitalised(std::size_t i) const;

  // A hyphen or a dash as short as one: "-", U+2010, U+2011, U+2013, U+2212.
  bool is_hyphen(std::size_t i) const;
  // The same, with something on both sides: "twenty-one".
  bool joins(std::size_t i) const { return is_hyphen(i) && pieces_[i].glued && glued(i + 1); }

  // The text from the piece `first` up to the piece `last`, excluded. `first` < `last`.
  Span span_of(std::size_t first, std::size_t last) const {
    return {pieces_[first].span.begin, pieces_[last - 1].span.end};
  }

 private:
  std::string_view text_;
  Span sentence_;
  std::string lower_;  // letters of ASCII only, so that byte counts stay
  std::vector<Piece> pieces_;
};

}  // namespace hearsay
