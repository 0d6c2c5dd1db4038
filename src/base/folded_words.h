// The different words of a text, folded for comparison.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace hearsay {

// As base/folding.h folds them, each once. Empty for a text without letters or digits.
std::set<std::string> folded_words(std::string_view text);

// How many words two sets share.
std::size_t count_shared(const std::set<std::string>& a, const std::set<std::string>& b);

}  // namespace hearsay
