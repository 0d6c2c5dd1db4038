#include "identify/entity_naming.h"
#include "identify/story_spellings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

TEST(EntityNaming, the_fullest_name_that_is_surely_one_is_shown) {
  const struct {
    std::vector<Spelling> all;
    EntityKind kind;
    const char* name;
  } rows[] = {
      {{{"Holm", 9, true}, {"Ada Holm", 2, true}}, EntityKind::person, "Ada Holm"},
      {{{"Ada Holm", 1, true}, {"Ada Brand Holm", 1, true}}, EntityKind::person, "Ada Brand Holm"},
      {{{"RMA", 9, true}, {"Rescue and Marine Agency", 1, true}}, EntityKind::organization, "Rescue and Marine Agency"},
      {{{"Vell Lines", 6, true}, {"Vell Lines Need Better Boats", 1, false}}, EntityKind::organization, "Vell Lines"},
      {{{"Vell Lines", 6, true}, {"Vell Lines Wennel", 1, true}}, EntityKind::organization, "Vell Lines"},
      {{{"BLUE FRONT", 1, true}, {"Blue Front", 1, true}}, EntityKind::organization, "Blue Front"},
      {{{"Norlandish", 9, true}, {"Norland", 2, true}}, EntityKind::place, "Norland"},
      {{{"Norland", 1, false}}, EntityKind::place, "Norland"},
  };
  for (const auto& row : rows) EXPECT_EQ(row.all[best_spelling(row.all, row.kind)].name, row.name);
}

TEST(EntityNaming, a_headline_is_written_with_capitals_throughout) {
  const std::string text =
      "Vell Lines Needs Better Boats, Says Union\nThe ferries of Vell Lines were all late on Monday.\nVell Lines";
  EXPECT_TRUE(is_in_headline(text, {0, 10}));
  const std::size_t second = text.find("Vell", 10);
  EXPECT_FALSE(is_in_headline(text, {second, second + 10}));
  const std::size_t third = text.rfind("Vell");
  EXPECT_FALSE(is_in_headline(text, {third, third + 10})) << "too short to tell";
}

TEST(StorySpellings, in_one_story_little_tells_two_things_apart) {
  const struct {
    const char* a;
    const char* b;
    EntityKind kind;
    bool one;
  } rows[] = {
      {"norla", "norlania", EntityKind::place, false},     // two countries with one beginning
      {"norlania", "norlanian", EntityKind::place, true},  // a demonym
      {"sandrill", "sandrills", EntityKind::place, true},
      {"sandrill", "sandill", EntityKind::place, true},  // a letter lost in a long word
      {"ra", "era", EntityKind::organization, false},
      {"ra photos", "era photos", EntityKind::organization, false},
      {"harbour league", "harbour league wennel pilots", EntityKind::organization, false},
      {"harbour league", "harbour league group", EntityKind::organization, true},
      {"torrin", "torrin province", EntityKind::place, true},
      {"ada holm", "ada brand holm", EntityKind::person, true},
      {"", "", EntityKind::place, true},
  };
  for (const auto& row : rows)
    EXPECT_EQ(can_be_one_in_a_story(row.a, row.b, row.kind), row.one) << row.a << ", " << row.b;
}

}  // namespace
}  // namespace hearsay
