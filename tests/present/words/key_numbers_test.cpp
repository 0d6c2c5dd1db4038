// Which numbers are told over time, and how their course is worded.
#include "present/words/key_numbers.h"

#include "present/page/page_parts.h"

#include "present/sample_account.h"
#include "present/small_story.h"

#include <fmt/format.h>

namespace hearsay {
namespace {

struct Figure {
  std::size_t report;  // on 5, 6 and 7 May
  const char* words;
  std::optional<double> low;
  std::optional<double> high;
};

SampleAccount story_of(const std::vector<Figure>& figures, const char* unit, bool revised = false) {
  SampleAccount sample({report("one", "Quay Gazette", "40 left, then 45 left.", 5),
                        report("two", "Dell Courier", "40 left, at least 50 left.", 6),
                        report("three", "Fen Herald", "60 left, 45 left.", 7)});
  sample.origin("Ann Bo", OriginKind::speaker);
  for (const Figure& f : figures) {
    Claim& claim = sample.claim(f.report, f.words, {}, 0);
    sample.number(claim, f.words, f.low, f.high, false, unit);
  }
  Point& point = sample.point(Standing::contested, {1, 1, {}}, {1, 1, {}});
  const auto relation = revised ? DisagreementRelation::update : DisagreementRelation::conflict;
  if (figures.size() > 1) point.disagreements.push_back({DisagreementKind::quantity, relation, point.claims, ""});
  return sample;
}

// "40@1 45@1 60@3; They differ: ...", each figure with the reports that give it.
std::string numbers_in(const SampleAccount& sample) {
  std::string text;
  const AccountView view(sample.account);
  for (const KeyNumber& number : key_numbers(view)) {
    for (const Answer& figure : number.figures) {
      text += figure.reading + "@";
      for (const std::size_t claim : figure.claims) text += fmt::format("{}", sample.account.claims[claim].article + 1);
      text += ' ';
    }
    text += course_phrase(number, sample.account.points[number.point]);
  }
  return text;
}

TEST(KeyNumbers, stand_in_order_of_time_with_the_latest_and_the_highest) {
  const struct {
    const char* name;
    std::vector<Figure> figures;
    bool revised;
    const char* printed;
  } rows[] = {
      {"one report alone", {{0, "40", 40, 40}, {0, "45", 45, 45}}, false, ""},
      {"all agree", {{1, "40", 40, 40}, {0, "40", 40, 40}}, false, "40 tents@1 40 tents@2 All say 40 tents."},
      {"a later report has more",
       {{2, "60", 60, 60}, {0, "40", 40, 40}},
       true,
       "40 tents@1 60 tents@3 Revised: first 40 tents, latest and highest 60 tents."},
      {"a later report has less",
       {{0, "40", 40, 40}, {1, "at least 50", 50, std::nullopt}, {2, "45", 45, 45}},
       false,
       "40 tents@1 at least 50 tents@2 45 tents@3 They differ: first 40 tents, latest 45 tents, highest at least 50 "
       "tents."},
      {"one figure on two days stands twice",
       {{0, "40", 40, 40}, {1, "40", 40, 40}, {2, "60", 60, 60}},
       false,
       "40 tents@1 40 tents@2 60 tents@3 They differ: first 40 tents, latest and highest 60 tents."},
  };
  for (const auto& row : rows)
    EXPECT_EQ(numbers_in(story_of(row.figures, "tents", row.revised)), row.printed) << row.name;
}

TEST(KeyNumbers, ages_and_lengths_of_time_are_none) {
  for (const char* const unit : {"hour", "day", "year of age"})
    EXPECT_EQ(numbers_in(story_of({{0, "40", 40, 40}, {2, "60", 60, 60}}, unit)), "") << unit;
}

TEST(KeyNumbers, two_of_something_that_all_tell_are_none) {
  SampleAccount sample(
      {report("one", "Quay Gazette", "2 tents burnt.", 5), report("two", "Dell", "2 tents burnt.", 6)});
  sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t article : {0, 1}) {
    Claim& claim = sample.claim(article, "2 tents burnt", {}, 0);
    sample.number(claim, "2 tents", 2, 2, false, "tents");
  }
  sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  EXPECT_EQ(numbers_in(sample), "");
}

TEST(KeyNumbers, stand_on_the_page_under_the_news) {
  const std::string page =
      part_of_page(story_of({{0, "40", 40, 40}, {2, "60", 60, 60}}, "tents").account, write_numbers);
  EXPECT_NE(page.find("<section id=\"numbers\""), std::string::npos);
  EXPECT_NE(page.find("They differ: first 40 tents, latest and highest 60 tents."), std::string::npos) << page;
  // One tab stop a number, that which leads to its point: the figures' own links are reached by it.
  EXPECT_EQ(times_in(page, "<a href="), 1u) << page;
  EXPECT_EQ(times_in(page, "<a tabindex=\"-1\" href=\"#c"), 2u) << page;
  EXPECT_EQ(part_of_page(small_story().account, write_numbers), "");
}

}  // namespace
}  // namespace hearsay
