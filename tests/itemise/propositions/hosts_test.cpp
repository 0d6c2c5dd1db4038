#include "itemise/propositions/hosts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

Claim claim_at(std::size_t article, std::size_t begin, std::size_t end) {
  Claim claim;
  claim.article = article;
  claim.span = {begin, end};
  return claim;
}

std::string hosts_of(const std::vector<Claim>& claims) {
  std::string text;
  for (const auto& host : find_hosts(claims)) text += (host ? std::to_string(*host) : "-") + " ";
  return text;
}

TEST(Hosts, the_smallest_claim_around_is_the_host) {
  const struct {
    const char* name;
    std::vector<Claim> claims;
    const char* hosts;
  } rows[] = {
      {"none around", {claim_at(0, 0, 10), claim_at(0, 10, 20)}, "- - "},
      {"one around another", {claim_at(0, 0, 40), claim_at(0, 10, 20), claim_at(0, 12, 20)}, "- 0 1 "},
      {"two that begin together", {claim_at(0, 0, 20), claim_at(0, 0, 40)}, "1 - "},
      {"two that end together", {claim_at(0, 0, 20), claim_at(0, 5, 20)}, "- 0 "},
      {"the same words hold nothing", {claim_at(0, 0, 20), claim_at(0, 0, 20)}, "- - "},
      {"two that overlap", {claim_at(0, 0, 20), claim_at(0, 10, 30)}, "- - "},
      {"articles apart", {claim_at(0, 0, 40), claim_at(1, 10, 20)}, "- - "},
      {"behind one that has ended", {claim_at(0, 0, 50), claim_at(0, 0, 10), claim_at(0, 20, 30)}, "- 0 0 "},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(hosts_of(row.claims), row.hosts);
  }
}

}  // namespace
}  // namespace hearsay
