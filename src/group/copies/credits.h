// News agencies that an article credits for its text: in a dateline, in a credit line or in passing.
#pragma once

#include "clean/articles/article.h"
#include "group/held/words.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// An agency that an article credits.
struct Credit {
  std::string agency;  // the first of its names in data/agencies.txt
  std::string domain;  // the agency's own outlet, "reuters.com"
  Span where;          // the name in the text
  bool whole = false;  // a dateline or credit line is about the whole text, "told Reuters" only about a part
};

// The agencies that a text credits, each once, the strongest credit of each, in the order of the text. `words` are
// fold_words of the text. Names are looked up in data/agencies.txt (throws std::runtime_error where that is missing).
std::vector<Credit> find_credits(std::string_view text, std::span<const Word> words);

// The same for an article: where its page, feed or item states an agency as its source, that credits the whole, and
// `where` is empty.
std::vector<Credit> find_credits(const Article& article, std::span<const Word> words);

}  // namespace hearsay
