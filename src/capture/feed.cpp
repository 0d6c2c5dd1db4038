// pugixml builds the tree: it knows neither external entities nor entities of the document's own, so there is nothing
// to expand without end.
#include "capture/feed.h"

#include "capture/encoding.h"

#include <pugixml.hpp>

#include <cstring>
#include <optional>

namespace hearsay {

namespace {

// The name without its prefix: "content:encoded" is "encoded".
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children())
    if (local_name(one) == name) return one;
  return {};
}

std::optional<std::string> text(const pugi::xml_node& node) {
  std::string value = node.text().get();
  const std::size_t first = value.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return std::nullopt;
  return value.substr(first, value.find_last_not_of(" \t\r\n") + 1 - first);
}

std::optional<std::string> first_text(const pugi::xml_node& node, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (auto value = text(child(node, name))) return value;
  return std::nullopt;
}

// Appends as it was; stops in time on a feed that is all one item.
struct Writer : pugi::xml_writer {
  std::string result;
  void write(const void* data, std::size_t size) override { result.append(static_cast<const char*>(data), size); }
};

// What an element holds, as HTML: its text, or its elements where Atom has them in place (type="xhtml").
std::string content_of(const pugi::xml_node& node) {
  if (std::string_view(node.attribute("type").value()) != "xhtml") return text(node).value_or("");
  Writer writer;
  for (const pugi::xml_node& one : node.children()) one.print(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return writer.result;
}

// Atom's <link href rel>, or RSS's <link> with the address as text.
std::optional<std::string> link_of(const pugi::xml_node& item) {
  std::optional<std::string> found;
  for (const pugi::xml_node& one : item.children()) {
    if (local_name(one) != "link") continue;
    const std::string_view rel = one.attribute("rel").value();
    if (const std::string href = one.attribute("href").value(); !href.empty()) {
      if (rel.empty() || rel == "alternate") return href;
    } else if (!found) {
      found = text(one);
    }
  }
  return found;
}

Record read_item(const pugi::xml_node& item, const std::optional<std::string>& language) {
  Record record;
  record.kind = Record::Kind::fragment;
  record.carrier = "feed";
  record.encoding = "utf-8";
  record.url = link_of(item);
  record.id = first_text(item, {"guid", "id"}).value_or(record.url.value_or(""));
  record.title = first_text(item, {"title"});
  record.published = first_text(item, {"pubDate", "published", "date", "issued", "updated"});
  record.language = language;
  for (const char* name : {"encoded", "content", "description", "summary"})
    if (std::string content = content_of(child(item, name)); content.size() > record.content.size())
      record.content = std::move(content);
  const pugi::xml_node source = child(item, "source");
  if (const std::string address = source.attribute("url").value(); !address.empty()) record.origins.push_back(address);
  if (auto name = text(source)) record.origins.push_back(*name);
  if (auto name = text(child(source, "title"))) record.origins.push_back(*name);
  if (auto name = link_of(source)) record.origins.push_back(*name);
  return record;
}

}  // namespace

tl::expected<std::vector<Record>, std::string> parse_feed(std::string_view bytes) {
  pugi::xml_document document;
  const std::string decoded = decode_page(bytes, std::nullopt).text;
  const auto parsed = document.load_buffer(decoded.data(), decoded.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) return tl::unexpected(std::string("is not XML (") + parsed.description() + ")");
  pugi::xml_node root = document.document_element();
  const std::string_view name = local_name(root);
  if (name != "rss" && name != "feed" && name != "RDF") return tl::unexpected(std::string("is XML, but not a feed"));
  const pugi::xml_node channel = name == "feed" ? root : child(root, "channel");
  std::optional<std::string> language = text(child(channel, "language"));
  if (const std::string lang = root.attribute("xml:lang").value(); !language && !lang.empty()) language = lang;
  std::vector<Record> records;
  for (const pugi::xml_node& holder : {channel, root}) {
    if (!records.empty()) break;
    for (const pugi::xml_node& item : holder.children())
      if (local_name(item) == "item" || local_name(item) == "entry") records.push_back(read_item(item, language));
  }
  return records;
}

}  // namespace hearsay
