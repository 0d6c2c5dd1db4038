// HTTP says what is a page; src/clean finds out what it holds.
#include "run/inputs/page_records.h"

#include "capture/network/http_message.h"

namespace hearsay {

bool is_page_type(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

Record fetched_page(Fetched fetched) {
  Record record;
  record.kind = Record::Kind::html;
  record.id = record.location = fetched.address;
  record.url = std::move(fetched.address);
  record.content = std::move(fetched.bytes);
  record.encoding = std::move(fetched.encoding);
  return record;
}

std::optional<Record> archived_page(WarcRecord archived, const std::string& where) {
  Record record;
  record.kind = Record::Kind::html;
  if (archived.type == "response") {
    auto response = parse_http(archived.content);
    if (!response || response->status != 200 || !is_page_type(response->content_type)) return std::nullopt;
    record.content = std::move(response->body);
    record.encoding = std::move(response->encoding);
    record.fault = std::move(response->fault);
  } else if (archived.type == "resource" && is_page_type(archived.content_type)) {
    record.content = std::move(archived.content);
  } else {
    return std::nullopt;
  }
  record.url = archived.address;
  record.location = archived.address;
  record.id = archived.id.empty() ? archived.address : archived.id;
  record.fetched = archived.date;
  record.archived = where + ", " + archived.id + ", fetched " + archived.date;
  if (!archived.digest.empty()) record.archived += ", " + archived.digest;
  return record;
}

bool is_revisited_page(const WarcRecord& revisit) {
  if (revisit.type != "revisit") return false;
  const auto response = parse_http(revisit.content);
  return !response || response->content_type.empty() || is_page_type(response->content_type);
}

}  // namespace hearsay
