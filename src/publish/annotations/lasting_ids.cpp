#include "publish/annotations/lasting_ids.h"

#include "publish/tables/story_facts.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace hearsay {

namespace {

std::string uuid_of(const std::string& kind, const std::string& bytes) {
  const std::string all = kind + '\0' + bytes;
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  constexpr std::uint64_t version = 8;
  const std::uint64_t high = (hash.high64 & ~0xF000ULL) | (version << 12);
  const std::uint64_t low = (hash.low64 & ~(3ULL << 62)) | (2ULL << 62);
  return fmt::format("urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF, high & 0xFFFF,
                     low >> 48, low & 0xFFFFFFFFFFFFULL);
}

}  // namespace

std::string lasting_id(const Article& article, Span claim_in_code_points) {
  return uuid_of("claim", fmt::format("{}\n{}\n{}", article.id, claim_in_code_points.begin, claim_in_code_points.end));
}

std::string lasting_id(const Article& article) { return uuid_of("article", article.id); }
std::string lasting_id(const Origin& origin) {
  return uuid_of("origin", std::string(to_text(origin.kind)) + '\n' + origin.name);
}
std::string lasting_id_of_point(const std::string& address) { return uuid_of("point", address); }

std::string lasting_id_of_account(const Account& account) {
  std::string ids;
  for (const Article& article : account.articles) ids += article.id + '\n';
  return uuid_of("account", ids);
}

std::string address_of(const Article& article) {
  const std::string address = web_address(article);
  return address.empty() ? lasting_id(article) : address;
}

}  // namespace hearsay
