// Whether two names are spellings of one: what joins the names of a story, before the story's own evidence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

enum class SameName : std::uint8_t { no, maybe, yes };
std::string_view to_text(SameName same);  // "no", "maybe", "yes"

struct NameJudgement {
  SameName same = SameName::no;
  double score = 0;  // 0 to 1; "yes" from 0.7 up, "maybe" from 0.5 up
  std::string why;   // what was found: "the same words but for a title", "'lexa' stands alone in one of them"
};

// Compares two names of persons, organizations or places, of which only the spelling is known: accents, word order,
// titles, initials, nicknames, abbreviations, legal forms, slips of the pen, romanisations from other scripts, and the
// spellings of the world's larger places. A shared surname alone is never "yes". The order of the two does not matter.
// Any UTF-8; names of more than 200 bytes and names without letters are one only when they are equal.
// The rules are compiled on the first call, and a transliterator on the first name that is not in Latin letters.
NameJudgement judge_names(std::string_view a, std::string_view b);

}  // namespace hearsay
