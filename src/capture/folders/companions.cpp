// The folder's list is kept while its folder is walked, so that a folder of ten thousand texts reads it once.
#include "capture/folders/companions.h"

#include "capture/bytes/byte_source.h"
#include "capture/formats/json_record.h"

#include <filesystem>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

std::map<std::string, Record, std::less<>> read(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return {};
  try {
    const auto source = open_file(path.string());
    return parse_companion(read_all(*source, largest_record_bytes));
  } catch (const Unreadable&) {
    return {};
  }
}

void take(Record& record, const Record& from) {
  if (!from.id.empty()) record.id = from.id;
  for (auto member : {&Record::title, &Record::outlet, &Record::published, &Record::language, &Record::url})
    if (!(record.*member)) record.*member = from.*member;
  if (record.authors.empty()) record.authors = from.authors;
}

}  // namespace

void Companions::add_to(Record& record, const std::string& path) {
  const fs::path file(path);
  if (const std::string folder = file.parent_path().string(); folder != folder_ || !read_) {
    folder_ = folder;
    read_ = true;
    listed_ = read(file.parent_path() / "articles.json");
  }
  const auto own = read(fs::path(file).replace_extension(".json"));
  if (const auto found = own.find(""); found != own.end()) take(record, found->second);
  if (const auto found = listed_.find(file.filename().string()); found != listed_.end()) take(record, found->second);
}

bool is_companion(const std::string& path) {
  std::error_code ignored;
  return fs::path(path).filename() == "articles.json" ||
         fs::exists(fs::path(path).replace_extension(".txt"), ignored) ||
         fs::exists(fs::path(path).replace_extension(".html"), ignored);
}

}  // namespace hearsay
