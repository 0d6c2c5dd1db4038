// Pages from the network and from archives as records.
#pragma once

#include "capture/fetch.h"
#include "capture/record.h"
#include "capture/warc.h"

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Is it what a server calls a page ("text/html")?
bool is_page_type(std::string_view type);

// Under its address.
Record fetched_page(Fetched fetched);

// The page in a record of an archive, `where` that record stands; nothing when the record holds none that was fetched
// whole (pictures, robots.txt, redirects, requests).
std::optional<Record> archived_page(WarcRecord archived, const std::string& where);

// May a revisit (WARC 1.1, 6.7) stand for a page? It says that what was fetched is what another record holds.
bool is_revisited_page(const WarcRecord& revisit);

}  // namespace hearsay
