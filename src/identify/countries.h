// Countries with their capitals and governments, and the names these go by (data/governments.txt).
#pragma once

#include "base/text_set.h"
#include "base/word_lists.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// What a name says of a country.
struct CountryRole {
  std::size_t country = 0;  // the same for what belongs to one country
  bool is_country = false;
  bool sure = true;
  std::string what;  // "the capital of Kazakhstan"
};

// Const after reading.
class Countries {
 public:
  // Reads the text of data/governments.txt. Throws std::runtime_error "FILE:LINE: ..." for a line that cannot be read.
  Countries(std::string_view list, std::string_view file);

  // Of a country, its capital, a seat or its government ("the Kazakh government"); nothing for other names.
  std::optional<CountryRole> role_of(const std::string& name) const;

 private:
  void add_country(const ListLine& line);
  void add_role(std::string_view name, CountryRole role);
  std::size_t known(std::string_view country) const;
  std::optional<CountryRole> government(const std::string& folded) const;

  std::vector<std::string> governments_;                               // words for them
  TextMap<std::size_t> numbers_;                                       // of the countries
  std::map<std::string, CountryRole> roles_;                           // by folded names
  std::map<std::string, std::pair<std::size_t, std::string>> owners_;  // by names and adjectives
};

}  // namespace hearsay
