// Feeds: RSS 2.0 and 1.0, Atom (RFC 4287).
#pragma once

#include "capture/record.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The items of a feed, in its order. An item's content is the longest of what it holds (content:encoded, description,
// content, summary), as a fragment of HTML; empty when it has none. Its url is the page it links to, its id the guid,
// else the link. The name and address in <source> become its stated origin. External entities are never read. The error
// is the reason: "is not XML (...)", "is XML, but not a feed".
tl::expected<std::vector<Record>, std::string> parse_feed(std::string_view bytes);

}  // namespace hearsay
