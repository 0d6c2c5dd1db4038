#include "base/resources.h"

#include "base/embedded.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>

namespace hearsay {

namespace {

// A file the user put in the place of a built-in one; kept for the life of the program, as callers hold views of it.
std::optional<std::string_view> replacement_of(std::string_view name) {
  static const char* const folder = std::getenv("HEARSAY_DATA");
  if (folder == nullptr || *folder == '\0') return std::nullopt;
  static std::mutex guard;
  static std::map<std::string, std::optional<std::string>, std::less<>> loaded;
  const std::lock_guard lock(guard);
  auto found = loaded.find(name);
  if (found == loaded.end()) {
    std::ifstream file(std::filesystem::path(folder) / name, std::ios::binary);
    std::optional<std::string> bytes;
    if (file) bytes.emplace(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    found = loaded.emplace(name, std::move(bytes)).first;
  }
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

}  // namespace hearsay
