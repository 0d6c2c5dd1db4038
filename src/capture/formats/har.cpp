#include "capture/formats/har.h"

#include "capture/formats/mime.h"
#include "capture/network/header_text.h"

#include <simdjson.h>

namespace hearsay {

namespace {

using simdjson::dom::element;

std::string_view text_at(element object, std::string_view key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

bool is_page(std::string_view type) {
  const std::string folded = small(type.substr(0, type.find(';')));
  return folded == "text/html" || folded == "application/xhtml+xml";
}

// The page of an entry; nothing when it is none.
std::optional<Record> page_of(element entry) {
  element request;
  element response;
  element content;
  std::int64_t status = 0;
  if (!entry.is_object() || entry["request"].get(request) != simdjson::SUCCESS || !request.is_object() ||
      entry["response"].get(response) != simdjson::SUCCESS || !response.is_object() ||
      response["status"].get(status) != simdjson::SUCCESS || status != 200 ||
      response["content"].get(content) != simdjson::SUCCESS || !content.is_object() ||
      !is_page(text_at(content, "mimeType")))
    return std::nullopt;
  const std::string_view text = text_at(content, "text");
  if (text.empty()) return std::nullopt;
  Record record;
  record.kind = Record::Kind::html;
  if (text_at(content, "encoding") == "base64") {
    record.content = from_base64(text);
  } else {
    record.content = text;
    record.encoding = "utf-8";  // JSON is, whatever the page said when it was sent
  }
  record.url = record.id = record.location = text_at(request, "url");
  record.fetched = text_at(entry, "startedDateTime");
  return record;
}

}  // namespace

tl::expected<std::vector<Record>, std::string> parse_har(std::string_view json) {
  simdjson::dom::parser parser;
  element whole;
  if (const auto error = parser.parse(json.data(), json.size()).get(whole); error != simdjson::SUCCESS)
    return tl::unexpected(std::string("is not JSON (") + simdjson::error_message(error) + ")");
  element log;
  simdjson::dom::array entries;
  if (!whole.is_object() || whole["log"].get(log) != simdjson::SUCCESS || !log.is_object() ||
      log["entries"].get(entries) != simdjson::SUCCESS)
    return tl::unexpected(std::string("is JSON, but not an HTTP archive"));
  std::vector<Record> pages;
  for (const element entry : entries)
    if (auto page = page_of(entry)) pages.push_back(std::move(*page));
  return pages;
}

bool is_har(std::string_view start) {
  return start.find("\"log\"") != std::string_view::npos && start.find("\"creator\"") != std::string_view::npos &&
         start.find("\"version\"") != std::string_view::npos;
}

}  // namespace hearsay
