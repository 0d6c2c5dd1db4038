#include "base/folded_words.h"

#include "base/folding.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace hearsay {

std::vector<std::string> folded_words_in_order(std::string_view text) {
  std::istringstream stream(fold(text));
  return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

std::set<std::string> folded_words(std::string_view text) {
  const std::vector<std::string> words = folded_words_in_order(text);
  return {words.begin(), words.end()};
}

std::size_t count_shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

}  // namespace hearsay
