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
  std::string body;                     // chunks joined and unpacked (content_coding.h)
  std::string fault;                    // why the body is not all there; empty when it is
};

// Nothing when it is no response.
std::optional<HttpResponse> parse_http(std::string_view bytes);

}  // namespace hearsay
