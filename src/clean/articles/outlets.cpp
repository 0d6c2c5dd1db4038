#include "clean/articles/outlets.h"

#include "base/word_lists.h"

#include <algorithm>
#include <map>

namespace hearsay {

namespace {

using Domains = std::map<std::string, std::string, std::less<>>;

const Domains& known_domains() {
  static const Domains read = [] {
    Domains domains;
    read_list("data/outlet_addresses.txt", {""}, [&](const ListLine& line) {
      for (const std::string_view other : line.words) domains.emplace(other, line.needed_key());
    });
    return domains;
  }();
  return read;
}

// What follows the scheme; empty if there is none.
std::string_view after_scheme(std::string_view address) {
  const std::size_t scheme = address.find("://");
  return scheme == std::string_view::npos || scheme > 10 ? std::string_view() : address.substr(scheme + 3);
}

// The innermost of addresses that are in the path of another.
std::string_view innermost(std::string_view rest) {
  for (int depth = 0; depth < 5; ++depth) {
    const std::string_view path = rest.substr(0, rest.find_first_of("?#"));
    std::size_t inner = std::string_view::npos;
    for (const std::string_view begin : {"/http://", "/https://"})
      if (const std::size_t at = path.find(begin); at != std::string_view::npos)
        inner = std::min(inner, at + begin.size());
    if (inner == std::string_view::npos) break;
    rest = rest.substr(inner);
  }
  constexpr std::string_view for_phones = "/amp/s/";  // google.com/amp/s/quay.example/1
  const std::size_t path = rest.find('/');
  if (path != std::string_view::npos && rest.substr(path).starts_with(for_phones))
    return rest.substr(path + for_phones.size());
  return rest;
}

// A cache of pages for phones writes "quay-news.example" as "quay--news-example".
std::string uncached(std::string host) {
  constexpr std::string_view cache = ".cdn.ampproject.org";
  if (!host.ends_with(cache)) return host;
  std::string own;
  for (std::size_t i = 0; i + cache.size() < host.size(); ++i) {
    const bool doubled = host[i] == '-' && host[i + 1] == '-';
    own += host[i] != '-' ? host[i] : doubled ? '-' : '.';
    i += doubled;
  }
  return own;
}

}  // namespace

std::string outlet_of_address(std::string_view address) {
  const std::string_view rest = innermost(after_scheme(address));
  std::string host(rest.substr(0, rest.find_first_of("/?#:")));
  if (host.size() > 253 || host.find('.') == std::string::npos) return {};
  std::transform(host.begin(), host.end(), host.begin(), [](unsigned char c) { return std::tolower(c); });
  host = uncached(std::move(host));
  for (const std::string_view prefix : {"www.", "m.", "amp.", "mobile."})
    if (host.starts_with(prefix)) {
      host.erase(0, prefix.size());
      break;
    }
  for (std::string_view domain = host; !domain.empty();) {
    if (const auto known = known_domains().find(domain); known != known_domains().end()) return known->second;
    domain.remove_prefix(std::min(domain.find('.') + 1, domain.size()));
    if (domain.find('.') == std::string_view::npos) break;
  }
  return host;
}

}  // namespace hearsay
