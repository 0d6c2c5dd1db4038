#include "itemise/words/openings.h"

#include "base/folding.h"
#include "base/word_lists.h"

#include <set>
#include <string>

namespace hearsay {

namespace {

std::set<std::string, std::less<>> read_openings() {
  std::set<std::string, std::less<>> openings;
  read_list("data/dependent_openings.txt", {""},
            [&](const ListLine& line) { openings.insert(line.words.begin(), line.words.end()); });
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
