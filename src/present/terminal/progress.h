// How far reading has got, in one line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace hearsay {

struct Progress {
  std::size_t articles = 0;
  double seconds = 0;            // since the beginning
  std::uint64_t bytes_read = 0;  // of files, packed as they are
  std::optional<std::uint64_t> bytes_in_all;
  std::size_t limit = 0;  // articles after which it ends; 0: none
};

// "1240 articles, 310 a second, 38 % of 1.2 GB, about 2 min left". The share is left out when the bytes are not known,
// the time left when nothing tells how much is still to come and in the first half second.
std::string to_text(const Progress& progress);

}  // namespace hearsay
