// A run of bytes in a text. Inside the program all positions are byte offsets into UTF-8 text; only what is printed
// counts code points (see base/utf8.h).
#pragma once

#include <cassert>
#include <compare>
#include <cstddef>
#include <string_view>

namespace hearsay {

// Half open: begin is the first byte, end is one past the last. begin <= end always.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  auto operator<=>(const Span&) const = default;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::size_t byte) const { return begin <= byte && byte < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

// The bytes both spans hold; empty (at the later begin) when they hold none.
inline Span intersection(Span a, Span b) {
  const std::size_t begin = a.begin > b.begin ? a.begin : b.begin;
  const std::size_t end = a.end < b.end ? a.end : b.end;
  return {begin, end < begin ? begin : end};
}

// The smallest span that holds both.
inline Span hull(Span a, Span b) { return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end}; }

// The words at a span. The span must lie inside the text.
inline std::string_view words_at(std::string_view text, Span span) {
  assert(span.begin <= span.end && span.end <= text.size());
  return text.substr(span.begin, span.size());
}

}  // namespace hearsay
