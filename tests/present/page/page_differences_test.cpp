#include "present/page/page_parts.h"
#include "present/page/page_scale.h"
#include "present/small_story.h"
#include "present/words/answers.h"
#include "present/words/phrases.h"
#include "present/words/wordings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hearsay {
namespace {

Value quantity(std::optional<double> low, std::optional<double> high, bool about = false,
               std::optional<std::string> unit = {}, std::optional<std::string> of = {}) {
  return {{}, QuantityValue{low, high, about, std::move(unit), std::move(of)}};
}

Value date(std::optional<Day> from, std::optional<Day> to, std::string value = "") {
  return {{}, DateValue{from, to, std::move(value)}};
}

// A contested point whose claims have these values, one list a claim.
SampleAccount claims_with(const std::vector<std::vector<Value>>& values, DisagreementKind kind) {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (std::size_t i = 0; i < values.size(); ++i) sample.claim(i % 3, "road", {}, origin).values = values[i];
  std::vector<std::size_t> all(values.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  sample.point(Standing::contested, {1, 1, {}}, {1, 1, {}}).disagreements = {
      {kind, DisagreementRelation::conflict, all, "why"}};
  return sample;
}

std::string answers(const SampleAccount& sample, DisagreementKind kind) {
  std::string printed;
  for (const Answer& answer : answers_on(sample.account, sample.account.points[0], kind))
    printed += fmt::format("{}({}) ", answer.reading, fmt::join(answer.claims, " "));
  return printed;
}

TEST(Answers, equal_numbers_stand_together_lowest_first) {
  const struct {
    std::vector<std::vector<Value>> values;
    const char* printed;
  } rows[] = {
      {{{quantity(50, 50)}, {quantity(40, 40)}}, "40(1) 50(0) "},
      {{{quantity(50, 50)}, {quantity(40, 40)}, {quantity(50, 50)}}, "40(1) 50(0 2) "},
      {{{quantity(50, 50)}, {quantity(50, 50, true)}}, "50(0) about 50(1) "},
      {{{quantity(50, {})}, {quantity(50, 50)}}, "at least 50(0) 50(1) "},
      {{{quantity({}, 30)}, {quantity(10, 20)}}, "10 to 20(1) at most 30(0) "},
      {{{}, {quantity(40, 40)}}, "40(1) "},                  // says no number
      {{{quantity({}, {})}, {quantity(40, 40)}}, "40(1) "},  // a number without a bound answers nothing
      {{{quantity(-5, -5)}, {quantity(-7, -7)}}, "-7(1) -5(0) "},
      {{{quantity(2, 2, false, "tonne"), quantity(9, 9, false, "kilometre")}, {quantity(3, 3, false, "kilometre")}},
       "3 kilometres(1) 9 kilometres(0) "},  // the unit that most give
      {{{quantity(2, 2, false, {}, "empty cars"), quantity(9, 9, false, {}, "old buses")},
        {quantity(3, 3, false, {}, "buses")}},
       "3(1) 9(0) "},  // the thing that most count, by its last word
      {{{quantity(2, 2, false, {}, "cars")}, {quantity(7, 7, false, "tonne")}}, "2(0) 7 tonnes(1) "},
      {{{date(day_in_may(5), day_in_may(5)), quantity(1, 1)}}, "1(0) "},
      {{{}, {}}, ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(answers(claims_with(row.values, DisagreementKind::quantity), DisagreementKind::quantity), row.printed);
}

TEST(Answers, days_stand_in_their_order_and_an_hour_within_its_day) {
  const struct {
    std::vector<std::vector<Value>> values;
    const char* printed;
  } rows[] = {
      {{{date(day_in_may(6), day_in_may(6))}, {date(day_in_may(5), day_in_may(5))}}, "5 May 2031(1) 6 May 2031(0) "},
      {{{date(day_in_may(6), day_in_may(6))}, {date(day_in_may(6), day_in_may(6))}}, "6 May 2031(0 1) "},
      {{{date(day_in_may(5), {})}, {date({}, day_in_may(4))}}, "until 4 May 2031(1) from 5 May 2031(0) "},
      {{{date({}, {}, "P1D")}, {date(day_in_may(4), day_in_may(4))}}, "4 May 2031(1) "},
      {{{date(day_in_may(5), day_in_may(5), "2031-05-05T18:30")},
        {date(day_in_may(5), day_in_may(5), "2031-05-05T06:15")}},
       "5 May 2031, 06:15(1) 5 May 2031, 18:30(0) "},
      {{{date({}, {}, "P1D"), date(day_in_may(4), day_in_may(4))}}, "4 May 2031(0) "},  // the first that has a day
      {{{quantity(3, 3)}}, ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(answers(claims_with(row.values, DisagreementKind::date), DisagreementKind::date), row.printed);
}

TEST(Answers, places_and_stances_stand_in_order_of_appearance) {
  SampleAccount sample =
      claims_with({{{{}, PlaceValue{0}}}, {{{}, PlaceValue{}}}, {{{}, PlaceValue{0}}}, {}}, DisagreementKind::place);
  sample.account.entities = {{EntityKind::place, "Zorn Point", {}, {}, "", {}}};
  EXPECT_EQ(answers(sample, DisagreementKind::place), "Zorn Point(0 2) a place(1) ");
  sample.account.claims[1].stance = Stance::denies;
  EXPECT_EQ(answers(sample, DisagreementKind::polarity), "asserts(0 2 3) denies(1) ");
  EXPECT_EQ(answers(sample, DisagreementKind::actor), "");
  EXPECT_EQ(answers(sample, DisagreementKind::wording), "");
}

TEST(Answers, kinds_of_difference_are_named_once_in_the_accounts_order) {
  Point point;
  EXPECT_TRUE(kinds_of_difference(point).empty());
  for (const DisagreementKind kind : {DisagreementKind::date, DisagreementKind::quantity, DisagreementKind::date})
    point.disagreements.push_back({kind, DisagreementRelation::update, {}, ""});
  EXPECT_EQ(kinds_of_difference(point), (std::vector{DisagreementKind::date, DisagreementKind::quantity}));
}

TEST(Answers, a_claim_gives_the_value_its_point_is_about) {
  const std::vector<Value> both = {date(day_in_may(5), day_in_may(5)), quantity(7, 7), quantity(9, 9, false, "tonne")};
  const auto given = [&](std::optional<DisagreementKind> kind, const std::vector<Value>& values) -> std::string {
    SampleAccount sample =
        claims_with({values, {quantity(8, 8, false, "tonne")}}, kind.value_or(DisagreementKind::wording));
    if (!kind) sample.account.points[0].disagreements.clear();
    const Value* value = value_given(sample.account, sample.account.points[0], 0);
    return value ? value_phrase(*value, sample.account) : "nothing";
  };
  EXPECT_EQ(given(DisagreementKind::date, both), "5 May 2031");
  EXPECT_EQ(given(DisagreementKind::quantity, both), "9 tonnes");
  EXPECT_EQ(given(DisagreementKind::scope, both), "9 tonnes");
  EXPECT_EQ(given(DisagreementKind::wording, both), "9 tonnes");
  EXPECT_EQ(given(std::nullopt, both), "9 tonnes");
  EXPECT_EQ(given(std::nullopt, {both[0]}), "5 May 2031");
  EXPECT_EQ(given(DisagreementKind::quantity, {both[0]}), "nothing");
  EXPECT_EQ(given(DisagreementKind::date, {both[1]}), "nothing");
  EXPECT_EQ(given(std::nullopt, {}), "nothing");
}

std::string differences(const SampleAccount& sample) {
  return part_of_page(sample.account, [&](std::string& page, const AccountView& view) {
    write_differences(page, view, sample.account.points[0]);
  });
}

TEST(PageDifferences, each_kind_has_one_block_with_all_its_reasons) {
  SampleAccount sample = claims_with({{quantity(40, 40)}, {quantity(50, 50)}}, DisagreementKind::quantity);
  sample.account.claims[1].stance = Stance::denies;
  auto& all = sample.account.points[0].disagreements;
  all.push_back({DisagreementKind::polarity, DisagreementRelation::conflict, {0, 1}, "a & b"});
  all.push_back({DisagreementKind::quantity, DisagreementRelation::update, {0, 1}, "later"});
  const std::string page = differences(sample);
  EXPECT_EQ(times_in(page, "<div class=\"difference\">"), 2u);
  EXPECT_EQ(first_out_of_order(
                page, {"<p class=\"relation conflict\"><b>Conflict over the number:</b> why</p>",
                       "<p class=\"relation update\"><b>Updated: the number:</b> later</p>", "<ul class=\"scale\">",
                       "<p class=\"relation conflict\"><b>Conflict over whether it "
                       "is so:</b> a &amp; b</p>",
                       "<ul class=\"answers\">\n<li><b>asserts</b> <a href=\"#c1\">"}),
            "");
  all.clear();
  EXPECT_EQ(differences(sample), "");
}

TEST(PageDifferences, what_differs_in_words_alone_draws_nothing) {
  for (const DisagreementKind kind : {DisagreementKind::actor, DisagreementKind::wording, DisagreementKind::place}) {
    const std::string page = differences(claims_with({{quantity(40, 40)}, {}}, kind));
    EXPECT_NE(page.find("why</p>\n</div>"), std::string::npos) << page;
  }
}

// Each answer's mark and place on the axis, and the labels under it.
std::string drawn(const std::vector<Answer>& answers, Axis axis) {
  SampleAccount sample = small_story();
  const std::string page = part_of_page(
      sample.account, [&](std::string& out, const AccountView& view) { write_scale(out, view, answers, axis); });
  std::string marks;
  std::string labels;
  for (std::size_t at = 0; (at = page.find('<', at)) != std::string::npos; ++at) {
    const std::string_view rest = std::string_view(page).substr(at);
    const auto attribute = [&](std::string_view name) {
      const std::size_t begin = rest.find(std::string(name) + "=\"") + name.size() + 2;
      return std::string(rest.substr(begin, rest.find('"', begin) - begin));
    };
    if (rest.starts_with("<circle")) marks += attribute("class") + "@" + attribute("cx") + " ";
    if (rest.starts_with("<rect")) marks += attribute("class") + "@" + attribute("x") + "+" + attribute("width") + " ";
    if (rest.starts_with("<text"))
      labels += std::string(rest.substr(rest.find('>') + 1, rest.find("</text>") - rest.find('>') - 1)) + " ";
  }
  if (page.find("each step ×10") != std::string::npos) labels += "log ";
  return marks + "| " + labels;
}

TEST(PageScale, bars_lie_between_their_bounds) {
  const double may = static_cast<double>(day_in_may(1).time_since_epoch().count());
  const struct {
    const char* what;
    std::vector<Answer> answers;
    Axis axis;
    const char* printed;
  } rows[] = {
      {"no bound, no drawing", {{{}, {}, false, "some", {}}}, Axis::numbers, "| "},
      {"nothing at all", {}, Axis::numbers, "| "},
      {"two numbers",
       {{40, 40, false, "", {}}, {50, 50, false, "", {}}},
       Axis::numbers,
       "exact@9.68% exact@90.32% | 40 45 50 "},
      {"about",
       {{40, 40, true, "", {}}, {50, 50, false, "", {}}},
       Axis::numbers,
       "about@9.68% exact@90.32% | 40 45 50 "},
      {"a range", {{40, 50, false, "", {}}}, Axis::numbers, "exact@9.68%+80.65% | 40 45 50 "},
      {"open above and below",
       {{40, {}, false, "", {}}, {{}, 50, false, "", {}}},
       Axis::numbers,
       "open-above@9.68%+90.32% open-below@0+90.32% | 40 45 50 "},
      {"numbers that are not negative get no axis below nought",
       {{0, 0, false, "", {}}, {10, 10, false, "", {}}},
       Axis::numbers,
       "exact@0.00% exact@89.29% | 0 5 10 "},
      {"one number has room around it", {{100, 100, false, "", {}}}, Axis::numbers, "exact@50.00% | 90 100 110 "},
      {"more than two powers of ten",
       {{1, 1, false, "", {}}, {1000, 1000, false, "", {}}},
       Axis::numbers,
       "exact@9.68% exact@90.32% | 1 10 100 1,000 log "},
      {"exactly two powers are straight",
       {{1, 1, false, "", {}}, {100, 100, false, "", {}}},
       Axis::numbers,
       "exact@0.89% exact@89.38% | 0 50 100 "},
      {"below nought is never logarithmic",
       {{-1, -1, false, "", {}}, {1000, 1000, false, "", {}}},
       Axis::numbers,
       "exact@9.68% exact@90.32% | 0 500 1,000 "},
      {"two days",
       {{may + 4, may + 4, false, "", {}}, {may + 6, may + 6, false, "", {}}},
       Axis::days,
       "exact@9.68% exact@90.32% | 5 May 6 May 7 May "},
      {"one day", {{may + 4, may + 4, false, "", {}}}, Axis::days, "exact@50.00% | 3 May 4 May 5 May 6 May 7 May "},
      {"hours of one day",
       {{may + 0.25, may + 0.25, false, "", {}}, {may + 0.5, may + 0.5, false, "", {}}},
       Axis::days,
       "exact@9.68% exact@90.32% | 06:00 09:00 12:00 "},
      {"months",
       {{may, may, false, "", {}}, {may + 92, may + 92, false, "", {}}},
       Axis::days,
       "exact@9.68% exact@90.32% | May 2031 June 2031 July 2031 August 2031 "},
  };
  for (const auto& row : rows) EXPECT_EQ(drawn(row.answers, row.axis), row.printed) << row.what;
}

TEST(PageScale, the_reading_is_words_beside_the_bar) {
  SampleAccount sample =
      claims_with({{quantity(40, 40, false, "<t>")}, {quantity(50, 50)}}, DisagreementKind::quantity);
  const std::string page = differences(sample);
  EXPECT_NE(page.find("<li><span class=\"who\"><a href=\"#c1\">Quay Gazette</a></span>"), std::string::npos);
  EXPECT_NE(page.find("<span class=\"reading\">40 &lt;t&gt;s</span></li>"), std::string::npos);
}

// The wordings of the small story's point with these claims: article and words.
std::string wordings(const std::vector<Claim>& claims, std::size_t representative) {
  SampleAccount sample = small_story();
  sample.origin("Ann Bo", OriginKind::speaker);
  sample.account.claims = claims;
  Point point;
  for (std::size_t i = 0; i < claims.size(); ++i) point.claims.push_back(i);
  point.representative = representative;
  std::string printed;
  for (const auto& wording : wordings_of(sample.account, point))
    printed += fmt::format("[{}]", fmt::join(wording, " "));
  return printed;
}

Claim at(std::size_t article, std::size_t begin, std::size_t end, const char* speaker = "",
         Stance stance = Stance::asserts) {
  Claim claim;
  claim.article = article;
  claim.span = {begin, end};
  if (*speaker) claim.sources = {{speaker, {}, {}}};
  claim.stance = stance;
  return claim;
}

TEST(Wordings, what_prints_alike_stands_together_the_representatives_first) {
  // one: "A slip shut the road. Ann Bo ..." two: "The road is shut. Ann Bo ..."
  EXPECT_EQ(wordings({at(0, 16, 20), at(1, 4, 8)}, 0), "[0 1]");  // "road" in both
  EXPECT_EQ(wordings({at(0, 16, 20), at(1, 4, 8)}, 1), "[0 1]");
  EXPECT_EQ(wordings({at(0, 2, 6), at(1, 4, 8)}, 1), "[1][0]");
  EXPECT_EQ(wordings({at(0, 2, 6), at(1, 4, 8), at(0, 16, 20)}, 2), "[1 2][0]");
  EXPECT_EQ(wordings({at(0, 16, 20, "Ann"), at(1, 4, 8)}, 0), "[0][1]");  // another speaker
  EXPECT_EQ(wordings({at(0, 16, 20, "Ann"), at(1, 4, 8, "Ann", Stance::denies)}, 0), "[0][1]");
}

TEST(Wordings, a_part_of_a_statement_beside_the_whole_of_it_is_no_further_wording) {
  EXPECT_EQ(wordings({at(0, 0, 20), at(0, 2, 6)}, 0), "[0 1]");
  EXPECT_EQ(wordings({at(0, 2, 6), at(0, 0, 20)}, 0), "[0 1]");
  EXPECT_EQ(wordings({at(0, 0, 20), at(0, 2, 6, "Ann")}, 0), "[0][1]");  // who says it is another
  EXPECT_EQ(wordings({at(0, 0, 20), at(0, 2, 6, "", Stance::hedges)}, 0), "[0][1]");
  EXPECT_EQ(wordings({at(0, 0, 10), at(0, 2, 20)}, 0), "[0][1]");  // overlaps, and is no part
  EXPECT_EQ(wordings({at(0, 0, 20), at(1, 2, 6)}, 0), "[0][1]");   // of another article
}

TEST(Wordings, what_differs_is_set_off) {
  const auto differing = [](const std::string& best, const std::string& words,
                            std::vector<Disagreement> disagreements) {
    SampleAccount sample({report("one", "Quay", best), report("two", "Dell", words)});
    const std::size_t origin = sample.origin("x", OriginKind::speaker);
    sample.claim(0, best, {}, origin);
    Claim& claim = sample.claim(1, words, {}, origin);
    if (words.find("40") != std::string::npos) sample.number(claim, "40", 40, 40);
    if (words.find("denied") != std::string::npos) {
      claim.stance = Stance::denies;
      claim.cue = sample.find(1, "denied");
    }
    Point& point = sample.point(Standing::contested, {1, 1, {}}, {2, 2, {}});
    point.disagreements = std::move(disagreements);
    std::string printed;
    for (const Span span : differing_words(sample.account, point, 1))
      printed += "<" + words.substr(span.begin, span.size()) + ">";
    return printed;
  };
  const std::vector<Disagreement> wording = {{DisagreementKind::wording, DisagreementRelation::conflict, {}, ""}};
  const std::vector<Disagreement> number = {{DisagreementKind::quantity, DisagreementRelation::conflict, {}, ""}};
  const struct {
    const char* best;
    const char* words;
    std::vector<Disagreement> disagreements;
    const char* printed;
  } rows[] = {
      {"the road is shut", "the road is open", wording, "<open>"},
      {"The road is SHUT", "the road, is shut!", wording, ""},  // case and marks are no difference
      {"the road", "the wet coast road", wording, "<wet coast>"},
      {"the wet coast road", "the road", wording, ""},
      {"a b c", "c b a", wording, "<b a>"},  // the order counts
      {"", "new words", wording, "<new words>"},
      {"é", "É è", wording, "<É è>"},  // letters beyond ASCII are compared as they are
      {"40 left", "40 left", number, "<40>"},
      {"40 left", "about 40 left", {}, ""},
      {"so it is", "it is so, Cy denied", number, "<denied>"},
      {"shut", "he denied 40 left", number, "<denied 40>"},
  };
  for (const auto& row : rows) EXPECT_EQ(differing(row.best, row.words, row.disagreements), row.printed) << row.words;
}

}  // namespace
}  // namespace hearsay
