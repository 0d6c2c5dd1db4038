#include "capture/formats/mail.h"

#include "base/trimmed.h"
#include "capture/bytes/encoding.h"
#include "capture/formats/mime.h"
#include "capture/network/header_text.h"

namespace hearsay {

namespace {

struct Body {
  std::string content;
  std::optional<std::string> encoding;
};

// The first of each kind that is no attachment.
struct Bodies {
  std::optional<Body> html;
  std::optional<Body> plain;

  void take(const MimeHeaders& headers, std::string_view body) {
    if (small(value_of(headers, "content-disposition")).starts_with("attachment")) return;
    const std::string type = small(value_of(headers, "content-type"));
    std::optional<Body>* place = nullptr;
    if (type.starts_with("text/html")) place = &html;
    if (type.starts_with("text/plain") || type.empty()) place = &plain;
    if (!place || *place) return;
    *place = Body{decoded_body(body, value_of(headers, "content-transfer-encoding")), parameter(type, "charset")};
  }
};

// "Quay Gazette <news@quay.example>" in its two parts.
void add_sender(const std::string& from, Record& record) {
  const std::size_t open = from.rfind('<');
  const std::size_t at = from.rfind('@');
  std::string name(trimmed(std::string_view(from).substr(0, open == std::string::npos ? 0 : open)));
  std::erase(name, '"');
  if (!name.empty()) record.authors.push_back(name);
  if (at == std::string::npos) return;
  const std::string domain = small(std::string_view(from).substr(at + 1, from.find_first_of("> ", at) - at - 1));
  if (domain.find('.') != std::string::npos) record.outlet = domain;
}

std::string without_brackets(std::string_view id) {
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  return std::string(id);
}

}  // namespace

std::optional<Record> parse_mail(std::string_view message) {
  if (message.starts_with("From ")) message.remove_prefix(std::min(message.find('\n'), message.size() - 1) + 1);
  Bodies bodies;
  each_part(message, [&](const MimeHeaders& headers, std::string_view body) { bodies.take(headers, body); });
  if (!bodies.html && !bodies.plain) return std::nullopt;
  const MimeHeaders headers = take_headers(message);
  Record record;
  record.carrier = "mail";
  record.id = without_brackets(value_of(headers, "message-id"));
  if (auto subject = header_words(value_of(headers, "subject")); !subject.empty()) record.title = std::move(subject);
  if (auto date = value_of(headers, "date"); !date.empty()) record.published = std::move(date);
  add_sender(header_words(value_of(headers, "from")), record);
  if (bodies.html) {
    record.kind = Record::Kind::fragment;
    record.content = std::move(bodies.html->content);
    record.encoding = std::move(bodies.html->encoding);
  } else {
    record.content = decode_page(bodies.plain->content, bodies.plain->encoding).text;
  }
  return record;
}

std::vector<std::string_view> messages_of(std::string_view mailbox) {
  std::vector<std::string_view> messages;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = mailbox.find("\nFrom ", at)) != std::string_view::npos; ++at) {
    // The line before is empty, and the line itself ends in a year.
    const bool after_blank = at > 0 && (mailbox[at - 1] == '\n' || mailbox.substr(at - 1).starts_with("\r\n"));
    const std::string_view line = trimmed(mailbox.substr(at + 1, mailbox.find('\n', at + 1) - at - 1));
    if (!after_blank || line.size() < 10 || line.find(':') == std::string_view::npos) continue;
    messages.push_back(mailbox.substr(begin, at + 1 - begin));
    begin = at + 1;
  }
  messages.push_back(mailbox.substr(begin));
  return messages;
}

bool is_mail(std::string_view start) {
  if (start.starts_with("From ") && start.find("\nDate: ") != std::string_view::npos) return true;
  int known = 0;
  for (std::string_view rest = start.substr(0, 4096); !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const std::string line = small(rest.substr(0, std::min<std::size_t>(end, 40)));
    if (line.empty() || line == "\r") break;
    const bool named = line.find(':') < 30;
    if (!named && line.front() != ' ' && line.front() != '\t') return false;
    for (const char* name : {"from:", "date:", "subject:", "received:", "message-id:", "mime-version:", "to:"})
      known += line.starts_with(name);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return known >= 3;
}

}  // namespace hearsay
