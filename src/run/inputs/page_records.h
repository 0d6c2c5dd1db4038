// Pages from the network and from archives as records.
#pragma once

#include "capture/formats/record.h"
#include "capture/formats/warc.h"
#include "capture/network/fetch.h"

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Is it a content type of pages ("text/html")?
bool is_page_type(std::string_view type);

// A fetched page as a record, under its address.
Record fetched_page(Fetched fetched);

// The page in a record of an archive; `where` is that record's place. Nothing if the record holds no page that was
// fetched whole (pictures, robots.txt, redirects, requests).
std::optional<Record> archived_page(WarcRecord archived, const std::string& where);

// May a revisit (WARC 1.1, 6.7) stand for a page? It says that what was fetched is the same as in another record.
bool is_revisited_page(const WarcRecord& revisit);

}  // namespace hearsay
