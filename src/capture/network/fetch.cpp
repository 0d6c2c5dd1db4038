// libcurl does the work. Whether an address is private is asked on the socket, after names are resolved, so that a name
// that resolves to a private address is caught too.
#include "capture/network/fetch.h"

#include "capture/network/header_text.h"
#include "capture/network/private_network.h"
#include "capture/network/robots.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace hearsay {

namespace {

constexpr const char* program_name = "hearsay";

using Headers = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;

Headers conditions(const Validators& known) {
  curl_slist* list = nullptr;
  if (!known.etag.empty()) list = curl_slist_append(list, ("If-None-Match: " + known.etag).c_str());
  if (!known.last_modified.empty())
    list = curl_slist_append(list, ("If-Modified-Since: " + known.last_modified).c_str());
  return {list, curl_slist_free_all};
}

// A header of the last response, the one after all redirects.
std::string header_of(CURL* curl, const char* name) {
  curl_header* header = nullptr;
  return curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK ? header->value : "";
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

std::string scheme_of(const std::string& path) {
  const std::string scheme = small(path.substr(0, std::min(path.find("://"), path.size())));
  const bool well_formed = scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.") == std::string::npos;
  return scheme.size() < path.size() && well_formed ? scheme : std::string();
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

Fetched Fetcher::request(const std::string& address, const Validators& known, long& status) {
  Connection& connection = *connection_;
  const Headers headers = conditions(known);
  curl_easy_setopt(connection.curl, CURLOPT_HTTPHEADER, headers.get());
  connection.bytes.clear();
  connection.too_large = connection.refused = false;
  curl_easy_setopt(connection.curl, CURLOPT_URL, address.c_str());
  const CURLcode result = curl_easy_perform(connection.curl);
  curl_easy_setopt(connection.curl, CURLOPT_HTTPHEADER, nullptr);
  if (connection.refused) throw Unreadable("leads to a private address, which is fetched only with --allow-private");
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
  fetched.validators = {header_of(connection.curl, "ETag"), header_of(connection.curl, "Last-Modified")};
  return fetched;
}

void Fetcher::ask_robots(const std::string& address) {
  const auto [site, path] = parts_of(address);
  auto known = robots_.find(site);
  if (known == robots_.end()) {
    long status = 0;
    const Fetched fetched = request(site + "/robots.txt", {}, status);
    std::string rules = status >= 500 ? "User-agent: *\nDisallow: /" : status == 200 ? fetched.bytes : std::string();
    known = robots_.emplace(site, std::move(rules)).first;
  }
  if (!may_fetch(known->second, program_name, path)) throw Unreadable("is not for programs to fetch (robots.txt)");
}

Fetched Fetcher::get(const std::string& address, const Validators& known) {
  if (!is_web_address(address)) throw Unreadable("is not an address on the web");
  ask_robots(address);
  long status = 0;
  Fetched fetched = request(address, known, status);
  fetched.unchanged = status == 304 && !known.empty();
  if (status != 200 && !fetched.unchanged)
    throw Unreadable((status == 404 || status == 410 ? "is not there (" : "cannot be fetched (") +
                     std::to_string(status) + ")");
  return fetched;
}

}  // namespace hearsay
