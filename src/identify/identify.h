// The names of a story: which of its articles' names are one person, body or place, and what ties one to another.
// The room's one entry: everything the later stages know of names is in StoryNames.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "identify/affiliations.h"
#include "identify/entities.h"
#include "identify/governments.h"
#include "identify/neighbours.h"
#include "identify/place_relations.h"

#include <span>
#include <string>
#include <vector>

namespace hearsay {

struct StoryNames {
  Entities entities;
  std::vector<Affiliation> affiliations;  // who speaks for which body
  std::vector<Seat> seats;                // which capital stands for which government
  PlaceRelations places;                  // which place may hold another
  Neighbours neighbours;                  // which names stand side by side
};

// `articles` and `marks` run in parallel and are only read here. No articles: no names. `rules` are a reader's word on
// names and go before all evidence; Entities::unfit_rules says which did not fit.
StoryNames identify(std::span<const Article> articles, std::span<const Marks> marks,
                    std::span<const NameRule> rules = {});

// One name a line: its number and kind, the name, its variants, where it stands, what it may also be; then who speaks
// for whom and which capital stands for which country.
std::string to_text(const StoryNames& names);

}  // namespace hearsay
