#include "serve/gate.h"

#include "base/trimmed.h"
#include "capture/network/header_text.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t shortest_token = 16;
constexpr std::size_t longest_token = 1000;

// "localhost:8321" without the port.
std::string name_in(const std::string& host) {
  if (const std::size_t end = host.find("]:");
      host.starts_with('[') && (end != std::string::npos || host.ends_with(']')))
    return host.substr(1, std::min(end, host.size() - 1) - 1);
  return host.substr(0, host.find(':'));
}

bool is_of_this_server(const RequestHead& head) {
  const bool own_page =
      head.origin.empty() || head.origin == "http://" + head.host || head.origin == "https://" + head.host;
  return own_page && (head.site.empty() || head.site == "same-origin" || head.site == "none");
}

// In constant time, so that the time taken does not reveal how much of the token is right.
bool brings_token(const RequestHead& head, const std::string& token) {
  const std::string wanted = "Bearer " + token;
  return head.authorization.size() == wanted.size() &&
         CRYPTO_memcmp(head.authorization.data(), wanted.data(), wanted.size()) == 0;
}

bool is_json(const std::string& content_type) {
  return small(trimmed(std::string_view(content_type).substr(0, content_type.find(';')))) == "application/json";
}

}  // namespace

bool is_loopback(const std::string& host) {
  const bool numbers = host.find_first_not_of("0123456789.") == std::string::npos;  // not "127.somewhere.example"
  return host == "localhost" || host == "::1" || (numbers && host.starts_with("127."));
}

std::optional<WebAnswer> turned_away(const RequestHead& head, const Gate& gate) {
  if (gate.loopback && !is_loopback(name_in(head.host))) return refusal(403, "unknown host name");
  if ((", " + head.methods + ",").find(", " + head.method + ",") == std::string::npos)
    return refusal(405, "method not allowed");
  if (head.method == "GET" || head.method == "HEAD") return std::nullopt;
  if (!gate.may_write()) return refusal(403, "this server is read-only");
  if (!is_of_this_server(head)) return refusal(403, "a page from elsewhere may not write here");
  if (!gate.token.empty() && !brings_token(head, gate.token))
    return refusal(401, "writing needs the token of this server");
  if (head.method == "POST" && (!is_json(head.content_type) || !head.content_encoding.empty()))
    return refusal(415, "the body must be application/json");
  return std::nullopt;
}

std::string read_token(const std::string& path) {
  struct stat facts {};
  std::ifstream file(path, std::ios::binary);
  if (::stat(path.c_str(), &facts) != 0 || !file)
    throw std::runtime_error(fmt::format("{} cannot be read: {}", path, std::strerror(errno)));
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    throw std::runtime_error(fmt::format("{} may be read by others: chmod 600 {}", path, path));
  std::string text;
  std::copy_n(std::istreambuf_iterator<char>(file), std::min<std::streamoff>(facts.st_size, longest_token + 2),
              std::back_inserter(text));
  const std::string token(trimmed(std::string_view(text).substr(0, text.find('\n'))));
  const bool sendable = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 127; });
  if (token.size() < shortest_token || token.size() > longest_token || !sendable)
    throw std::runtime_error(
        fmt::format("{} holds no token: it must be {} or more letters and numbers on one line", path, shortest_token));
  return token;
}

}  // namespace hearsay
