#include "itemise/openings.h"

#include "base/folding.h"
#include "base/resources.h"
#include "base/rule_lines.h"

#include <set>
#include <sstream>
#include <string>

namespace hearsay {

namespace {

std::set<std::string, std::less<>> read_openings() {
  std::set<std::string, std::less<>> openings;
  constexpr std::string_view file = "data/dependent_openings.txt";
  for_each_rule(resource(file), file, [&](const std::string&, std::string_view line) {
    std::istringstream words{std::string(line)};
    for (std::string word; words >> word;) openings.insert(word);
  });
  return openings;
}

}  // namespace

bool opens_dependent(std::string_view text) {
  static const auto openings = read_openings();
  constexpr std::size_t longest_bytes = 40;  // longer than any of the words with all marks before it
  const std::string folded = fold(text.substr(0, longest_bytes));
  return openings.contains(std::string_view(folded).substr(0, folded.find(' ')));
}

}  // namespace hearsay
