// From what arrived to an article: its own text, and what is known of it.
#pragma once

#include "capture/record.h"
#include "clean/article.h"

#include <tl/expected.hpp>

#include <string>

namespace hearsay {

// A plain text is taken over byte for byte, with what is not the article marked as boilerplate. Days and language are
// read from how the record writes them; a language that is not given is detected.
// The error is the reason, for a person: "is empty", "is not UTF-8 text (byte 17)".
tl::expected<Article, std::string> clean(Record record);

}  // namespace hearsay
