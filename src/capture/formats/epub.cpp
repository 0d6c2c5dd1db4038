// The archive is streamed once, and only what may be a page or tells of pages is kept: the list of the pages can stand
// behind them.
#include "capture/formats/epub.h"

#include "capture/formats/archive.h"
#include "capture/network/header_text.h"

#include <pugixml.hpp>

#include <map>

namespace hearsay {

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

bool may_be_needed(std::string_view name) {
  const std::string folded = small(name);
  for (const std::string_view ending : {".xhtml", ".html", ".htm", ".xml", ".opf"})
    if (folded.ends_with(ending)) return true;
  return false;
}

Files read_files(ByteSource& source) {
  ArchiveReader reader(source);
  Files files;
  std::size_t left = largest_record_bytes;
  while (const auto name = reader.next()) {
    if (!may_be_needed(*name)) continue;
    const auto file = reader.open();
    std::string bytes = read_all(*file, left);
    if (bytes.size() > left) throw Unreadable("is larger than an article can be (32 MB)");
    left -= bytes.size();
    files.try_emplace(*name, std::move(bytes));
  }
  return files;
}

// The name of an element or an attribute without its namespace's prefix.
std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node node : parent.children())
    if (local(node.name()) == name) return node;
  return {};
}

int value_of_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

// "front%20page.xhtml#top" as the archive has it.
std::string file_of_reference(std::string_view reference) {
  reference = reference.substr(0, reference.find('#'));
  std::string name;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const bool escaped = reference[i] == '%' && i + 2 < reference.size() && value_of_digit(reference[i + 1]) >= 0 &&
                         value_of_digit(reference[i + 2]) >= 0;
    name += escaped ? static_cast<char>(16 * value_of_digit(reference[i + 1]) + value_of_digit(reference[i + 2]))
                    : reference[i];
    i += escaped ? 2 : 0;
  }
  return name;
}

// "OPS/../text/1.xhtml" is "text/1.xhtml".
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string whole;
  for (const std::string_view part : parts) whole += (whole.empty() ? "" : "/") + std::string(part);
  return whole;
}

std::string trimmed_text(pugi::xml_node node) {
  const std::string_view text = node.child_value();
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
}

// What the package says of its pages.
Record described_by(pugi::xml_node metadata) {
  Record record;
  record.kind = Record::Kind::html;
  record.carrier = "EPUB";
  for (const pugi::xml_node node : metadata.children()) {
    const std::string_view name = local(node.name());
    const std::string text = trimmed_text(node);
    if (text.empty()) continue;
    if (name == "publisher" && !record.outlet) record.outlet = text;
    if (name == "language" && !record.language) record.language = text;
    if (name == "creator" && record.authors.size() < 20) record.authors.push_back(text);
    // EPUB 2 has a day for each event, "publication" among them.
    const std::string_view event = node.attribute("opf:event").value();
    if (name == "date" && (!record.published || event == "publication") && event != "modification")
      record.published = text;
  }
  return record;
}

bool has_word(std::string_view words, std::string_view wanted) {
  return (" " + std::string(words) + " ").find(" " + std::string(wanted) + " ") != std::string::npos;
}

// The package's file by the container's word.
std::string package_of(const Files& files) {
  const auto container = files.find("META-INF/container.xml");
  if (container == files.end()) return {};
  pugi::xml_document document;
  document.load_buffer(container->second.data(), container->second.size());
  const pugi::xml_node root = child(child(child(document, "container"), "rootfiles"), "rootfile");
  return without_dots(root.attribute("full-path").value());
}

}  // namespace

tl::expected<std::vector<Record>, std::string> read_epub(ByteSource& source) {
  const Files files = read_files(source);
  const std::string name = package_of(files);
  const auto package = files.find(name);
  if (name.empty() || package == files.end())
    return tl::unexpected(std::string("is an electronic book that does not say where its pages are"));
  pugi::xml_document document;
  document.load_buffer(package->second.data(), package->second.size());
  const pugi::xml_node root = child(document, "package");
  const std::string folder = name.substr(0, name.rfind('/') + 1);
  std::map<std::string, pugi::xml_node, std::less<>> items;
  for (const pugi::xml_node item : child(root, "manifest").children())
    items.try_emplace(item.attribute("id").value(), item);
  const Record described = described_by(child(root, "metadata"));
  std::vector<Record> pages;
  for (const pugi::xml_node reference : child(root, "spine").children()) {
    const auto item = items.find(std::string_view(reference.attribute("idref").value()));
    if (item == items.end() || std::string_view(reference.attribute("linear").value()) == "no" ||
        has_word(item->second.attribute("properties").value(), "nav"))
      continue;
    const std::string inside = without_dots(folder + file_of_reference(item->second.attribute("href").value()));
    Record page = described;
    page.archived = inside;
    if (const auto file = files.find(inside); file != files.end())
      page.content = file->second;
    else
      page.fault = "is a page that the book names and does not hold";
    pages.push_back(std::move(page));
  }
  if (pages.empty()) return tl::unexpected(std::string("is an electronic book without a spine"));
  return pages;
}

bool is_epub(std::string_view start) {
  constexpr std::size_t first_name = 30;
  return start.starts_with("PK\3\4") &&
         start.substr(std::min(first_name, start.size())).starts_with("mimetypeapplication/epub+zip");
}

}  // namespace hearsay
