// A story's points, origins, claims, names and copies: what the program delivers.
#pragma once

#include "base/calendar.h"
#include "clean/articles/article.h"
#include "group/copies/copies.h"
#include "identify/entity.h"
#include "itemise/propositions/claim.h"
#include "measure/evidence/point.h"
#include "narrate/corrections.h"

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

// A point of the full account, as it stood there and as it stands without what was left out.
struct PointBefore {
  std::size_t number = 0;            // its position in the full account
  std::optional<std::size_t> point;  // its position in this account; nothing when it is lost
  std::string article;               // the id of the article where its words stood
  std::string words;                 // the claim that represented it, verbatim
  Standing standing = Standing::background;
  Bracket origins;
  Bracket reporters;
  std::vector<Disagreement> gone;  // the kinds and relations that it no longer has; their claims are empty
};

// What an account leaves out on request, and what that changes against the full one.
struct Without {
  struct Part {
    std::string asked;  // as the reader named it
    std::string what;   // "article", "outlet", "source", "origin", "claim"; empty when nothing is called so
    std::vector<std::string> articles;  // ids of the articles that went
    std::vector<std::string> copies;    // ids of articles that took text from those and stay
    std::size_t claims = 0;             // how many claims went
  };
  std::vector<Part> parts;
  std::size_t claims = 0;            // claims that went in all
  std::size_t points = 0;            // points of the full account
  std::vector<PointBefore> lost;     // in the full account's order
  std::vector<PointBefore> changed;  // with another standing, bracket or disagreement, in this account's order
};

// What an article has otherwise than in a version of it that came before; known where a desk saw both.
struct ArticleUpdate {
  std::size_t article = 0;
  std::string kind;          // "headline", "number", "hedge", "source", "reworded", "dropped", "added", "rewritten"
  std::optional<Span> span;  // where the words stand now; nothing for a headline, and where they were changed again
  std::string before;        // empty for what was added, and for all of a text
  std::string after;
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
  std::vector<Point> points;    // in the order to be read (narrate/order.h)
  std::vector<Omission> omissions;
  std::vector<ArticleUpdate> updates;          // by article, then in the order in which they came
  std::vector<CorrectionOutcome> corrections;  // one for each line of the reader's corrections
  std::optional<Without> without;              // only when something was to be left out
};

}  // namespace hearsay
