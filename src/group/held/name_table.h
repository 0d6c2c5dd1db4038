// Names as small numbers; 0 is no name.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace hearsay {

class NameTable {
 public:
  std::uint32_t number_of(const std::string& name) {
    if (name.empty()) return 0;
    const auto [found, added] = numbers_.emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(name);
    return found->second;
  }
  const std::string& operator[](std::uint32_t number) const { return names_[number]; }

  template <class Archive>
  void fields(Archive& archive) {
    archive(names_);
    if (names_.empty()) names_.emplace_back();
    for (std::uint32_t i = 1; i < names_.size(); ++i) numbers_.emplace(names_[i], i);
  }

 private:
  std::vector<std::string> names_{""};
  std::unordered_map<std::string, std::uint32_t> numbers_;  // looked up only, never walked
};

}  // namespace hearsay
