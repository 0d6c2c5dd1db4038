#include "capture/network/private_network.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

namespace hearsay {
namespace {

bool is_private_text(const char* text) {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) return is_private(reinterpret_cast<const sockaddr*>(&v4));
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  EXPECT_EQ(inet_pton(AF_INET6, text, &v6.sin6_addr), 1) << text;
  return is_private(reinterpret_cast<const sockaddr*>(&v6));
}

TEST(PrivateNetworkTest, what_is_not_the_public_network_is_private) {
  for (const char* address : {"0.0.0.0",         "10.1.2.3",         "100.64.0.1",        "127.0.0.1", "127.9.9.9",
                              "169.254.169.254", "172.16.0.1",       "172.31.255.255",    "192.0.0.8", "192.168.1.1",
                              "198.18.0.1",      "224.0.0.1",        "255.255.255.255",   "::",        "::1",
                              "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "fe80::1",   "fc00::1",
                              "fd12::1",         "ff02::1"})
    EXPECT_TRUE(is_private_text(address)) << address;
  for (const char* address : {"1.1.1.1", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1",
                              "223.255.255.255", "2001:470::1", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"})
    EXPECT_FALSE(is_private_text(address)) << address;
}

// 6to4 and Teredo addresses carry an IPv4 address, which may be private.
TEST(PrivateNetworkTest, addresses_that_carry_another_are_judged_by_it) {
  EXPECT_TRUE(is_private_text("2002:7f00:1::1"));
  EXPECT_TRUE(is_private_text("2002:c0a8:101::"));
  EXPECT_TRUE(is_private_text("2001:0:1:2:3:4:5:6"));
  EXPECT_TRUE(is_private_text("2001:db8::1"));
  EXPECT_FALSE(is_private_text("2002:101:101::1"));
}

}  // namespace
}  // namespace hearsay
