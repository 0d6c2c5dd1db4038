// One story as its points are measured: everything the stages before have found out, in one place.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "group/copies/copies.h"
#include "identify/identify.h"
#include "match/match.h"
#include "measure/evidence/deeds.h"
#include "measure/evidence/media.h"
#include "measure/evidence/point.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// Views of what the caller owns. It is the same whether a story is told whole or without some of its claims, but for
// `matched`.
struct StoryContext {
  std::span<const Article> articles;
  std::span<const Marks> marks;
  std::span<const Copy> copies;
  const StoryNames& names;
  const MatchedClaims& matched;
  const LikenessModel& likeness;
  const DeedWords& deeds;

  std::span<const Entity> entities() const { return names.entities.all; }
  const ClaimProfile& profile(std::size_t claim) const { return matched.profiles[claim]; }

  // The words of a span in a claim's article.
  std::string_view words_of(std::size_t claim, Span words) const {
    return words_at(articles[matched.claims[claim].claim.article].text, words);
  }
};

// Numbers by what they belong to, so that a point looks at its own and not at all of a story's.
using NumbersOf = std::vector<std::vector<std::size_t>>;

// Of each article the copies that it takes part in.
NumbersOf copies_by_article(std::size_t articles, std::span<const Copy> copies);

// Of each entity the affiliations in which it is the person.
NumbersOf affiliations_by_person(const StoryNames& names);

// The context with what measuring itself finds out first. `claims` and `deeds` run in parallel with the story's claims,
// which now have their origins.
struct Evidence : StoryContext {
  std::span<const Claim> claims;
  std::span<const std::optional<Deed>> deeds;
  std::span<const Origin> origins;
  NumbersOf copies_of = copies_by_article(articles.size(), copies);
  NumbersOf affiliations_of = affiliations_by_person(names);
  Media media = Media(articles);
};

}  // namespace hearsay
