// The names of a story: which names of its articles are one thing.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "identify/entity.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// A reader's word on two names: written so, they are one, or they are two.
struct NameRule {
  std::string a;
  std::string b;
  bool one = true;
};

// A story's entities and the way to them from each article's names.
struct Entities {
  std::vector<Entity> all;                         // in order of first mention
  std::vector<std::vector<std::size_t>> of_named;  // [article][index into Names::named] -> index into all
  std::vector<std::string> unfit_rules;            // for each rule why it does not fit; empty where it was followed
};

// Joins the named things of all articles. Names are one when they are spelled alike, when one article introduces one as
// the other's abbreviation, when one is a spelling of the other, or when one is the only full form in the story that a
// short form can stand for; what only may be one is kept apart and listed under Entity::maybe.
// `articles` and `marks` run in parallel. Rules go before all evidence.
Entities join_names(std::span<const Article> articles, std::span<const Marks> marks,
                    std::span<const NameRule> rules = {});

}  // namespace hearsay
