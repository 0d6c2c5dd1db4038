// Words in an address.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// Any bytes as a part of a query: all but letters and numbers as %20 and so on.
std::string in_address(std::string_view words);

}  // namespace hearsay
