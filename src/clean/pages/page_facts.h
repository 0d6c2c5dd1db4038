// What a page says about itself, and where it says it.
#pragma once

#include "base/calendar.h"
#include "clean/markup/html_tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A value and the place that it was taken from: "JSON-LD headline", "meta og:title".
template <class Value>
struct Stated {
  Value value;
  std::string where;
};

struct PageFacts {
  std::optional<Stated<std::string>> title;
  std::optional<Stated<std::string>> outlet;    // the address's (outlets.h), otherwise the site's name
  std::optional<Stated<std::string>> address;   // the canonical one
  std::optional<Stated<std::string>> language;  // ISO 639-1
  std::optional<Stated<Moment>> published;
  std::optional<Stated<Moment>> modified;
  std::vector<Stated<std::string>> authors;
  // Where the page says that its text comes from: syndication-source, original-source, isBasedOn, a canonical address
  // on another host.
  std::vector<Stated<std::string>> origins;
};

// Reads the facts in this order of trust; the first that is well formed wins:
//   title      JSON-LD headline, og:title, twitter:title, the first h1, <title>
//   published  JSON-LD datePublished, meta (article:published_time and its kin), microdata datePublished, a <time> that
//              is named for it, meta whose names may mean another day ("date"), the address, other scripts' data, days
//              that readers see (shown_days.h), and last what says when it was modified
//   outlet `address`, the canonical address, the publisher's name, the site's name
//   language   <html lang>, JSON-LD inLanguage, og:locale, content-language
// `address` is where the page was found and `fetched` when, if known. Linear in the page.
PageFacts find_facts(std::string_view page, const HtmlTree& tree, const std::optional<std::string>& address,
                     const std::optional<Moment>& fetched = std::nullopt);

}  // namespace hearsay
