// What "he", "the agency", "the spokesman" and "the pair" stand for in an article.
#pragma once

#include "dissect/dissection.h"
#include "extract/names.h"
#include "extract/names_gazetteer.h"
#include "extract/names_lists.h"
#include "extract/role_synonyms.h"

#include <string_view>
#include <vector>

namespace hearsay {

// The references of an article with its names already grouped, in text order. Rules over names, role phrases, sex,
// number, recency and what is a subject (after Lappin and Leass 1994 and the sieves of Lee et al. 2013); where two
// readings are about as good, no reference is given. Linear in the text's length.
std::vector<Reference> find_references(std::string_view text, const Dissection& dissection, const Names& names,
                                       const NameLists& lists, const Gazetteer& gazetteer,
                                       const RoleSynonyms& synonyms);

}  // namespace hearsay
