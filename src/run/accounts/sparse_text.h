// A text of which only some words, and where they stand, are known.
#pragma once

#include "base/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Counts code points until in_utf8() is called; then in_bytes() says at which bytes they are.
class SparseText {
 public:
  // Makes the text reach at least this far. Throws std::length_error ("has a span that ends before it begins", "...
  // that lies beyond what an article can be").
  void reach(Span code_points);

  // Puts these words there. Throws also if they are longer or shorter than their span, or differ from words put there
  // before.
  void put(Span code_points, std::string_view words);

  // In code points; only before in_utf8().
  std::size_t size() const { return known_.size(); }

  // U+0000 where nothing is known.
  std::string in_utf8();

  // Only after in_utf8().
  Span in_bytes(Span code_points) const { return {bytes_[code_points.begin], bytes_[code_points.end]}; }

 private:
  std::u32string known_;
  std::vector<std::uint32_t> bytes_;  // at which each code point begins, and at which the text ends
};

}  // namespace hearsay
