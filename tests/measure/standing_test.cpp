// What support and disagreements add up to.
#include "measure/standing.h"

#include "measure/hand_story.h"
#include "measure/origins/support.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

namespace hearsay {
namespace {

using Sort = std::pair<DisagreementKind, DisagreementRelation>;

std::string standing_with(HandStory story, std::optional<Sort> difference = std::nullopt) {
  const Evidence evidence = story.evidence();
  Point point;
  point.claims = story.all();
  const Support support = weigh_support(point.claims, story.sure(), {}, evidence);
  point.origins = support.bracket;
  point.reporters = support.reporters;
  if (difference) point.disagreements.push_back({difference->first, difference->second, point.claims, "made"});
  return std::string(to_text(standing_of(point, evidence.claims)));
}

TEST(Standing, follows_from_who_tells_it) {
  const struct {
    const char* claims;
    const char* standing;
  } rows[] = {
      {"A: Ada Holm: nine drowned\nB: Ode Brandt: nine drowned", "corroborated"},
      {"A: Ada Holm: nine drowned\nB: Ada Holm: nine drowned", "single-origin"},
      {"A: Ada Holm: nine drowned\nB: -: nine drowned", "single-origin"},
      {"A: Ada Holm: nine drowned\n?B: Ode Brandt: nine drowned", "single-origin"},
      {"A: -: Torrin lies on a lake\nB: -: Torrin lies on a lake", "background"},
      {"A: -: Torrin lies on a lake", "single-origin"},
      {"A: -: Torrin lies on a lake\nB: -: Torrin lies on a lake\nC: Ada Holm: Torrin lies on a lake", "background"},
      {"A: -: nine drowned\nB: Ada Holm: nine drowned\nC: Ada Holm: nine drowned", "single-origin"},
      {"A: Holm: nine drowned\nB: ADA Holm: nine drowned", "single-origin"},
      {"A: Torvik Lines: nine drowned\nB: a Torvik Lines spokesman: nine drowned", "single-origin"},
      {"A: Ada Holm: nine drowned\nB: Josef Holm: nine drowned", "corroborated"},
      {"A: Ada Holm: nine drowned\nA: Ode Brandt: nine drowned", "corroborated"},
      {"A: Nordwire > Ada Holm: nine drowned\nB: Radio Harrow > Ada Holm: nine drowned", "single-origin"},
      {"A: a nurse: nine drowned\nB: a guard: nine drowned", "single-origin"},
      {"A: Ada Holm: (confirms) nine drowned\nB: Ode Brandt: nine drowned", "corroborated"},
      {"A: Ada Holm: (hedges) nine drowned\nB: Ode Brandt: (hedges) nine drowned", "corroborated"},
      {"A: Torvik Lines: (declines) it would not say why", "unanswered"},
      {"A: Torvik Lines: (declines) it would not say why\nB: the pilot: (declines) he would not say why", "unanswered"},
      {"A: Torvik Lines: (declines) it would not say why\nB: Ada Holm: it sank\nC: Ode Brandt: it sank",
       "corroborated"},
  };
  for (const auto& row : rows) EXPECT_EQ(standing_with(HandStory(row.claims)), row.standing) << row.claims;
}

TEST(Standing, is_contested_where_accounts_differ_in_the_thing_itself) {
  const char* const claims = "A: Ada Holm: nine drowned\nB: Ode Brandt: eleven drowned";
  using enum DisagreementKind;
  const struct {
    Sort difference;
    const char* standing;
  } rows[] = {
      {{quantity, DisagreementRelation::conflict}, "contested"},
      {{quantity, DisagreementRelation::update}, "contested"},
      {{date, DisagreementRelation::conflict}, "contested"},
      {{place, DisagreementRelation::conflict}, "contested"},
      {{actor, DisagreementRelation::conflict}, "contested"},
      {{polarity, DisagreementRelation::conflict}, "contested"},
      {{scope, DisagreementRelation::scope}, "contested"},
      {{wording, DisagreementRelation::translation}, "corroborated"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(standing_with(HandStory(claims), row.difference), row.standing)
        << to_text(row.difference.first) << ' ' << to_text(row.difference.second);
  }
}

}  // namespace
}  // namespace hearsay
