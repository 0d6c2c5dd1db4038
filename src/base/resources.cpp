#include "base/resources.h"

#include "base/embedded.h"
#include "base/resource_list.h"
#include "base/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>

namespace hearsay {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, const std::string& reason) {
  throw std::runtime_error(file.string() + " " + reason);
}

bool is_built_in(const std::string& name) {
  const auto files = embedded_files();
  return std::any_of(files.begin(), files.end(), [&](const EmbeddedFile& file) { return name == file.name; });
}

// The first list in the user's folder, in order of name, that the program never asks for.
std::optional<fs::path> misnamed_list(const fs::path& folder) {
  std::optional<fs::path> first;
  std::error_code no_lists;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "data", no_lists)) {
    const fs::path& file = entry.path();
    const bool list = file.extension() == ".txt" || file.extension() == ".csv";
    if (list && !is_built_in("data/" + file.filename().string()) && (!first || file < *first)) first = file;
  }
  return first;
}

// The folder that HEARSAY_DATA names, if it names one. A misspelt folder or list is reported; otherwise the
// built-in files would be used silently.
const fs::path* users_folder() {
  static const std::optional<fs::path> folder = []() -> std::optional<fs::path> {
    const char* const named = std::getenv("HEARSAY_DATA");
    if (named == nullptr || *named == '\0') return std::nullopt;
    if (!fs::is_directory(named)) refuse(named, "(HEARSAY_DATA) is not a folder");
    if (const auto list = misnamed_list(named)) refuse(*list, "is none of the program's lists");
    return named;
  }();
  return folder ? &*folder : nullptr;
}

// Text as the readers of lists expect it, however an editor saved it: UTF-8 without a byte order mark, lines that end
// in '\n' alone.
std::string as_lines(std::string text, const fs::path& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (text.find('\0') != std::string::npos) refuse(file, "is not UTF-8 text (it has a zero byte)");
  if (const auto broken = first_broken_byte(text))
    refuse(file, "is not UTF-8 text (byte " + std::to_string(*broken) + ")");
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] == '\n')) continue;
    text[kept++] = text[i];
  }
  text.resize(kept);
  return text;
}

std::optional<std::string> read_replacement(std::string_view name) {
  const fs::path* const folder = users_folder();
  if (folder == nullptr) return std::nullopt;
  const fs::path file = *folder / name;
  if (!fs::exists(file)) return std::nullopt;
  if (!fs::is_regular_file(file)) refuse(file, "is not a file");
  std::ifstream stream(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream) refuse(file, "may not be read");
  return name.starts_with("data/") ? as_lines(std::move(bytes), file) : bytes;
}

// A file the user put in the place of a built-in one; kept for the life of the program, as callers hold views of it.
std::optional<std::string_view> replacement_of(std::string_view name) {
  static std::mutex guard;
  static std::map<std::string, std::optional<std::string>, std::less<>> loaded;
  const std::lock_guard lock(guard);
  auto found = loaded.find(name);
  if (found == loaded.end()) found = loaded.emplace(name, read_replacement(name)).first;
  if (!found->second) return std::nullopt;
  return std::string_view(*found->second);
}

}  // namespace

std::string_view resource(std::string_view name) {
  if (const auto replaced = replacement_of(name)) return *replaced;
  for (const EmbeddedFile& file : embedded_files()) {
    if (name == file.name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  throw std::runtime_error("the program was built without " + std::string(name));
}

std::vector<Resource> built_in_resources() {
  std::vector<Resource> resources;
  for (const EmbeddedFile& file : embedded_files()) {
    Resource& one = resources.emplace_back();
    one.name = file.name;
    one.built_in = {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  std::sort(resources.begin(), resources.end(), [](const Resource& a, const Resource& b) { return a.name < b.name; });
  return resources;
}

std::vector<Resource> all_resources() {
  const fs::path* const folder = users_folder();
  std::vector<Resource> resources = built_in_resources();
  std::error_code missing;
  for (Resource& one : resources) {
    if (folder != nullptr && fs::exists(*folder / one.name, missing)) one.replaced_by = (*folder / one.name).string();
  }
  return resources;
}

}  // namespace hearsay
