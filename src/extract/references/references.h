// What "he", "the agency", "the spokesman" and "the pair" stand for in an article.
#pragma once

#include "dissect/words/dissection.h"
#include "extract/names/gazetteer.h"
#include "extract/names/lists.h"
#include "extract/names/names.h"
#include "extract/references/role_synonyms.h"

#include <string_view>
#include <vector>

namespace hearsay {

// A word that stands for a name or role: "he", "the agency", "the spokesman".
struct Reference {
  Span span;
  Span antecedent;  // the nearest earlier (or, for a cataphor, later) name or role phrase it stands for
  std::string why;
};

// The references of an article with its names already grouped, in text order. Rules over names, role phrases, sex,
// number, recency and what is a subject (after Lappin and Leass 1994 and the sieves of Lee et al. 2013); where two
// readings are about as good, no reference is given: a word that leads nowhere with confidence has none. Linear in the
// text's length.
std::vector<Reference> find_references(std::string_view text, const Dissection& dissection, const Names& names,
                                       const NameLists& lists, const Gazetteer& gazetteer,
                                       const RoleSynonyms& synonyms);

}  // namespace hearsay
