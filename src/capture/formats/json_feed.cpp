// JSON Feed 1.1 (jsonfeed.org): items with content_html or content_text.
#include "capture/formats/feed.h"

#include "capture/formats/json_mending.h"

#include <simdjson.h>

namespace hearsay {

namespace {

using simdjson::dom::element;

std::optional<std::string> text_of(element object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    element value;
    std::string_view text;
    if (object[key].get(value) != simdjson::SUCCESS) continue;
    if (value.get(text) == simdjson::SUCCESS && !text.empty()) return without_noughts(text);
    if (value.is_int64() || value.is_uint64()) return std::string(simdjson::minify(value));  // an id may be a number
  }
  return std::nullopt;
}

std::string as_html(std::string_view text) {
  std::string html;
  for (const char c : text) html += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return html;
}

Record read_item(element item, const std::optional<std::string>& language) {
  Record record;
  record.carrier = "feed";
  record.encoding = "utf-8";
  record.url = text_of(item, {"url"});
  record.id = text_of(item, {"id"}).value_or(record.url.value_or(""));
  if (const auto title = text_of(item, {"title"})) record.title = as_html(*title);
  record.published = text_of(item, {"date_published"});
  record.modified = text_of(item, {"date_modified"});
  record.language = text_of(item, {"language"});
  if (!record.language) record.language = language;
  const auto html = text_of(item, {"content_html"});
  record.kind = html ? Record::Kind::fragment : Record::Kind::text;
  record.content = html ? *html : text_of(item, {"content_text", "summary"}).value_or("");
  if (auto address = text_of(item, {"external_url"})) record.origins.push_back(std::move(*address));
  simdjson::dom::array authors;
  if (item["authors"].get(authors) == simdjson::SUCCESS)
    for (const element author : authors)
      if (author.is_object() && record.authors.size() < 100)
        if (auto name = text_of(author, {"name"})) record.authors.push_back(std::move(*name));
  return record;
}

}  // namespace

bool is_json_feed(std::string_view start) {
  return start.find("\"version\"") != std::string_view::npos &&
         start.find("jsonfeed.org/version/") != std::string_view::npos;
}

tl::expected<Feed, std::string> parse_json_feed(std::string_view json) {
  simdjson::dom::parser parser;
  element whole;
  if (const auto error = parser.parse(json.data(), json.size()).get(whole); error != simdjson::SUCCESS)
    return tl::unexpected(std::string("is not JSON (") + simdjson::error_message(error) + ")");
  simdjson::dom::array items;
  if (!whole.is_object() || whole["items"].get(items) != simdjson::SUCCESS)
    return tl::unexpected(std::string("is JSON, but not a feed"));
  const auto language = text_of(whole, {"language"});
  Feed feed;
  for (const element item : items)
    if (item.is_object()) feed.records.push_back(read_item(item, language));
  return feed;
}

}  // namespace hearsay
