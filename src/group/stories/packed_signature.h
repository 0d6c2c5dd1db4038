// A signature in about a third of its size, for articles that wait.
#pragma once

#include "group/stories/signature.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

std::string pack_signature(const Signature& signature);

// What pack_signature was given. Throws std::runtime_error for bytes it did not make.
Signature unpack_signature(std::string_view bytes);

// What identifies an article among those of its time.
struct PackedIdentity {
  std::string_view id;  // points into the bytes
  std::uint64_t content = 0;
};
PackedIdentity identity_in(std::string_view bytes);

}  // namespace hearsay
