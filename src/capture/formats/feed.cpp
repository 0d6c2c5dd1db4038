// pugixml builds the tree: it knows neither external entities nor entities of the document's own, so there is nothing
// to expand without end. What it cannot parse as a whole is cut at the items' tags, and each item is parsed alone: one
// that is broken costs no other.
#include "capture/formats/feed.h"

#include "capture/bytes/encoding.h"

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

// The child of this name; one with a prefix (media:title) only where none is without.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  pugi::xml_node found;
  for (const pugi::xml_node& one : node.children()) {
    if (one.name() == name) return one;
    if (!found && local_name(one) == name) found = one;
  }
  return found;
}

// U+0080 to U+009F are control characters that nobody means: they come from references to Windows-1252 (&#146;), which
// browsers read as such.
std::string without_controls(std::string text) {
  for (std::size_t at = 0; (at = text.find('\xC2', at)) != std::string::npos; ++at) {
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (next < 0x80 || next > 0x9F) continue;
    text.replace(at, 2, decode_page(std::string_view(&text[at + 1], 1), "windows-1252").text);
  }
  return text;
}

std::optional<std::string> trimmed_text(std::string_view value) {
  const std::size_t first = value.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  return without_controls(std::string(value.substr(first, value.find_last_not_of(" \t\r\n") + 1 - first)));
}

std::optional<std::string> text(const pugi::xml_node& node) { return trimmed_text(node.text().get()); }

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

