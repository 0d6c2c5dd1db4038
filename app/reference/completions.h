// What the three shells' completions share.
#pragma once

#include "reference.h"

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// "a b c"
std::string with_spaces(const std::vector<std::string>& words);

// `text` as one word of the shell, between single quotes. `quote` is how the shell writes a single quote among them.
std::string quoted(std::string_view text, std::string_view quote);

// The first sentence of the help: a menu has one line an option.
std::string short_help(const OptionReference& option);

}  // namespace hearsay
