// A list of known names too long to read at every start: places, countries, demonyms, forenames and surnames of the
// world, kept as a table of fingerprints that is used where it lies in the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What the gazetteer knows of a name; a name can be several of these ("Georgia").
enum GazetteerFact : std::uint16_t {
  forename_of_men = 1,
  forename_of_women = 2,
  surname = 4,
  country = 8,
  region = 16,      // a province, state or other first-level division
  large_city = 32,  // 100,000 people or more
  town = 64,        // fewer
  demonym = 128,    // "Kenyan"
  nickname = 256,
  company = 512,
};

// A hash of a name's letters and digits: case, accents, blanks and punctuation do not count, so "Saint-Rémi" and
// "SAINT REMI" hash alike. Names are added word by word.
class NameHash {
 public:
  void add(std::string_view word);
  std::uint64_t value() const;

 private:
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

// The letters of a word in lower case, without accents where Unicode takes them apart (NFD) or usage does ("ø" as "o").
// Other scripts stay as they are, in lower case. Broken bytes become U+FFFD.
std::string folded(std::string_view word);
void append_folded(std::string& out, std::string_view word);

class Gazetteer {
 public:
  // Uses `file` in place, which must outlive this. Throws std::runtime_error when it is not a gazetteer.
  explicit Gazetteer(std::string_view file);

  // The facts of a name, 0 when it is not known. One unknown name in some million is taken for a known one.
  std::uint16_t facts(std::uint64_t name_hash) const;

  // The file for these names: hashes may repeat, their facts are joined. Same names, same bytes, in any order.
  struct Entry {
    std::uint64_t name_hash;
    std::uint16_t facts;
  };
  static std::string write(std::vector<Entry> entries);

 private:
  const std::uint32_t* slots_ = nullptr;
  std::uint64_t mask_ = 0;
};

}  // namespace hearsay
