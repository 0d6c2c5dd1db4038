// An HTTP response as an archive keeps it: status line, headers, body (RFC 9112).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct HttpResponse {
  int status = 0;
  std::string content_type;             // in small letters, without parameters
  std::optional<std::string> encoding;  // the charset parameter
  std::string body;                     // chunks joined and unpacked (gzip)
};

// Nothing when it is no response. A body that cannot be unpacked, and one that unpacks to more than
// largest_record_bytes, comes back empty.
std::optional<HttpResponse> parse_http(std::string_view bytes);

}  // namespace hearsay
