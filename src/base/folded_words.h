// The words of a text, folded for comparison.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// As base/folding.h folds them, in order. Empty for a text without letters or digits.
std::vector<std::string> folded_words_in_order(std::string_view text);

// The same, each once. Empty for a text without letters or digits.
std::set<std::string> folded_words(std::string_view text);

// How many words two sets share.
std::size_t count_shared(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace hearsay
