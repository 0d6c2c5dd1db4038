#include "corrections_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace hearsay {

std::vector<Correction> read_corrections_file(const std::string& path, Session& session) {
  if (std::filesystem::is_directory(path)) throw std::runtime_error(path + " is a folder");
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::vector<Correction> corrections = read_corrections(bytes);
  for (const Correction& c : corrections) {
    if (!c.problem.empty()) session.tell({fmt::format("{}, line {}:", path, c.line), c.problem});
  }
  return corrections;
}

}  // namespace hearsay
