// What a browser recorded of its traffic: HTTP Archive 1.2, JSON.
#pragma once

#include "capture/formats/record.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The pages (text/html, status 200) among the entries, in order, with their addresses. Content in base64 is decoded. An
// entry whose content the browser did not keep is passed over. The error is the reason: "is not JSON (...)",
// "is JSON, but not an HTTP archive".
tl::expected<std::vector<Record>, std::string> parse_har(std::string_view json);

// Does JSON begin like one? Needs the first kilobyte or so.
bool is_har(std::string_view start);

}  // namespace hearsay
