// From what arrived to an article: its own text, and what is known of it.
#pragma once

#include "capture/record.h"
#include "clean/article.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

// What to skip, or to do in addition.
struct Care {
  bool text_only = false;  // leaves boilerplate unmarked and the language undetected, as both take much of the time
  bool language = false;   // detects the language even then
  bool places = false;     // keeps the way back into the page; a plain text and its record's text are the same
  bool why = false;        // keeps what a page shows and its text leaves out, with the reason
  bool metadata = false;   // gives an article for a page without an article's text too, with what it says of itself
};

// A longer text is no article's: what is found in a text takes some hundred times its size in memory.
inline constexpr std::size_t longest_text_bytes = 2u << 20;

// A plain text is taken over byte for byte, with what is not the article marked as boilerplate; of a page the article's
// own text is found. What the record says of the article goes before what its page says; a language that nobody gives
// is detected. A live blog gives an article for the text around its posts, where there is any, and one for each post
// ("ID/1", "ID/2", in page order), with its own time and heading; everything else gives exactly one.
// The error is the reason, for a person: "is empty", "is not UTF-8 text (byte 17)".
tl::expected<std::vector<Article>, std::string> clean(Record record, Care care = {});

}  // namespace hearsay
