// A count with the word for what is counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

// "1 report", "5 reports", "2 boxes". `one` follows the count 1, `many` every other.
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace hearsay
