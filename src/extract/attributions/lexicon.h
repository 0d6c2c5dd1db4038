// The words that can carry an attribution, by the sort of thing they do: data/attribution_cues.txt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

// Which sorts a dictionary form is of: bit i stands for sorts()[i].
using CueSorts = std::uint32_t;

class CueLexicon {
 public:
  // Reads lines "sort: word word ..."; '#' begins a comment line. Throws std::runtime_error on a line without a sort or
  // on more than 32 sorts.
  explicit CueLexicon(std::string_view lines);

  // 0 for a word that is in no sort.
  CueSorts sorts_of(std::string_view lemma) const;

  // The bit of a sort; 0 for one that the file does not name.
  CueSorts sort(std::string_view name) const;

  // In order of first appearance.
  const std::vector<std::string>& sorts() const { return sorts_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };

  void read_line(std::string_view line);
  std::size_t number_of(std::string_view sort);

  std::vector<std::string> sorts_;
  std::unordered_map<std::string, CueSorts, Hash, std::equal_to<>> words_;
};

}  // namespace hearsay
