// Lenient: parts may lack their end, headers their colon. A library for mail would bring GLib and encryption with it.
#include "capture/formats/mime.h"

#include "base/trimmed.h"
#include "capture/bytes/encoding.h"
#include "capture/network/header_text.h"

#include <algorithm>

namespace hearsay {

namespace {

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view behind = text.substr(i + 1);
    if (text[i] != '=') {
      bytes += text[i];
    } else if (behind.starts_with("\r\n")) {
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

// "=?charset?Q?words?=" from the front; nothing when it is none.
std::optional<std::string> take_encoded_word(std::string_view& text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset = text.find('?', 2);
  const std::size_t words = charset == std::string_view::npos ? charset : text.find('?', charset + 1);
  const std::size_t end = words == std::string_view::npos ? words : text.find("?=", words + 1);
  if (end == std::string_view::npos || words != charset + 2) return std::nullopt;
  std::string inner(text.substr(words + 1, end - words - 1));
  const bool quoted = (text[charset + 1] | 0x20) == 'q';
  if (quoted) std::replace(inner.begin(), inner.end(), '_', ' ');
  const std::string name(text.substr(2, charset - 2));
  text.remove_prefix(end + 2);
  return decode_page(quoted ? from_quoted_printable(inner) : from_base64(inner), name).text;
}

// Where a line of the body is "--boundary", from `at` on: its beginning and the beginning of the line after it.
struct Boundary {
  std::size_t begin;
  std::size_t end;
};
std::optional<Boundary> find_boundary(std::string_view body, const std::string& line, std::size_t at) {
  for (; (at = body.find(line, at)) != std::string_view::npos; at += line.size()) {
    if (at > 0 && body[at - 1] != '\n') continue;
    const std::size_t end = body.find('\n', at);
    return Boundary{at, end == std::string_view::npos ? body.size() : end + 1};
  }
  return std::nullopt;
}

class Parts {
 public:
  explicit Parts(const std::function<void(const MimeHeaders&, std::string_view)>& take) : take_(take) {}

  void visit(std::string_view message, int depth) {
    const MimeHeaders headers = take_headers(message);
    const std::string type = value_of(headers, "content-type");
    const auto boundary = parameter(type, "boundary");
    if (!small(type).starts_with("multipart/") || !boundary || boundary->empty()) {
      if (left_-- > 0) take_(headers, message);
      return;
    }
    if (depth > 0) visit_parts(message, "--" + *boundary, depth);
  }

 private:
  void visit_parts(std::string_view body, const std::string& line, int depth) {
    auto here = find_boundary(body, line, 0);
    while (here && left_ > 0) {
      const auto next = find_boundary(body, line, here->end);
      const std::size_t end = next ? next->begin : body.size();
      if (body.substr(here->begin + line.size()).starts_with("--")) return;
      visit(body.substr(here->end, end - here->end), depth - 1);
      here = next;
    }
  }

  const std::function<void(const MimeHeaders&, std::string_view)>& take_;
  int left_ = 1000;
};

}  // namespace

MimeHeaders take_headers(std::string_view& rest) {
  constexpr std::size_t most_headers = 200;
  MimeHeaders headers;
  std::string* last = nullptr;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    if (goes_on && last) last->append(" ").append(trimmed(line));
    const std::size_t colon = line.find(':');
    if (goes_on || colon == std::string_view::npos || headers.size() == most_headers) continue;
    last = &headers.try_emplace(small(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1))).first->second;
  }
  return headers;
}

std::string value_of(const MimeHeaders& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

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

std::string decoded_body(std::string_view body, std::string_view encoding) {
  const std::string how = small(trimmed(encoding));
  if (how == "quoted-printable") return from_quoted_printable(body);
  return how == "base64" ? from_base64(body) : std::string(body);
}

std::string header_words(std::string_view value) {
  std::string words;
  bool after_encoded = false;
  while (!value.empty()) {
    const std::size_t blanks = std::min(value.find_first_not_of(" \t"), value.size());
    std::string_view rest = value.substr(blanks);
    if (auto word = take_encoded_word(rest)) {
      if (!after_encoded) words += value.substr(0, blanks);  // blanks between two encoded words are none
      words += *word;
      value = rest;
      after_encoded = true;
      continue;
    }
    const std::size_t end = std::max<std::size_t>(1, std::min(value.find("=?", blanks + 1), value.size()));
    words += value.substr(0, end);
    value.remove_prefix(end);
    after_encoded = false;
  }
  return words;
}

void each_part(std::string_view message,
               const std::function<void(const MimeHeaders& headers, std::string_view body)>& take) {
  Parts(take).visit(message, 8);
}

}  // namespace hearsay
