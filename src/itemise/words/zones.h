// Which words of a text are somebody's, and which only say whose.
#pragma once

#include "extract/marks.h"
#include "itemise/words/reporting_words.h"

#include <cstdint>
#include <vector>

namespace hearsay {

inline constexpr std::uint32_t no_attribution = 0xFFFFFFFF;

// One entry for each token of a text; attributions are indices into Marks::attributions.
struct Zones {
  std::vector<std::uint32_t> content;  // the innermost attribution in whose content it stands, or no_attribution
  std::vector<bool> frame;             // is it part of a source or a cue?
  std::vector<std::uint32_t> act;      // the attribution whose cue it is, where frame and content are one clause
};

// "The mayor denied any part in it" is an act: frame and content are one clause. A source at the end of a sentence
// speaks for all of it, and a reported clause goes on behind ", and that" and ", while". Deeds done by words
// ("condemned the attack") attribute nothing.
Zones find_zones(const Marks& marks, const ReportingWords& reporting);

}  // namespace hearsay
