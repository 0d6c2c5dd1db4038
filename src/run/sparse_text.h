// A text of which only some words are known, and where they stand.
#pragma once

#include "base/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Counts code points until in_utf8() is called; then in_bytes() says where they came to stand.
class SparseText {
 public:
  // The text goes at least so far. Throws std::length_error ("has a span that ends before it begins", "... that lies
  // beyond what an article can be").
  void reach(Span code_points);

  // These words stand there. Throws also when the words are longer or shorter than their span, or others than those
  // put there before.
  void put(Span code_points, std::string_view words);

  // So many code points, before in_utf8().
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
