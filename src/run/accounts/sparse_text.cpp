#include "run/accounts/sparse_text.h"

#include "base/utf8.h"

#include <stdexcept>

namespace hearsay {

namespace {

// As large as anything read as one article (capture/bytes/byte_source.h).
constexpr std::size_t most_code_points = 32u << 20;

}  // namespace

void SparseText::reach(Span code_points) {
  if (code_points.end < code_points.begin) throw std::length_error("has a span that ends before it begins");
  if (code_points.end > most_code_points)
    throw std::length_error("has a span that lies beyond what an article can be (32 MB)");
  if (known_.size() < code_points.end) known_.resize(code_points.end, U'\0');
}

void SparseText::put(Span code_points, std::string_view words) {
  reach(code_points);
  std::size_t place = code_points.begin;
  for (std::size_t at = 0; at < words.size(); ++place) {
    const CodePoint point = code_point_at(words, at);
    at += point.size_bytes;
    if (place == code_points.end) throw std::length_error("has words that are longer than their span");
    if (known_[place] != U'\0' && known_[place] != point.value)
      throw std::length_error("has two different words in one place");
    known_[place] = point.value;
  }
  if (place != code_points.end) throw std::length_error("has words that are shorter than their span");
}

std::string SparseText::in_utf8() {
  std::string text;
  bytes_.clear();
  bytes_.reserve(known_.size() + 1);
  for (const char32_t c : known_) {
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
    append_utf8(text, c);
  }
  bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  known_ = {};
  return text;
}

}  // namespace hearsay
