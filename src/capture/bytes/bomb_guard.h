// Recognises decompression bombs: data that unpacks to far more than any text would.
#pragma once

#include "capture/bytes/byte_source.h"

#include <cstddef>

namespace hearsay {

// Counts what goes in and comes out. add() throws Unreadable beyond 64 MB that were 300 times smaller packed.
class BombGuard {
 public:
  void add(std::size_t packed, std::size_t unpacked) {
    packed_ += packed;
    unpacked_ += unpacked;
    if (unpacked_ > (64u << 20) && unpacked_ / 300 > packed_)
      throw Unreadable("unpacks to more than 300 times its size, as no text does");
  }

 private:
  std::size_t packed_ = 0;
  std::size_t unpacked_ = 0;
};

}  // namespace hearsay
