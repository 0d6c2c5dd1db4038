// As much of MIME (RFC 2045, 2046) as browsers write into such a file: one level of parts, of which the first page is
// wanted. A library for mail would bring GLib and encryption with it for that.
#include "capture/mhtml.h"

#include "base/trimmed.h"
#include "capture/header_text.h"

#include <map>

namespace hearsay {

namespace {

using Headers = std::map<std::string, std::string>;

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Takes the header lines up to the empty one; a line that begins with a blank goes on from the one before.
Headers take_headers(std::string_view& rest) {
  constexpr std::size_t most_headers = 200;
  Headers headers;
  std::string* last = nullptr;
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    if (line.empty()) break;
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    if (goes_on && last) last->append(" ").append(trimmed(line));
    const std::size_t colon = line.find(':');
    if (goes_on || colon == std::string_view::npos || headers.size() == most_headers) continue;
    last = &headers.try_emplace(small(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1))).first->second;
  }
  return headers;
}

std::string value_of(const Headers& headers, const char* name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

// "boundary" of `multipart/related; boundary="x"`.
std::optional<std::string> parameter(std::string_view value, const std::string& name) {
  const std::string folded = small(value);
  for (std::size_t at = folded.find(';'); at != std::string::npos; at = folded.find(';', at)) {
    at = folded.find_first_not_of("; \t", at);
    if (at == std::string::npos) break;
    if (!std::string_view(folded).substr(at).starts_with(name + "=")) continue;
    std::string_view found = value.substr(at + name.size() + 1);
    if (!found.starts_with('"')) return std::string(trimmed(found.substr(0, found.find_first_of("; \t"))));
    found.remove_prefix(1);
    return std::string(found.substr(0, found.find('"')));
  }
  return std::nullopt;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      bytes += text[i];
      continue;
    }
    const std::string_view behind = text.substr(i + 1);
    if (behind.starts_with("\r\n")) {
      i += 2;  // the line goes on
    } else if (behind.starts_with('\n')) {
      i += 1;
    } else if (behind.size() >= 2 && hex_digit(behind[0]) >= 0 && hex_digit(behind[1]) >= 0) {
      bytes += static_cast<char>(16 * hex_digit(behind[0]) + hex_digit(behind[1]));
      i += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) continue;
    held = (held << 6 | static_cast<unsigned>(digit)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFFU);
  }
  return bytes;
}

std::string decoded(std::string_view body, const std::string& how) {
  if (small(how) == "quoted-printable") return from_quoted_printable(body);
  return small(how) == "base64" ? from_base64(body) : std::string(body);
}

bool is_page(const Headers& headers) {
  const std::string type = small(value_of(headers, "content-type"));
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

SavedPage page_of(const Headers& part, std::string_view body, const Headers& whole) {
  SavedPage page;
  page.html = decoded(body, value_of(part, "content-transfer-encoding"));
  page.encoding = parameter(value_of(part, "content-type"), "charset");
  for (const std::string& address :
       {value_of(whole, "snapshot-content-location"), value_of(part, "content-location")}) {
    if (!page.address && (address.starts_with("http://") || address.starts_with("https://"))) page.address = address;
  }
  return page;
}

// The end of the line that is "--boundary", from `at` on; where it begins goes to `begin`.
std::size_t find_boundary(std::string_view file, const std::string& line, std::size_t at, std::size_t& begin) {
  for (; (at = file.find(line, at)) != std::string_view::npos; at += line.size()) {
    if (at > 0 && file[at - 1] != '\n') continue;
    begin = at;
    return at + line.size();
  }
  begin = file.size();
  return std::string_view::npos;
}

}  // namespace

std::optional<SavedPage> parse_mhtml(std::string_view file) {
  std::string_view body = file;
  const Headers whole = take_headers(body);
  if (is_page(whole)) return page_of(whole, body, whole);
  const auto boundary = parameter(value_of(whole, "content-type"), "boundary");
  if (!boundary || boundary->empty()) return std::nullopt;
  const std::string line = "--" + *boundary;
  std::size_t begin = 0;
  for (std::size_t at = find_boundary(body, line, 0, begin); at != std::string_view::npos;) {
    const std::size_t from = body.find('\n', at);
    const std::size_t next = find_boundary(body, line, at, begin);
    if (from < begin) {
      std::string_view part = body.substr(from + 1, begin - from - 1);
      const Headers headers = take_headers(part);
      if (is_page(headers)) return page_of(headers, part, whole);
    }
    at = next;
  }
  return std::nullopt;
}

bool is_mhtml(std::string_view start) {
  const std::string folded = small(start.substr(0, 1024));
  const bool header = folded.starts_with("from:") || folded.starts_with("mime-version:") ||
                      folded.starts_with("subject:") || folded.starts_with("snapshot-content-location:") ||
                      folded.starts_with("content-type: multipart/related");
  return header && folded.find("multipart/related") != std::string::npos;
}

}  // namespace hearsay
