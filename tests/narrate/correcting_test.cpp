// What each kind of correction does to an account, and what is answered where it does nothing: a small story with the
// trained models.
#include "marked_story.h"
#include "narrate/corrections.h"
#include "run/engine.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

// Of three reports "a", "b" and "c", with the corrections of a file.
Account corrected(const std::string& file) {
  static const AccountRules rules;
  MarkedStory story({"Nine sailors drowned, captain Ada Holm said. Readers can write to the desk.",
                     "Nine sailors drowned, doctor Ode Brandt said. Nine sailors drowned, captain Ada Holme said.",
                     "A library opens in spring, sailor Josef Kalm said."});
  Wishes wishes;
  wishes.corrections = read_corrections(file);
  return report(std::move(story.articles), shared_marker(), rules, 1, wishes);
}

// "applied: treated as one name", or "refused: why".
std::string answer(const Account& account) {
  if (account.corrections.size() != 1) return "not one answer";
  const CorrectionOutcome& outcome = account.corrections.front();
  return (outcome.applied ? "applied: " : "refused: ") + outcome.why;
}

// The first point with a claim of these words: its speakers, in the order of the claims, each once.
std::string speakers(const Account& account, std::string_view words) {
  for (const Point& point : account.points) {
    std::vector<std::string> names;
    bool here = false;
    for (const std::size_t c : point.claims) {
      const Claim& claim = account.claims[c];
      here |= words_at(account.articles[claim.article].text, claim.span).find(words) != std::string_view::npos;
      const std::string name = claim.sources.empty() ? "-" : claim.sources.back().name;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (here) return fmt::format("{}", fmt::join(names, ", "));
  }
  return "no point";
}

TEST(Correcting, each_line_is_answered) {
  const struct {
    const char* line;
    const char* answer;
  } rows[] = {
      {R"(name "Ada Holm" is "Ada Holme")", "applied: treated as one name"},
      {R"(name "Ada Holm" is not "Ada Holme")", "applied: treated as two names"},
      {R"(name "Ada Holm" is "Berit Solle")", "refused: no name is spelled \"Berit Solle\""},
      {R"(article b is a copy of a)", "applied: treated as a copy"},
      {R"(article b is a copy of b)", "refused: an article cannot be a copy of itself"},
      {R"(article b is a copy of d)", "refused: no article has the id \"d\""},
      {R"(article c is not a copy of a)", "refused: no copy was found between the two"},
      {R"(ignore in a "Readers can write to the desk")", "applied: left out"},
      {R"(ignore in a "Readers can telephone")", "refused: these words do not occur in a"},
      {R"(claim in a "Nine sailors drowned" stands apart)", "applied: now a point of its own"},
      {R"(claim in c "A library opens in spring" belongs with a "Nine sailors drowned")",
       "applied: moved to that point"},
      {R"(claim in c "A library opens in spring" is said by nobody)", "applied: now in the outlet's own voice"},
      {R"(claim in c "A library opens in spring" is said by "Ada Holm")", "applied: its speaker was changed"},
      {R"(claim in c "The moon is full" stands apart)", "refused: these words do not occur in c: \"The moon is full\""},
      {R"(claim in d "The ferry" stands apart)", "refused: no article has the id \"d\""},
      {R"(claim in c "A library opens in spring" is wrong)",
       "refused: is not a correction: it must begin with name, article, ignore or claim and have one of the forms of "
       "docs/corrections.md"},
      {R"(name "Ada Holm is "Ada Holme")",
       "refused: is not a correction: it must begin with name, article, ignore or claim and have one of the forms of "
       "docs/corrections.md"},
  };
  for (const auto& row : rows) EXPECT_EQ(answer(corrected(row.line)), row.answer) << row.line;
}

TEST(Correcting, works_on_what_follows_from_it) {
  EXPECT_EQ(speakers(corrected(""), "library"), "Josef Kalm");
  EXPECT_EQ(speakers(corrected(R"(claim in c "A library opens in spring" is said by nobody)"), "library"), "-");
  EXPECT_EQ(speakers(corrected(R"(claim in c "A library opens in spring" is said by "Ada Holm")"), "library"),
            "Ada Holm");
  const std::string together =
      speakers(corrected(R"(claim in c "A library opens in spring" belongs with a "Nine sailors drowned")"), "library");
  EXPECT_NE(together.find("Ada Holm"), std::string::npos) << together;
  EXPECT_NE(together.find("Josef Kalm"), std::string::npos) << together;
}

TEST(Correcting, of_two_lines_the_later_has_the_last_word) {
  const Account account = corrected(
      "claim in c \"A library opens in spring\" is said by nobody\n"
      "# a remark\n"
      "claim in c \"A library opens in spring\" is said by \"Ode Brandt\"\n");
  ASSERT_EQ(account.corrections.size(), 2U);
  EXPECT_EQ(account.corrections[1].line, 3U);
  EXPECT_EQ(speakers(account, "library"), "Ode Brandt");
}

TEST(Correcting, a_copy_takes_a_newsroom_away_and_its_denial_gives_it_back) {
  const auto newsrooms = [](const std::string& file) {
    const Account account = corrected(file);
    for (const Point& point : account.points) {
      const Claim& claim = account.claims[point.representative];
      if (words_at(account.articles[claim.article].text, claim.span).find("Nine sailors") != std::string_view::npos)
        return fmt::format("{}-{}", point.reporters.min, point.reporters.max);
    }
    return std::string("no point");
  };
  EXPECT_EQ(newsrooms("article b is not a copy of a"), "2-2");
  EXPECT_EQ(newsrooms("article b is a copy of a"), "1-2");
}

TEST(Correcting, two_names_are_one_origin_or_two) {
  const auto origins = [](const std::string& file) {
    std::size_t holms = 0;
    for (const Origin& origin : corrected(file).origins) holms += origin.name.find("Holm") != std::string::npos;
    return holms;
  };
  EXPECT_EQ(origins(R"(name "Ada Holm" is "Ada Holme")"), 1U);
  EXPECT_EQ(origins(R"(name "Ada Holm" is not "Ada Holme")"), 2U);
}

}  // namespace
}  // namespace hearsay
