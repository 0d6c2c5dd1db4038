// Countries with their capitals and governments, and the names these go by (data/governments.txt).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {

// What a name says of a country.
struct CountryRole {
  std::size_t country = 0;  // the line's number in the list
  bool is_country = false;
  bool sure = true;
  std::string what;  // "the capital of Kazakhstan"
};

// Const after reading.
class Countries {
 public:
  // The form of the lines is described at the top of data/governments.txt. Throws std::runtime_error naming `file` and
  // the line that has not four columns.
  Countries(std::string_view lines, std::string_view file);

  // Of a country, its capital, a seat or its government ("the Kazakh government"); nothing for other names.
  std::optional<CountryRole> role_of(const std::string& name) const;

 private:
  void read(std::string_view line, std::size_t number);
  std::optional<CountryRole> government(const std::string& folded) const;

  std::map<std::string, CountryRole> roles_;                           // by folded names
  std::map<std::string, std::pair<std::size_t, std::string>> owners_;  // by names and adjectives
};

}  // namespace hearsay
