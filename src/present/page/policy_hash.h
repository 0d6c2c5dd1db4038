// The hash by which the page names its own script and style in its content security policy.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The SHA-256 digest (FIPS 180-4) in base 64 (RFC 4648) as a policy gives it: "sha256-47DEQpj8...".
std::string policy_hash(std::string_view bytes);

}  // namespace hearsay
