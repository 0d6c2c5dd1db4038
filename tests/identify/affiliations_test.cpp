// Who speaks for which body, and what a name says of a country.
#include "identify/affiliations.h"

#include "identify/countries.h"
#include "identify/identify.h"
#include "marked_story.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace hearsay {
namespace {

// "Ada Holm for Torvik Lines", joined by "; ". With the trained names.
std::string ties(const std::string& text) {
  const MarkedStory story({text});
  const StoryNames names = identify(story.articles, story.marks);
  std::string printed;
  for (const Affiliation& tie : names.affiliations) {
    printed += printed.empty() ? "" : "; ";
    printed += names.entities.all[tie.person].name + " for " + names.entities.all[tie.body].name;
  }
  return printed;
}

TEST(Affiliations, are_told_in_one_noun_phrase) {
  const struct {
    const char* text;
    const char* ties;
  } rows[] = {
      {"Torvik Lines director Ada Holm left.", "Ada Holm for Torvik Lines"},
      {"The Torvik Lines' director, Ada Holm, left.", "Ada Holm for Torvik Lines"},
      {"Ada Holm, director of Torvik Lines, left.", "Ada Holm for Torvik Lines"},
      {"Ada Holm, a spokeswoman for Torvik Lines, left.", "Ada Holm for Torvik Lines"},
      {"Ada Holm sued Torvik Lines.", ""},
      {"Ada Holm and Torvik Lines were fined.", ""},
      {"Torvik Lines fired Ada Holm.", ""},
      {"Ada Holm left. Torvik Lines stayed.", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(ties(row.text), row.ties) << row.text;
}

TEST(Countries, what_a_name_says_of_one) {
  const Countries countries(
      "[countries]\nNorland = Kingdom of Norland\nVostria\n[capitals]\nNorland = Torrin, Wennel?\n[seats]\n"
      "Norland = High House\n[own]\nNorland = Norlandish\n[governments]\ngovernment, cabinet\n",
      "made.txt");
  const auto role = [&](const char* name) {
    const auto found = countries.role_of(name);
    if (!found) return std::string("nothing");
    return (found->is_country ? "the country" : found->what) + (found->sure ? "" : ", perhaps");
  };
  EXPECT_EQ(role("Norland"), "the country");
  EXPECT_EQ(role("the Kingdom of Norland"), "the country");
  EXPECT_EQ(role("Torrin"), "the capital of Norland");
  EXPECT_EQ(role("High House"), "a seat of the government of Norland");
  EXPECT_EQ(role("Norlandish government"), "the government of Norland");
  EXPECT_EQ(role("the government of Norland"), "the government of Norland");
  EXPECT_EQ(role("Vostrian government"), "nothing");
  EXPECT_EQ(role("Wennel"), "the capital of Norland, perhaps");
  EXPECT_EQ(role("Selvik"), "nothing");
  EXPECT_EQ(role(""), "nothing");
  EXPECT_EQ(countries.role_of("Torrin")->country, countries.role_of("Norland")->country);
  EXPECT_NE(countries.role_of("Vostria")->country, countries.role_of("Norland")->country);
}

TEST(Countries, a_line_that_cannot_be_read_is_named) {
  try {
    const Countries countries("[capitals]\nNowhere = Torrin\n", "made.txt");
    FAIL() << "the capital of no country";
  } catch (const std::runtime_error& wrong) {
    EXPECT_TRUE(std::string(wrong.what()).starts_with("made.txt:2: ")) << wrong.what();
  }
}

}  // namespace
}  // namespace hearsay