// What an element holds, as HTML: its text, or its elements where they stand in place (Atom's type="xhtml", and RSS
// whose writer forgot to hide them).
std::string content_of(const pugi::xml_node& node) {
  const bool in_place = std::string_view(node.attribute("type").value()) == "xhtml" ||
                        (node.first_child().type() == pugi::node_element && !text(node));
  if (!in_place) return text(node).value_or("");
  Writer writer;
  for (const pugi::xml_node& one : node.children()) one.print(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return writer.result;
}

// A title as HTML. Atom says of its own what it is, RSS leaves it open and means HTML.
std::optional<std::string> title_of(const pugi::xml_node& item) {
  const pugi::xml_node title = child(item, "title");
  const std::string_view type = title.attribute("type").value();
  if (type == "xhtml") return trimmed_text(content_of(title));
  auto value = text(title);
  if (!value || local_name(item) != "entry" || type == "html" || type == "text/html") return value;
  std::string html;
  for (const char c : *value) html += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return html;
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

void add_authors(const pugi::xml_node& item, Record& record) {
  for (const pugi::xml_node& one : item.children()) {
    const std::string_view name = local_name(one);
    if ((name != "creator" && name != "author") || record.authors.size() >= 100) continue;
    if (auto author = name == "author" && child(one, "name") ? text(child(one, "name")) : text(one))
      record.authors.push_back(std::move(*author));
  }
}

void add_origins(const pugi::xml_node& source, Record& record) {
  if (const std::string address = source.attribute("url").value(); !address.empty()) record.origins.push_back(address);
  if (auto name = text(source)) record.origins.push_back(*name);
  if (auto name = text(child(source, "title"))) record.origins.push_back(*name);
  if (auto name = link_of(source)) record.origins.push_back(*name);
}

Record described(const std::optional<std::string>& language) {
  Record record;
  record.kind = Record::Kind::fragment;
  record.carrier = "feed";
  record.encoding = "utf-8";
  record.language = language;
  return record;
}

Record read_item(const pugi::xml_node& item, const std::optional<std::string>& language) {
  Record record = described(language);
  record.url = link_of(item);
  record.id = first_text(item, {"guid", "id"}).value_or(record.url.value_or(""));
  record.title = title_of(item);
  record.published = first_text(item, {"pubDate", "published", "date", "issued"});
  record.modified = first_text(item, {"updated", "modified"});
  if (!record.published) record.published.swap(record.modified);  // Atom asks only for this one
  for (const char* name : {"encoded", "content", "description", "summary"})
    if (std::string content = content_of(child(item, name)); content.size() > record.content.size())
      record.content = std::move(content);
  add_authors(item, record);
  add_origins(child(item, "source"), record);
  return record;
}

// A page in a sitemap, with what a news sitemap says of it.
Record read_page(const pugi::xml_node& url) {
  const pugi::xml_node news = child(url, "news");
  const pugi::xml_node publication = child(news, "publication");
  Record record = described(text(child(publication, "language")));
  record.carrier = "sitemap";
  record.url = text(child(url, "loc"));
  record.id = record.url.value_or("");
  record.title = text(child(news, "title"));
  record.published = text(child(news, "publication_date"));
  record.modified = text(child(url, "lastmod"));
  record.outlet = text(child(publication, "name"));
  return record;
}

Record read_address(std::string address) {
  Record record;
  record.url = record.id = std::move(address);
  return record;
}

// The feeds of an outline and the outlines in it.
struct OutlineFeeds : pugi::xml_tree_walker {
  std::vector<Record> records;
  bool for_each(pugi::xml_node& node) override {
    for (const char* name : {"xmlUrl", "xmlurl"})
      if (const std::string address = node.attribute(name).value(); !address.empty())
        records.push_back(read_address(address));
    return true;
  }
};

Feed read_lists(const pugi::xml_node& root) {
  Feed feed;
  const std::string_view name = local_name(root);
  feed.kind = name == "urlset" ? Feed::Kind::pages : Feed::Kind::feeds;
  for (const pugi::xml_node& one : root.children()) {
    if (local_name(one) == "url") feed.records.push_back(read_page(one));
    if (auto address = text(child(one, "loc")); address && local_name(one) == "sitemap")
      feed.records.push_back(read_address(std::move(*address)));
  }
  if (name != "opml") return feed;
  OutlineFeeds outlines;
  pugi::xml_node whole = root;
  whole.traverse(outlines);
  feed.records = std::move(outlines.records);
  return feed;
}

std::vector<Record> read_items(const pugi::xml_node& root) {
  const pugi::xml_node channel = local_name(root) == "feed" ? root : child(root, "channel");
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

// The bytes of the next item from `at` on, as it stands in the text: up to its end tag, to the next item's beginning,
// or to the end of the text. Nothing when there is none. Tags in CDATA and comments are the item's own.
std::string_view next_item(std::string_view xml, std::size_t at, std::string_view name) {
  const std::string begins = "<" + std::string(name);
  const std::string ends = "</" + std::string(name);
  const auto is_tag = [&](std::size_t found) {
    const std::size_t after = found + begins.size();
    return after < xml.size() && std::strchr(" \t\r\n>/", xml[after]);
  };
  std::size_t begin = xml.find(begins, at);
  while (begin != std::string_view::npos && !is_tag(begin)) begin = xml.find(begins, begin + 1);
  if (begin == std::string_view::npos) return {};
  for (std::size_t here = begin + 1; (here = xml.find('<', here)) != std::string_view::npos; ++here) {
    const std::string_view rest = xml.substr(here);
    if (rest.starts_with(ends)) return xml.substr(begin, std::min(xml.find('>', here), xml.size() - 1) + 1 - begin);
    if (rest.starts_with(begins) && is_tag(here)) return xml.substr(begin, here - begin);
    for (const auto& [open, close] : {std::pair<const char*, const char*>{"<![CDATA[", "]]>"}, {"<!--", "-->"}})
      if (rest.starts_with(open)) here = std::min(xml.find(close, here), xml.size() - 1);
  }
  return xml.substr(begin);
}

// The item, and where it is broken itself what can be had of it: its parts, cut at the tags of those that are wanted,
// each as far as it goes.
void load_item(std::string_view xml, pugi::xml_document& item) {
  if (item.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8)) return;
  const std::string name = std::string(local_name(item.document_element()));
  item.reset();
  pugi::xml_node whole = item.append_child(name.c_str());
  constexpr std::string_view wanted[] = {"title",     "link",    "guid",           "id",         "pubDate",
                                         "published", "updated", "dc:date",        "dc:creator", "description",
                                         "summary",   "content", "content:encoded"};
  const auto next_part = [&](std::size_t at) {
    for (; (at = xml.find('<', at)) != std::string_view::npos; ++at)
      for (const std::string_view part : wanted) {
        const std::string_view rest = xml.substr(at + 1);
        if (rest.starts_with(part) && rest.size() > part.size() && std::strchr(" \t\r\n>/", rest[part.size()]))
          return at;
      }
    return xml.size();
  };
  for (std::size_t at = next_part(0); at < xml.size();) {
    const std::size_t end = next_part(at + 1);
    pugi::xml_document part;
    part.load_buffer(xml.data() + at, end - at, pugi::parse_default, pugi::encoding_utf8);
    if (part.document_element()) whole.append_copy(part.document_element());
    at = end;
  }
}

// Of XML that is broken somewhere.
std::vector<Record> mend_items(std::string_view xml) {
  std::vector<Record> records;
  for (const char* name : {"item", "entry"}) {
    std::size_t at = 0;
    for (std::string_view item; records.size() < 100'000 && !(item = next_item(xml, at, name)).empty();) {
      at = static_cast<std::size_t>(item.data() - xml.data()) + item.size();
      pugi::xml_document alone;
      load_item(item, alone);
      if (alone.document_element()) records.push_back(read_item(alone.document_element(), std::nullopt));
    }
    if (!records.empty()) break;
  }
  return records;
}

bool is_feed_name(std::string_view name) { return name == "rss" || name == "feed" || name == "RDF"; }

bool is_list_name(std::string_view name) { return name == "urlset" || name == "sitemapindex" || name == "opml"; }

}  // namespace

tl::expected<Feed, std::string> parse_feed(std::string_view bytes) {
  pugi::xml_document document;
  const std::string decoded = decode_page(bytes, std::nullopt).text;
  const auto parsed = document.load_buffer(decoded.data(), decoded.size(), pugi::parse_default, pugi::encoding_utf8);
  const pugi::xml_node root = document.document_element();
  const std::string_view name = local_name(root);
  const bool known = is_feed_name(name) || is_list_name(name);
  if (parsed && !known) return tl::unexpected(std::string("is XML, but not a feed"));
  Feed feed;
  if (is_list_name(name))
    feed = read_lists(root);
  else if (known)
    feed.records = parsed ? read_items(root) : mend_items(decoded);
  if (parsed) return feed;
  const std::string fault = std::string("is not XML (") + parsed.description() + ")";
  if (feed.records.empty()) return tl::unexpected(fault);
  feed.fault = fault + ", and is read as far as it goes";
  return feed;
}

}  // namespace hearsay
