// Where a claim's act takes place, and for whom a capital speaks: with the trained models.
#include "itemise/places.h"

#include "identify/identify.h"
#include "itemise/itemise.h"
#include "itemise/seats.h"
#include "marked_story.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace hearsay {
namespace {

// The places that the claims of a text give as values, each once, in order of appearance.
std::string places_in(const std::string& text) {
  static const ClaimRules rules;
  const MarkedStory story({text});
  const StoryNames names = identify(story.articles, story.marks);
  std::string printed;
  std::set<std::size_t> seen;
  for (const FoundClaim& found : itemise(story.articles, story.marks, names, rules)) {
    for (const Value& value : found.claim.values) {
      const auto* const place = std::get_if<PlaceValue>(&value.what);
      if (place == nullptr || !seen.insert(value.span.begin).second) continue;
      printed += (printed.empty() ? "" : ", ") + std::string(words_at(text, value.span));
    }
  }
  return printed;
}

TEST(Places, are_where_the_act_happens) {
  const struct {
    const char* name;
    const char* text;
    const char* places;
  } rows[] = {
      {"in a town", "The ferry sank in Torrin.", "Torrin"},
      {"near one", "The ferry sank near Torrin.", "Torrin"},
      {"in the village of", "The ferry sank in the village of Brill.", "Brill"},
      {"at a noun for what happened", "The blast in Ostrel killed nine people.", "Ostrel"},
      {"whose place it is says nothing", "The mayor of Torrin resigned.", ""},
      {"where a journey begins or ends is not where it happens", "The ferry left from Torrin for Brill.", ""},
      {"no place", "The ferry sank at night.", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(places_in(row.text), row.places) << row.name;
}

// A chain of sources by their names, before and after seats stand for their countries.
std::string chain_with(const std::vector<std::size_t>& entities) {
  Entities all;
  for (const char* name : {"Kazakhstan", "Astana", "Ada Holm"}) all.all.emplace_back().name = name;
  std::vector<FoundClaim> claims(1);
  for (const std::size_t entity : entities) claims[0].claim.sources.push_back({all.all[entity].name, entity, {}});
  let_seats_stand({{1, 0, true, "the capital"}}, all, claims);
  std::string printed;
  for (const Source& source : claims[0].claim.sources) printed += (printed.empty() ? "" : " > ") + source.name;
  return printed;
}

TEST(Seats, a_capital_speaks_for_its_country_and_nobody_twice) {
  EXPECT_EQ(chain_with({1}), "Kazakhstan");
  EXPECT_EQ(chain_with({0}), "Kazakhstan");
  EXPECT_EQ(chain_with({0, 1}), "Kazakhstan") << "one source, named twice in a row";
  EXPECT_EQ(chain_with({1, 2}), "Kazakhstan > Ada Holm");
  EXPECT_EQ(chain_with({2}), "Ada Holm");
  EXPECT_EQ(chain_with({}), "");
}

TEST(Seats, one_that_is_in_doubt_stays_itself) {
  Entities all;
  for (const char* name : {"Kazakhstan", "Astana"}) all.all.emplace_back().name = name;
  std::vector<FoundClaim> claims(1);
  claims[0].claim.sources.push_back({"Astana", std::size_t{1}, {}});
  let_seats_stand({{1, 0, false, "perhaps the capital"}}, all, claims);
  EXPECT_EQ(claims[0].claim.sources[0].name, "Astana");
}

}  // namespace
}  // namespace hearsay
