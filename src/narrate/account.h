// A story's points, origins, claims, names and copies: what the program delivers.
#pragma once

#include "base/calendar.h"
#include "clean/article.h"
#include "group/copies.h"
#include "match/claim.h"
#include "match/entity.h"
#include "match/point.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// A count of something the account leaves out or cannot tell, with the reason: "claims without a resolved date", 3.
struct Omission {
  std::size_t count = 0;
  std::string what;
};

// Every index in an account is a position in one of its own lists; ids in print are these positions counted from 1
// ("c1" is claims[0]). Everything quoted is a span of articles[i].text.
struct Account {
  std::string title;  // verbatim: a headline of one of the articles, or the first words of the first
  std::optional<Day> begin;
  std::optional<Day> end;
  std::vector<Article> articles;  // in the order given
  std::vector<Copy> copies;
  std::vector<Entity> entities;
  std::vector<Claim> claims;    // by article, then position
  std::vector<Origin> origins;  // in order of their first claim
  std::vector<Point> points;  // in the order to be read: contested, corroborated, single origin, unanswered, background
  std::vector<Omission> omissions;
};

}  // namespace hearsay
