// Splitting text at a separator, one piece at a time.
#pragma once

#include <algorithm>
#include <string_view>

namespace hearsay {

// Takes the piece up to the next separator off the front of `rest`, and the separator with it; the last piece is all
// that is left. Call it while `rest` is not empty.
inline std::string_view next_piece(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

inline std::string_view next_line(std::string_view& rest) { return next_piece(rest, '\n'); }

}  // namespace hearsay
