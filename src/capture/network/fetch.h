// Pages and feeds from the network, fetched as a considerate client does.
#pragma once

#include "capture/bytes/byte_source.h"
#include "capture/network/fetch_state.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace hearsay {

struct Fetched {
  std::string address;  // where it came from in the end, after redirects
  std::string bytes;
  std::string content_type;             // in small letters, without parameters
  std::optional<std::string> encoding;  // as the server states it
  Validators validators;
  bool unchanged = false;  // since the state that the request named: then there are no bytes
};

// Fetches one thing at a time, so no host ever has two requests. http and https only; at most 5 redirects, 20 seconds
// and largest_record_bytes; robots.txt is asked first, and a site whose robots.txt fails with a server error is left
// alone (RFC 9309). Addresses of the machine itself and of private networks are refused, also when a public name or a
// redirect leads there, unless `allow_private`. No proxy is used: behind one, private addresses could not be
// recognised.
class Fetcher {
 public:
  explicit Fetcher(bool allow_private);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  // Asks for a thing unless it is still as `known` says (If-None-Match, If-Modified-Since).
  // Throws Unreadable with the reason ("is not there (404)", "is not for programs to fetch (robots.txt)").
  Fetched get(const std::string& address, const Validators& known = {});

 private:
  struct Connection;
  Fetched request(const std::string& address, const Validators& known, long& status);
  void ask_robots(const std::string& address);

  std::unique_ptr<Connection> connection_;
  std::map<std::string, std::string> robots_;  // by scheme and host
};

bool is_web_address(const std::string& path);

// "ftp" of "FTP://quay.example/a"; empty for what does not begin like an address.
std::string scheme_of(const std::string& path);

}  // namespace hearsay
