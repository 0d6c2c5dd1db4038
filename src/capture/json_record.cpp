// simdjson's document interface: a line is parsed in one go, and the few keys are looked up in order of preference.
#include "capture/json_record.h"

#include <simdjson.h>

#include <initializer_list>

namespace hearsay {

namespace {

using simdjson::dom::element;

std::optional<std::string> as_text(element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return text.empty() ? std::nullopt : std::optional(std::string(text));
  if (value.is_int64() || value.is_uint64()) return std::string(simdjson::minify(value));
  return std::nullopt;
}

// The first of the keys that holds text. A publisher may be an object with a name, as schema.org has it.
std::optional<std::string> field(element row, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    element value;
    if (row[key].get(value) != simdjson::SUCCESS) continue;
    if (value.is_object() && value["name"].get(value) != simdjson::SUCCESS) continue;
    if (auto text = as_text(value)) return text;
  }
  return std::nullopt;
}

Record describe(element row) {
  Record record;
  record.url = field(row, {"url"});
  record.id = field(row, {"id"}).value_or(record.url.value_or(""));
  record.title = field(row, {"title"});
  record.published = field(row, {"published", "date_publish", "pub_date", "date"});
  record.outlet = field(row, {"outlet", "source_domain", "publisher"});
  record.language = field(row, {"language"});
  return record;
}

}  // namespace

tl::expected<Record, std::string> parse_json_record(std::string_view json) {
  simdjson::dom::parser parser;
  element row;
  if (const auto error = parser.parse(json.data(), json.size()).get(row); error != simdjson::SUCCESS)
    return tl::unexpected(std::string("is not JSON (") + simdjson::error_message(error) + ")");
  if (!row.is_object()) return tl::unexpected(std::string("is JSON, but not an object"));
  Record record = describe(row);
  if (auto text = field(row, {"text", "maintext"})) {
    record.content = std::move(*text);
  } else if (auto html = field(row, {"html"})) {
    record.kind = Record::Kind::html;
    record.encoding = "utf-8";  // JSON is UTF-8, whatever the page said when it was written
    record.content = std::move(*html);
  } else {
    return tl::unexpected(std::string("has neither text nor html"));
  }
  return record;
}

std::map<std::string, Record, std::less<>> parse_companion(std::string_view json) {
  std::map<std::string, Record, std::less<>> companions;
  simdjson::dom::parser parser;
  element whole;
  if (parser.parse(json.data(), json.size()).get(whole) != simdjson::SUCCESS) return companions;
  if (whole.is_object()) companions[""] = describe(whole);
  simdjson::dom::array rows;
  if (whole.get(rows) != simdjson::SUCCESS) return companions;
  for (const element row : rows) {
    if (!row.is_object()) continue;
    if (const auto file = field(row, {"file"})) companions[*file] = describe(row);
  }
  return companions;
}

}  // namespace hearsay
