// The networks are those of IANA's special-purpose registries (RFC 6890). An IPv6 address that carries an IPv4 address
// is judged by that.
#include "capture/network/private_network.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace hearsay {

namespace {

bool in_network(std::uint32_t address, std::uint32_t network, int bits) {
  return (address >> (32 - bits)) == (network >> (32 - bits));
}

bool is_private_v4(std::uint32_t address) {
  constexpr std::pair<std::uint32_t, int> networks[] = {
      {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
      {0xAC100000, 12}, {0xC0000000, 24}, {0xC0A80000, 16}, {0xC6120000, 15}, {0xE0000000, 3}};
  return std::any_of(std::begin(networks), std::end(networks),
                     [address](const auto& network) { return in_network(address, network.first, network.second); });
}

}  // namespace

bool is_private(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, address, sizeof v4);
    return is_private_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6) return true;
  sockaddr_in6 v6;
  std::memcpy(&v6, address, sizeof v6);
  const unsigned char* bytes = v6.sin6_addr.s6_addr;
  const auto starts_with = [bytes](std::initializer_list<unsigned char> start) {
    return std::equal(start.begin(), start.end(), bytes);
  };
  const auto v4_at = [bytes](int at) {
    std::uint32_t v4 = 0;
    std::memcpy(&v4, bytes + at, 4);
    return is_private_v4(ntohl(v4));
  };
  if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr) || IN6_IS_ADDR_V4COMPAT(&v6.sin6_addr)) return v4_at(12);
  if (starts_with({0x00, 0x64, 0xFF, 0x9B})) return v4_at(12);  // 64:ff9b::/96, NAT64
  if (starts_with({0x20, 0x02})) return v4_at(2);               // 2002::/16, 6to4
  if (starts_with({0x20, 0x01, 0x0D, 0xB8})) return true;       // 2001:db8::/32, for examples
  if (starts_with({0x20, 0x01}) && bytes[2] < 2) return true;   // 2001::/23, Teredo and other protocols
  return (bytes[0] & 0xE0) != 0x20;                             // only 2000::/3 is public
}

}  // namespace hearsay
