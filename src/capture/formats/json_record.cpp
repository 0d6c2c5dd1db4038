// simdjson's document interface: a line is parsed in one go, and the few keys are looked up in order of preference.
#include "capture/formats/json_record.h"

#include "capture/formats/json_mending.h"

#include <simdjson.h>

#include <initializer_list>

namespace hearsay {

namespace {

using simdjson::dom::element;

std::optional<std::string> as_text(element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return text.empty() ? std::nullopt : std::optional(without_noughts(text));
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

// A text, an object with a name, or a list of these.
void add_names(element value, std::vector<std::string>& names) {
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element one : list)
      if (!one.is_array() && names.size() < 100) add_names(one, names);
    return;
  }
  element name = value;
  if (value.is_object() && value["name"].get(name) != simdjson::SUCCESS && value["uri"].get(name) != simdjson::SUCCESS)
    return;
  if (auto text = as_text(name)) names.push_back(std::move(*text));
}

std::vector<std::string> names_under(element row, std::initializer_list<const char*> keys) {
  std::vector<std::string> names;
  for (const char* key : keys) {
    element value;
    if (names.empty() && row[key].get(value) == simdjson::SUCCESS) add_names(value, names);
  }
  return names;
}

Record describe(element row) {
  Record record;
  record.url = field(row, {"url"});
  record.id = field(row, {"id"}).value_or(record.url.value_or(""));
  record.title = field(row, {"title"});
  record.published = field(row, {"published", "date_publish", "pub_date", "date"});
  record.outlet = field(row, {"outlet", "source_domain", "publisher"});
  record.language = field(row, {"language"});
  record.authors = names_under(row, {"authors", "author"});
  return record;
}

bool has(element row, const char* key) { return row[key].error() == simdjson::SUCCESS; }

bool is_ninjs(element row) {
  return has(row, "bodies") || has(row, "headlines") || has(row, "body_text") || has(row, "body_html") ||
         has(row, "body_xhtml");
}

// The value of the first entry of a list like [{"role":"main","value":"..."}], the one with the main role before
// others.
std::optional<std::string> main_value(element row, const char* key) {
  simdjson::dom::array list;
  if (row[key].get(list) != simdjson::SUCCESS) return std::nullopt;
  std::optional<std::string> first;
  for (const element one : list) {
    if (!one.is_object()) continue;
    auto value = field(one, {"value"});
    const auto role = field(one, {"role"});
    if (value && role && *role == "main") return value;
    if (!first) first = std::move(value);
  }
  return first;
}

// A body in plain text goes before one in HTML: the agency's own text needs no guessing.
void take_body(element row, Record& record) {
  simdjson::dom::array bodies;
  if (row["bodies"].get(bodies) == simdjson::SUCCESS) {
    for (const element body : bodies) {
      if (!body.is_object()) continue;
      auto value = field(body, {"value"});
      const std::string type = field(body, {"contentType", "contenttype"}).value_or("text/plain");
      if (!value || (!record.content.empty() && type != "text/plain")) continue;
      record.kind = type == "text/plain" ? Record::Kind::text : Record::Kind::fragment;
      record.content = std::move(*value);
    }
  } else if (auto text = field(row, {"body_text"})) {
    record.content = std::move(*text);
  } else if (auto html = field(row, {"body_html", "body_xhtml"})) {
    record.kind = Record::Kind::fragment;
    record.content = std::move(*html);
  }
  record.encoding = "utf-8";
}

Record read_ninjs(element row) {
  Record record = describe(row);
  record.carrier = "ninjs";
  if (!record.outlet) record.outlet = field(row, {"provider"});
  if (record.id.empty()) record.id = field(row, {"uri"}).value_or("");
  if (!record.title) record.title = main_value(row, "headlines");
  if (!record.title) record.title = field(row, {"headline"});
  if (!record.published)
    record.published =
        field(row, {"contentCreated", "firstCreated", "versionCreated", "firstcreated", "versioncreated"});
  if (record.authors.empty()) record.authors = names_under(row, {"by", "byline"});
  record.origins = names_under(row, {"infoSources", "infosource"});
  take_body(row, record);
  return record;
}

tl::expected<Record, std::string> read_row(element row) {
  if (!row.is_object()) return tl::unexpected(std::string("is JSON, but not an object"));
  if (is_ninjs(row)) {
    Record record = read_ninjs(row);
    if (record.content.empty()) return tl::unexpected(std::string("is a ninjs item without a body"));
    return record;
  }
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

simdjson::error_code parse(simdjson::dom::parser& parser, std::string_view json, element& whole) {
  json = without_marks(json);
  const auto error = parser.parse(json.data(), json.size()).get(whole);
  if (error != simdjson::STRING_ERROR && error != simdjson::UTF8_ERROR) return error;
  const std::string whole_again = mended(json);
  return parser.parse(whole_again.data(), whole_again.size()).get(whole);
}

std::string not_json(simdjson::error_code error) {
  return std::string("is not JSON (") + simdjson::error_message(error) + ")";
}

}  // namespace

tl::expected<Record, std::string> parse_json_record(std::string_view json) {
  simdjson::dom::parser parser;
  element row;
  if (const auto error = parse(parser, json, row); error != simdjson::SUCCESS) return tl::unexpected(not_json(error));
  return read_row(row);
}

tl::expected<std::vector<Record>, std::string> parse_json_file(std::string_view json) {
  simdjson::dom::parser parser;
  element whole;
  if (const auto error = parse(parser, json, whole); error != simdjson::SUCCESS) return tl::unexpected(not_json(error));
  std::vector<Record> records;
  const auto add = [&](element row) {
    if (auto record = read_row(row)) records.push_back(std::move(*record));
  };
  simdjson::dom::array rows;
  if (whole.get(rows) == simdjson::SUCCESS)
    for (const element row : rows) add(row);
  else
    add(whole);
  return records;
}

std::map<std::string, Record, std::less<>> parse_companion(std::string_view json) {
  std::map<std::string, Record, std::less<>> companions;
  simdjson::dom::parser parser;
  element whole;
  if (parse(parser, json, whole) != simdjson::SUCCESS) return companions;
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
