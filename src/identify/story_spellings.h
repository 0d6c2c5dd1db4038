// Whether two names that are similar enough to be one in general are so inside one story too.
#pragma once

#include "identify/entity.h"

#include <string>

namespace hearsay {

// In a story that names both, two things are often told apart by little: "Norla" and "Norlania", "RA" and "ERA", a
// league and its club. So a slip of the pen is believed only in words of six letters or more, of one letter, or where
// one word is the other with the ending of a demonym; and a body's or place's longer name may have one word more.
// Persons' names may differ as judge_names says, by at most two more words. Takes
// folded names.
bool can_be_one_in_a_story(const std::string& a, const std::string& b, EntityKind kind);

// "Maria" and "Mario", "George" and "Georgia": two full names, a letter or two apart, of which by the gazetteer's
// forenames one is a man's and the other a woman's. An ending in "a" beside a forename that only men have tells too.
// Takes folded names; false where a forename is not known.
bool are_man_and_woman(const std::string& first, const std::string& second);

}  // namespace hearsay
