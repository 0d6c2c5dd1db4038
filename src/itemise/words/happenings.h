// What happens in the news, and the words that tell of it (data/happenings.txt).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace hearsay {

// Const after loading, shared by all threads.
class Happenings {
 public:
  // Throws std::runtime_error "FILE:LINE: ..." where the list cannot be read.
  Happenings();

  // The happenings a word tells of, by number; none for most words. Takes a base form in folded letters.
  const std::vector<std::uint16_t>& told_by(const std::string& lemma) const;

  // Does it befall a count and not the counted ("rose", "fell")?
  bool is_change_of_count(std::uint16_t happening) const { return changes_.contains(happening); }

 private:
  std::unordered_map<std::string, std::vector<std::uint16_t>> told_by_;
  std::set<std::uint16_t> changes_;
};

}  // namespace hearsay
