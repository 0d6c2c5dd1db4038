// Who may ask, and who may write.
#pragma once

#include "serve/request.h"

#include <optional>
#include <string>

namespace hearsay {

// What the operator allows.
struct Gate {
  bool loopback = true;    // it listens on this machine only
  bool read_only = false;  // nobody may write
  std::string token;       // needed for writing; empty if none is, which is allowed only on loopback

  bool may_write() const { return !read_only && (loopback || !token.empty()); }
};

// The parts of a request's head that matter here. A missing header is empty.
struct RequestHead {
  std::string method;
  std::string methods;  // allowed at its path: "GET, HEAD"
  std::string host;
  std::string origin;            // Origin: the site whose page made the browser ask
  std::string site;              // Sec-Fetch-Site: whether that is this server
  std::string authorization;     // Authorization
  std::string content_type;      // Content-Type
  std::string content_encoding;  // Content-Encoding
};

// The answer to a request that is refused; nothing if it is to be answered. On loopback the Host must be one of this
// machine's own names, so that no page from elsewhere can read the server under a name of its own (DNS rebinding). A
// request that writes must come from a page of this server or from no page, bring the token if one is needed
// ("Authorization: Bearer TOKEN"), and send plain JSON. 405 for a method that the path does not have.
std::optional<WebAnswer> turned_away(const RequestHead& head, const Gate& gate);

// "localhost", "::1" and 127.0.0.0/8.
bool is_loopback(const std::string& host);

// The token in a file, without white space around it. Throws std::runtime_error if the file cannot be read, others may
// read it, or the token has fewer than 16 characters or one that a header cannot hold.
std::string read_token(const std::string& path);

}  // namespace hearsay
