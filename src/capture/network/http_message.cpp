// Lenient, as archives are: headers may lack, chunks may be joined already, a body may be cut.
#include "capture/network/http_message.h"

#include "base/trimmed.h"
#include "capture/network/content_coding.h"
#include "capture/network/header_text.h"

#include <algorithm>
#include <charconv>

namespace hearsay {

namespace {

void read_content_type(std::string_view value, HttpResponse& response) {
  response.content_type = small(trimmed(value.substr(0, value.find(';'))));
  const std::string all = small(value);
  const std::size_t at = all.find("charset=");
  if (at == std::string::npos) return;
  std::string name = all.substr(at + 8, all.find_first_of("; \t", at + 8) - (at + 8));
  std::erase(name, '"');
  if (!name.empty()) response.encoding = name;
}

// The chunks of a chunked body. Archives often keep the header and the body already joined: what is not chunked comes
// back as it is.
std::string joined_chunks(std::string_view body) {
  std::string joined;
  std::string_view rest = body;
  for (;;) {
    std::size_t size = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
    const std::size_t line = rest.find("\r\n");
    if (read.ec != std::errc() || line == std::string_view::npos || line > 100)
      return joined.empty() ? std::string(body) : joined;
    rest.remove_prefix(line + 2);
    if (size == 0) return joined;
    joined += rest.substr(0, size);
    if (rest.size() < size + 2) return joined;
    rest.remove_prefix(size + 2);
  }
}

}  // namespace

std::optional<HttpResponse> parse_http(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  HttpResponse response;
  bool chunked = false;
  std::string codings;
  std::size_t at = 0;
  for (bool first = true; at < bytes.size(); first = false) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = trimmed(bytes.substr(at, end - at));
    at = std::min(end + 1, bytes.size());
    if (line.empty()) break;
    if (first) {
      const std::size_t space = line.find(' ');
      if (space == std::string_view::npos) return std::nullopt;
      std::from_chars(line.data() + space + 1, line.data() + line.size(), response.status);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = small(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "content-type") read_content_type(value, response);
    if (name == "transfer-encoding") chunked = small(value).find("chunked") != std::string::npos;
    if (name == "content-encoding") codings += (codings.empty() ? "" : ", ") + std::string(value);
  }
  Uncoded body = undo_codings(chunked ? joined_chunks(bytes.substr(at)) : std::string(bytes.substr(at)), codings);
  response.body = std::move(body.bytes);
  response.fault = std::move(body.fault);
  return response;
}

}  // namespace hearsay
