// Where a text goes that is written piece by piece, so that it is never in memory as a whole.
#pragma once

#include <functional>
#include <string_view>

namespace hearsay {

using Write = std::function<void(std::string_view)>;

}  // namespace hearsay
