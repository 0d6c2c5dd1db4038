// The text of a PDF, which another program takes out of it: pdftotext of Poppler (Debian: poppler-utils), where it is
// installed. It runs as a process of its own, so that what a hostile PDF does to it stays there.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace hearsay {

// The text in UTF-8, a paragraph a line. The error is the reason: "is a PDF, which is read where pdftotext is
// installed (Debian: poppler-utils)", "is a PDF without a text", "is a PDF that pdftotext cannot read". What takes
// longer than a minute, 2 GB of memory or is longer than 32 MB is given up.
tl::expected<std::string, std::string> text_of_pdf(std::string_view file);

// Makes paragraphs of what pdftotext prints (lines as they stand on the page, pages separated by form feeds): adjacent
// lines are joined, a word hyphenated at a line's end is made whole, and what stands at the top or foot of most pages,
// numbers aside, is left out. A paragraph continues on the next page when it does not end like a sentence and the page
// begins with a small letter.
std::string paragraphs_of_pages(std::string_view printed);

// Do the bytes begin like a PDF?
inline bool is_pdf(std::string_view start) { return start.starts_with("%PDF-"); }

}  // namespace hearsay
