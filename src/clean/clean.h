// From what arrived to an article: its own text, and what is known about it.
#pragma once

#include "capture/formats/record.h"
#include "clean/articles/article.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

// What to skip, or to do in addition.
struct Care {
  bool text_only = false;  // leaves boilerplate unmarked and the language undetected, since both take much of the time
  bool language = false;   // detects the language even then
  bool places = false;     // keeps where the text is in its page; a plain text is its record's text
  bool why = false;        // keeps what a page shows but its text leaves out, with the reason
  bool metadata = false;   // also gives an article for a page without an article's text, with what it says of itself
};

// No article has a longer text; what is found in a text takes about a hundred times its size in memory.
inline constexpr std::size_t longest_text_bytes = 2u << 20;

// A plain text is taken over byte for byte, with what is not the article marked as boilerplate; in a page the article's
// own text is found. What the record says about the article takes precedence over what its page says; a language that
// is not stated is detected. A live blog gives an article for the text around its posts, if there is any, and one for
// each post ("ID/1", "ID/2", in page order), with its own time and heading; everything else gives exactly one.
// The error is the reason, in words for the user: "is empty", "is not UTF-8 text (byte 17)".
tl::expected<std::vector<Article>, std::string> clean(Record record, Care care = {});

}  // namespace hearsay
