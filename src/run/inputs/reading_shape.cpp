#include "run/inputs/reading_shape.h"

#include "capture/folders/companions.h"
#include "capture/folders/unread_kinds.h"
#include "capture/formats/archive.h"
#include "capture/formats/epub.h"
#include "capture/formats/feed.h"
#include "capture/formats/har.h"
#include "capture/formats/json_mending.h"
#include "capture/formats/mail.h"
#include "capture/formats/mhtml.h"
#include "capture/formats/pdf.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

std::string small(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

fs::path without_packing(const std::string& name) {
  fs::path path(name);
  const std::string ending = small(path.extension().string());
  if (ending == ".gz" || ending == ".zst" || ending == ".zstd") return path.replace_extension();
  if (ending == ".tgz") return path.replace_extension(".tar");
  return path;
}

bool is_read_when_named(std::string_view small_path) {
  return small_path.ends_with(".pdf") || small_path.ends_with(".epub");
}

std::string reason_of(std::string_view kind, bool read_when_named) {
  return "is " + std::string(kind) + (read_when_named ? ", which is read only if it is named" : ", which is not read");
}

}  // namespace

Shape shape_of_name(const std::string& name) {
  constexpr std::pair<const char*, Shape> endings[] = {
      {".txt", Shape::text},    {".jsonl", Shape::json_lines}, {".ndjson", Shape::json_lines},
      {".json", Shape::json},   {".html", Shape::html},        {".htm", Shape::html},
      {".xhtml", Shape::html},  {".xml", Shape::feed},         {".rss", Shape::feed},
      {".atom", Shape::feed},   {".warc", Shape::warc},        {".tar", Shape::archive},
      {".zip", Shape::archive}, {".mhtml", Shape::mhtml},      {".mht", Shape::mhtml},
      {".opml", Shape::feed},   {".har", Shape::har},          {".eml", Shape::mail},
      {".mbox", Shape::mail},   {".wacz", Shape::archive}};
  const std::string ending = small(without_packing(name).extension().string());
  for (const auto& [known, shape] : endings)
    if (ending == known) return shape;
  return Shape::unknown;
}

Shape shape_of_bytes(std::string_view start) {
  if (!unread_kind_of_bytes(start).empty()) return Shape::unknown;
  if (is_tar(start) || is_zip(start)) return Shape::archive;
  if (start.find('\0') != std::string_view::npos && !start.starts_with("\xFF\xFE") && !start.starts_with("\xFE\xFF"))
    return Shape::unknown;
  start = without_marks(start);
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (start.starts_with("WARC/")) return Shape::warc;
  if (start.starts_with('[')) return Shape::json;
  // A JSON object on one line begins JSON lines; one laid out over many lines is the whole file.
  if (start.starts_with('{') && is_json_feed(start)) return Shape::json;
  if (start.starts_with('{') && is_har(start)) return Shape::har;
  if (start.starts_with('{'))
    return start.find_first_not_of(" \t\r", 1) == start.find('\n') ? Shape::json : Shape::json_lines;
  if (is_mhtml(start)) return Shape::mhtml;
  if (is_mail(start)) return Shape::mail;
  if (!start.starts_with('<')) return Shape::text;
  for (const char* mark : {"<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex", "<opml"})
    if (start.find(mark) != std::string_view::npos) return Shape::feed;
  return Shape::html;
}

bool is_passed_over(const std::string& path) {
  const Shape shape = shape_of_name(path);
  return shape == Shape::unknown || (shape == Shape::json && is_companion(path));
}

std::string unread_reason(const std::string& path) {
  if (shape_of_name(path) != Shape::unknown || holds_no_text(path)) return {};
  const std::string_view kind = unread_kind_of_name(path);
  return kind.empty() ? "is of a kind that is not read" : reason_of(kind, is_read_when_named(small(path)));
}

std::string unread_reason_of_bytes(std::string_view start) {
  const std::string_view kind = unread_kind_of_bytes(start);
  return kind.empty() ? std::string() : reason_of(kind, is_epub(start) || is_pdf(start));
}

std::string stem_of_name(const std::string& name) {
  if (name == "-") return "stdin";
  const fs::path path = without_packing(name);
  return shape_of_name(name) == Shape::unknown ? path.filename().string() : path.stem().string();
}

}  // namespace hearsay
