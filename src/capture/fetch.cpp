// libcurl does the work. The private networks are those of IANA's special-purpose registries (RFC 6890); they are
// checked on the socket, after names are resolved, so that a name that resolves to a private address is caught too.
#include "capture/fetch.h"

#include "capture/robots.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace hearsay {

namespace {

constexpr const char* program_name = "hearsay";

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
  const bool holds_v4 = IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr) || IN6_IS_ADDR_V4COMPAT(&v6.sin6_addr) ||
                        (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xFF && bytes[3] == 0x9B);  // 64:ff9b::/96
  if (holds_v4) {
    std::uint32_t v4 = 0;
    std::memcpy(&v4, bytes + 12, 4);
    return is_private_v4(ntohl(v4));
  }
  return (bytes[0] & 0xE0) != 0x20;  // only 2000::/3 is public
}

std::string small(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

// "https://a.example/b?c" as "https://a.example" and "/b?c".
std::pair<std::string, std::string> parts_of(const std::string& address) {
  const std::size_t host = address.find("://");
  const std::size_t path = host == std::string::npos ? host : address.find_first_of("/?#", host + 3);
  if (path == std::string::npos) return {address, "/"};
  std::string rest = address.substr(path, address.find('#', path) - path);
  if (!rest.starts_with('/')) rest.insert(0, "/");
  return {address.substr(0, path), rest};
}

}  // namespace

bool is_web_address(const std::string& path) {
  const std::string start = small(path.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

struct Fetcher::Connection {
  bool allow_private = false;
  CURL* curl = nullptr;
  std::string bytes;
  bool too_large = false;
  bool refused = false;

  static std::size_t take(char* data, std::size_t, std::size_t size, void* self) {
    auto& connection = *static_cast<Connection*>(self);
    connection.too_large = connection.bytes.size() + size > largest_record_bytes;
    if (connection.too_large) return 0;
    connection.bytes.append(data, size);
    return size;
  }

  static curl_socket_t open(void* self, curlsocktype, curl_sockaddr* address) {
    auto& connection = *static_cast<Connection*>(self);
    if (!connection.allow_private && is_private(&address->addr)) {
      connection.refused = true;
      return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }
};

Fetcher::Fetcher(bool allow_private) : connection_(std::make_unique<Connection>()) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  connection_->allow_private = allow_private;
  connection_->curl = started == CURLE_OK ? curl_easy_init() : nullptr;
  if (!connection_->curl) throw std::runtime_error("the network cannot be used: libcurl does not start");
  CURL* curl = connection_->curl;
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, 5L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can unpack
  curl_easy_setopt(curl, CURLOPT_USERAGENT, program_name);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Connection::take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, connection_.get());
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &Connection::open);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, connection_.get());
}

Fetcher::~Fetcher() { curl_easy_cleanup(connection_->curl); }

Fetched Fetcher::request(const std::string& address, long& status) {
  Connection& connection = *connection_;
  connection.bytes.clear();
  connection.too_large = connection.refused = false;
  curl_easy_setopt(connection.curl, CURLOPT_URL, address.c_str());
  const CURLcode result = curl_easy_perform(connection.curl);
  if (connection.refused) throw Unreadable("leads to a private address, which is not fetched");
  if (connection.too_large) throw Unreadable("is larger than an article can be (32 MB)");
  if (result != CURLE_OK) throw Unreadable(std::string("cannot be fetched: ") + curl_easy_strerror(result));
  Fetched fetched;
  fetched.bytes = std::move(connection.bytes);
  curl_easy_getinfo(connection.curl, CURLINFO_RESPONSE_CODE, &status);
  char* text = nullptr;
  curl_easy_getinfo(connection.curl, CURLINFO_EFFECTIVE_URL, &text);
  fetched.address = text ? text : address;
  curl_easy_getinfo(connection.curl, CURLINFO_CONTENT_TYPE, &text);
  const std::string type = small(text ? text : "");
  fetched.content_type = type.substr(0, type.find_first_of("; "));
  if (const std::size_t at = type.find("charset="); at != std::string::npos) {
    std::string name = type.substr(at + 8, type.find(';', at) - (at + 8));
    std::erase(name, '"');
    fetched.encoding = name;
  }
  return fetched;
}

void Fetcher::ask_robots(const std::string& address) {
  const auto [site, path] = parts_of(address);
  auto known = robots_.find(site);
  if (known == robots_.end()) {
    long status = 0;
    const Fetched fetched = request(site + "/robots.txt", status);
    std::string rules = status >= 500 ? "User-agent: *\nDisallow: /" : status == 200 ? fetched.bytes : std::string();
    known = robots_.emplace(site, std::move(rules)).first;
  }
  if (!may_fetch(known->second, program_name, path)) throw Unreadable("is not for programs to fetch (robots.txt)");
}

Fetched Fetcher::get(const std::string& address) {
  if (!is_web_address(address)) throw Unreadable("is not an address on the web");
  ask_robots(address);
  long status = 0;
  Fetched fetched = request(address, status);
  if (status != 200)
    throw Unreadable((status == 404 || status == 410 ? "is not there (" : "cannot be fetched (") +
                     std::to_string(status) + ")");
  return fetched;
}

}  // namespace hearsay
