// What happens in the news, and the words that tell of it (data/happenings.txt).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace hearsay {

// Const after loading, shared by all threads.
class Happenings {
 public:
  // Throws std::runtime_error naming the line that has no words.
  Happenings();

  // The happenings a word tells of, by number; none for most words. Takes a base form in folded letters.
  const std::vector<std::uint16_t>& told_by(const std::string& lemma) const;

 private:
  std::unordered_map<std::string, std::vector<std::uint16_t>> told_by_;
};

}  // namespace hearsay
