// Which names in one article are forms of one name.
#pragma once

#include "dissect/words/dissection.h"
#include "extract/names/gazetteer.h"
#include "extract/names/lists.h"
#include "extract/names/names.h"

#include <string_view>

namespace hearsay {

// Adds to `names.mentions` the abbreviations that stand in brackets behind the name they shorten, sets each mention's
// `named`, adds to its `why` what joined it to a longer form, and fills `names.named`. The mentions come with spans and
// kinds, in text order. Joined are: the same words but for case and accents; a part of a person's name ("X", "Mr. X",
// "A. X" for "Anton X") when only one person in the article has it, or only one of the sex that a title gives;
// initials ("FIY", "F.I.Y.") of only one name; a company's name with and without its legal form. Otherwise names stay
// apart.
// Linear in the number of mentions.
void group_names(std::string_view text, const Dissection& dissection, const NameLists& lists,
                 const Gazetteer& gazetteer, Names& names);

// Man, woman or unknown by the name's forename or the title before it: 'm', 'w' or '?'.
char sex_of_name(std::string_view name, const Gazetteer& gazetteer);

}  // namespace hearsay
