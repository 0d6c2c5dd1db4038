#include "capture/folders/unread_kinds.h"

#include "capture/network/header_text.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hearsay {

namespace {

constexpr std::string_view markdown = "Markdown";
constexpr std::string_view pdf = "a PDF";
constexpr std::string_view word = "a Word document";
constexpr std::string_view office = "an office document";
constexpr std::string_view book = "an electronic book";
constexpr std::string_view rtf = "a document in RTF";
constexpr std::string_view table = "a table";
constexpr std::string_view mail = "mail";
constexpr std::string_view packed = "packed in a way that is not read";

constexpr std::pair<std::string_view, std::string_view> endings[] = {{".pdf", pdf},
                                                                     {".doc", word},
                                                                     {".docx", word},
                                                                     {".odt", office},
                                                                     {".ods", office},
                                                                     {".odp", office},
                                                                     {".xls", table},
                                                                     {".xlsx", table},
                                                                     {".csv", table},
                                                                     {".tsv", table},
                                                                     {".ppt", office},
                                                                     {".pptx", office},
                                                                     {".pages", office},
                                                                     {".rtf", rtf},
                                                                     {".epub", book},
                                                                     {".mobi", book},
                                                                     {".azw3", book},
                                                                     {".fb2", book},
                                                                     {".md", markdown},
                                                                     {".rst", "text with marks of its own"},
                                                                     {".markdown", markdown},
                                                                     {".tex", "a TeX source"},
                                                                     {".msg", mail},
                                                                     {".ps", "PostScript"},
                                                                     {".djvu", "a scanned document"},
                                                                     {".rar", packed},
                                                                     {".7z", packed},
                                                                     {".bz2", packed},
                                                                     {".xz", packed},
                                                                     {".lz4", packed},
                                                                     {".lzma", packed},
                                                                     {".tbz2", packed},
                                                                     {".txz", packed},
                                                                     {".br", packed},
                                                                     {".sqlite", "a database"},
                                                                     {".db", "a database"},
                                                                     {".parquet", table}};

constexpr std::string_view without_text[] = {
    ".jpg", ".jpeg", ".png",   ".gif", ".webp", ".avif", ".svg",  ".ico", ".bmp", ".tif", ".tiff",   ".heic",
    ".mp3", ".mp4",  ".m4a",   ".wav", ".ogg",  ".webm", ".mov",  ".avi", ".mkv", ".css", ".js",     ".mjs",
    ".map", ".woff", ".woff2", ".ttf", ".otf",  ".eot",  ".wasm", ".cdx", ".idx", ".log", ".sha256", ".md5"};

constexpr std::pair<std::string_view, std::string_view> beginnings[] = {{"%PDF-", pdf},
                                                                        {"%!PS", "PostScript"},
                                                                        {"{\\rtf", rtf},
                                                                        {"\xD0\xCF\x11\xE0", office},
                                                                        {"Rar!", packed},
                                                                        {"7z\xBC\xAF\x27\x1C", packed},
                                                                        {"BZh", packed},
                                                                        {std::string_view("\xFD"
                                                                                          "7zXZ\0",
                                                                                          6),
                                                                         packed},
                                                                        {"SQLite format 3", "a database"},
                                                                        {"\x89PNG", "a picture"},
                                                                        {"\xFF\xD8\xFF", "a picture"},
                                                                        {"GIF8", "a picture"},
                                                                        {"RIFF", "a picture or sound"}};

std::string ending_of(std::string_view name) {
  name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : small(name.substr(dot));
}

// The name of the first file in a zip archive and its beginning tell what a document in such a coat is.
std::string_view document_in_zip(std::string_view start) {
  constexpr std::size_t name_begins = 30;
  if (!start.starts_with("PK\3\4") || start.size() < name_begins) return {};
  const std::string_view rest = start.substr(name_begins);
  if (rest.starts_with("mimetypeapplication/epub")) return book;
  if (rest.starts_with("mimetype") || rest.starts_with("[Content_Types].xml") || rest.starts_with("_rels/"))
    return office;
  return {};
}

}  // namespace

std::string_view unread_kind_of_name(std::string_view name) {
  const std::string ending = ending_of(name);
  for (const auto& [known, kind] : endings)
    if (ending == known) return kind;
  return {};
}

std::string_view unread_kind_of_bytes(std::string_view start) {
  for (const auto& [known, kind] : beginnings)
    if (start.starts_with(known)) return kind;
  return document_in_zip(start);
}

bool holds_no_text(std::string_view name) {
  return std::find(std::begin(without_text), std::end(without_text), ending_of(name)) != std::end(without_text);
}

}  // namespace hearsay
