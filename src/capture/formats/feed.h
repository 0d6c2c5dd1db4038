// Feeds and lists of pages: RSS 2.0 and 1.0, Atom (RFC 4287), JSON Feed 1.1, sitemaps (sitemaps.org, with Google's
// news), OPML 2.0.
#pragma once

#include "capture/formats/record.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Feed {
  enum class Kind {
    items,  // hold their texts, or link to their pages
    pages,  // a sitemap: every record is the address of a page, without content
    feeds,  // OPML, an index of sitemaps: every record is the address of another feed or sitemap, without content
  };
  Kind kind = Kind::items;
  std::vector<Record> records;  // in the feed's order
  std::string fault;            // why something may be missing; empty when nothing is
};

// An item's content is the longest of what it holds (content:encoded, description, content, summary), as a fragment of
// HTML; empty when it has none. Its title is HTML too, as feeds write it; its url is the page it links to, its id the
// guid, else the link. The name and address in <source> become its stated origin. External entities are never read. Of
// broken XML the items are read one by one, as far as they can be. The error is the reason: "is not XML (...)",
// "is XML, but not a feed".
tl::expected<Feed, std::string> parse_feed(std::string_view bytes);

// Does JSON begin like a JSON Feed? Needs the first kilobyte or so.
bool is_json_feed(std::string_view start);
tl::expected<Feed, std::string> parse_json_feed(std::string_view json);

}  // namespace hearsay
