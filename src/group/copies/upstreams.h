// Outlets that a text names as those that told it first: "the Harbor Herald reported".
#pragma once

#include "group/held/words.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// A name beside a reporting word, which may be an outlet's.
struct Upstream {
  std::uint32_t name = 0;  // a hash of the name's letters run together, without "the"
  Span where;
};

// The names that stand within three words of a reporting word (data/copier_words.txt) or "according to", in the order
// of the text, each once: capitalised words that follow one another, with "of" and "and" between them. A name of two or
// three letters must be in capitals ("the FT"). At most 24.
std::vector<Upstream> find_upstreams(std::string_view text, std::span<const Word> words);

// The names, hashed in the same way, that an outlet goes by: its domain's first label or two, and those
// that data/outlet_names.txt gives it. Nothing for an empty domain and labels of one letter.
std::vector<std::uint32_t> names_of_outlet(std::string_view outlet);

// Whether the words [first, last] have a reporting word at most three words away.
bool beside_reporting_word(std::span<const Word> words, std::size_t first, std::size_t last);

}  // namespace hearsay
