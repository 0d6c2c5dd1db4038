// Who may ask, and who may write.
#pragma once

#include "serve/request.h"

#include <optional>
#include <string>

namespace hearsay {

// What the operator allows.
struct Gate {
  bool loopback = true;    // it listens on this machine alone
  bool read_only = false;  // nobody may write
  std::string token;       // that writing needs; empty where it needs none, which only loopback may have

  bool may_write() const { return !read_only && (loopback || !token.empty()); }
};

// The head of a request, as far as it decides. A header that is not there is empty.
struct RequestHead {
  std::string method;
  std::string methods;  // that there are at its path: "GET, HEAD"
  std::string host;
  std::string origin;            // Origin: the page that a browser asks for
  std::string site;              // Sec-Fetch-Site, which says the same
  std::string authorization;     // Authorization
  std::string content_type;      // Content-Type
  std::string content_encoding;  // Content-Encoding
};

// The answer to who may not; nothing where the request is to be answered. On loopback a host must be called by one of
// this machine's own names, so that no page from elsewhere can read it under a name of its own (DNS rebinding). What
// writes must come from a page of this very server or from no page, bring the token where one is needed
// ("Authorization: Bearer TOKEN"), and what it brings must be plain JSON. 405 for a method that the path has not.
std::optional<WebAnswer> turned_away(const RequestHead& head, const Gate& gate);

// "localhost", "::1" and 127.0.0.0/8.
bool is_loopback(const std::string& host);

// The token in a file, without white space around it. Throws std::runtime_error where the file cannot be read, others
// may read it, or the token has fewer than 16 characters or one that a header cannot hold.
std::string read_token(const std::string& path);

}  // namespace hearsay
