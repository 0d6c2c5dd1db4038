// A book or a newspaper's edition as one file: EPUB 2 and 3 (W3C, EPUB Packages), a zip archive of pages.
//
//   mimetype                 application/epub+zip
//   META-INF/container.xml   <rootfile full-path="OPS/edition.opf">
//   OPS/edition.opf          metadata (Dublin Core), manifest (the files), spine (which of them are read, in order)
//   OPS/front.xhtml ...      the pages
#pragma once

#include "capture/bytes/byte_source.h"
#include "capture/formats/record.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The pages of the spine in reading order, with what the package says of all of them: creators, publisher, day,
// language. The table of contents and what the book sets apart (linear="no") are passed over. A page that the archive
// lacks is a record without content, with the fault. The error is the reason: "is an electronic book without a spine".
// Throws Unreadable as ArchiveReader does, and when the pages together are larger than 32 MB.
tl::expected<std::vector<Record>, std::string> read_epub(ByteSource& source);

// Do the bytes begin like one? Needs the first hundred.
bool is_epub(std::string_view start);

}  // namespace hearsay
