// SHA-256 (FIPS 180-4), by which the page names its own script and style in its content security policy.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

// The digest in base 64 (RFC 4648) as a policy gives it: "sha256-47DEQpj8...".
std::string policy_hash(std::string_view bytes);

}  // namespace hearsay
