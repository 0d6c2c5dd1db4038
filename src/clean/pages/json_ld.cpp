// Objects are taken from the top, from "@graph" and from the main entity; those nested elsewhere are other things.
#include "clean/pages/json_ld.h"

#include "base/utf8.h"

#include <simdjson.h>

namespace hearsay {

namespace {

using simdjson::dom::element;

std::string text_of(element object, const char* key) {
  std::string_view text;
  if (object[key].get(text) == simdjson::SUCCESS) return std::string(text);
  return {};
}

bool is_article_type(std::string_view type) {
  return type.find("Article") != std::string_view::npos || type.find("Posting") != std::string_view::npos ||
         type == "Report" || type == "LiveBlogPosting" || type == "Review";
}

bool has_article_type(element object, bool& live) {
  element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return false;
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) {
    live |= name == "LiveBlogPosting";
    return is_article_type(name);
  }
  simdjson::dom::array names;
  if (type.get(names) != simdjson::SUCCESS) return false;
  bool found = false;
  for (const element one : names) {
    if (one.get(name) != simdjson::SUCCESS) continue;
    live |= name == "LiveBlogPosting";
    found |= is_article_type(name);
  }
  return found;
}

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// A name, an object with a name or an address, or a list of these.
void add_names(element value, std::vector<std::string>& names) {
  std::string_view text;
  simdjson::dom::array list;
  if (names.size() >= 20) return;
  if (value.get(text) == simdjson::SUCCESS) {
    names.emplace_back(text);
  } else if (value.get(list) == simdjson::SUCCESS) {
    for (const element one : list) add_names(one, names);
  } else if (value.is_object()) {
    for (const char* key : {"name", "url", "@id"}) {
      if (std::string name = text_of(value, key); !name.empty()) {
        names.push_back(std::move(name));
        break;
      }
    }
  }
}

void take(element object, LinkedData& data) {
  set(data.headline, text_of(object, "headline"));
  set(data.published, text_of(object, "datePublished"));
  set(data.modified, text_of(object, "dateModified"));
  set(data.language, text_of(object, "inLanguage"));
  set(data.address, text_of(object, "mainEntityOfPage"));
  set(data.address, text_of(object, "url"));
  element value;
  if (data.publisher.empty() && object["publisher"].get(value) == simdjson::SUCCESS) {
    std::vector<std::string> names;
    add_names(value, names);
    if (!names.empty()) data.publisher = names[0];
  }
  if (data.authors.empty() && object["author"].get(value) == simdjson::SUCCESS) add_names(value, data.authors);
  if (object["isBasedOn"].get(value) == simdjson::SUCCESS) add_names(value, data.based_on);
}

// Hands over each object, outer ones first. Depth and number are bounded: some pages put whole catalogues here.
template <class Visit>
void each_object(element value, int depth, int& left, const Visit& visit) {
  if (depth > 8 || left <= 0) return;
  simdjson::dom::array list;
  simdjson::dom::object object;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element one : list) each_object(one, depth + 1, left, visit);
  } else if (value.get(object) == simdjson::SUCCESS) {
    --left;
    visit(value);
    for (const auto& field : object)
      if (field.key == "@graph" || field.key == "mainEntity" || field.key == "mainEntityOfPage")
        each_object(field.value, depth + 1, left, visit);
  }
}

}  // namespace

void add_linked_data(std::string_view script, LinkedData& data) {
  simdjson::dom::parser parser;
  element whole;
  if (parser.parse(script.data(), script.size()).get(whole) == simdjson::SUCCESS) {
    int left = 500;
    each_object(whole, 0, left, [&](element object) {
      if (has_article_type(object, data.live_blog)) take(object, data);
    });
    left = 500;
    each_object(whole, 0, left, [&](element object) {
      set(data.published, text_of(object, "datePublished"));
      set(data.modified, text_of(object, "dateModified"));
    });
    return;
  }
  set(data.headline, find_json_text(script, "headline"));
  set(data.published, find_json_text(script, "datePublished"));
  set(data.modified, find_json_text(script, "dateModified"));
}

std::string find_json_text(std::string_view script, std::string_view key) {
  const std::string quoted = '"' + std::string(key) + '"';
  for (std::size_t at = 0; (at = script.find(quoted, at)) != std::string_view::npos;) {
    at += quoted.size();
    std::size_t begin = script.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos || script[begin] != ':') continue;
    begin = script.find_first_not_of(" \t\r\n", begin + 1);
    if (begin == std::string_view::npos || script[begin] != '"') continue;
    std::string value;
    for (std::size_t i = begin + 1; i < script.size() && script[i] != '"' && value.size() < 1000; ++i) {
      if (script[i] == '\\' && i + 1 < script.size()) ++i;
      value += script[i];
    }
    return value;
  }
  return {};
}

}  // namespace hearsay
