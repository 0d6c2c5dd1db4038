// The posts of a live blog: many small reports on one page, each with its own time.
#pragma once

#include "base/calendar.h"
#include "clean/markup/html_tree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct LivePost {
  std::uint32_t node = 0;
  std::string title;  // empty if it has no heading
  std::optional<Moment> published;
};

// The posts in page order; none if the page does not say that it is a live blog (LiveBlogPosting in JSON-LD or
// microdata) or its posts cannot be told apart. A post is an element marked as one or, failing that, one of at least
// three block elements under one parent that each hold a time.
std::vector<LivePost> find_live_posts(std::string_view page, const HtmlTree& tree);

}  // namespace hearsay
