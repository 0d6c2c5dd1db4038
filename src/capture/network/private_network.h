// Which addresses belong to the machine itself or to a network that is not the public one.
#pragma once

struct sockaddr;

namespace hearsay {

// True for anything that is neither IPv4 nor IPv6, and for all of IPv6 but what is public (2000::/3).
bool is_private(const sockaddr* address);

}  // namespace hearsay
