#include "group/stories/grouper.h"
#include "group/held/saved_state.h"

#include <gtest/gtest.h>
#include "group/stories/invented_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>

namespace hearsay {
namespace {

const std::string ferry =
    "The ferry Solvang ran onto a sandbank outside Port Aster before dawn with ninety people on board. Tugs from the "
    "harbour pulled Solvang free at high water. The shipping company blamed a broken rudder cable found by divers.";
const std::string ferry_again =
    "Divers in Port Aster have found a broken rudder cable under the ferry Solvang, which tugs had to pull off a "
    "sandbank. "
    "The shipping company said all ninety people on board were brought ashore from the stranded ferry.";
const std::string mine =
    "A tunnel of the Tarnfoss copper mine collapsed on the night shift. Rescuers drilled a narrow shaft and heard "
    "knocking "
    "from four miners. The mine was closed for an inspection of its timber props last spring.";

std::vector<Article> small_stream() {
  return {article("a", "2031-05-02", "Ferry Solvang strands off Port Aster", ferry),
          article("b", "2031-05-02", "Miners trapped in Tarnfoss", mine),
          article("c", "2031-05-03", "Cable broke on stranded ferry Solvang", ferry_again),
          article("d", "2031-05-03", "", invented(7, 80))};
}

// Stories as "a c|b|d", their ids left out.
std::string printed(const std::vector<Story>& stories, const std::vector<std::string>& ids) {
  std::string result;
  for (const Story& story : stories) {
    result += result.empty() ? "" : "|";
    for (std::size_t i = 0; i < story.articles.size(); ++i) result += (i > 0 ? " " : "") + ids[story.articles[i]];
  }
  return result;
}

std::string grouped(const std::vector<Article>& articles) {
  Grouper grouper({});
  std::vector<std::string> ids;
  for (const Article& next : articles) {
    grouper.add(next);
    ids.push_back(next.id);
  }
  return printed(grouper.stories(), ids);
}

// Reports that copy, credit, name and translate one another, three a day; `number` tells them apart.
Article lineage_article(unsigned number) {
  static const std::string flood =
      "The river Orlen burst its banks at Tarnfoss on Monday night and 14 bridges were damaged, governor Ilse "
      "Ravnkilde "
      "said. \"We have never seen so much water,\" she told reporters in Port Aster. Some 2,300 people reportedly had "
      "to "
      "leave their homes. The Solvang dam held, engineer Pavel Drost said, but 3 gates no longer close.";
  static const std::string in_other_words =
      "On Monday night Orlen waters flooded over the dykes near Tarnfoss, damaging 14 crossings, according to the head "
      "of the province, Ilse Ravnkilde. \"Never before did such quantities of water come,\" she explained at Port "
      "Aster. "
      "About 2,300 inhabitants were forced out of their houses. At Solvang the barrage withstood, explained the "
      "technician Pavel Drost, although 3 of its sluices cannot be shut any more.";
  std::string text = number % 5 == 4 ? in_other_words : flood;
  if (number % 3 == 1) text.replace(text.find("14"), 2, fmt::format("{}", 40 + number));
  if (number % 4 == 1) text = "TARNFOSS (AFP) - " + text;
  if (number % 4 == 2) text += " The Harbor Herald reported it first.";
  Article made = article(fmt::format("y{}", number), fmt::format("2031-05-{:02}", 1 + number / 9), "", text);
  static constexpr const char* outlets[] = {"harborherald.example", "afp.com", "quaynews.example", "vallei.example"};
  made.outlet = outlets[number * 7 / 3 % 4];
  return made;
}

// The text with each word of `slots` in place of the next "_".
std::string filled(std::string form, const std::vector<std::string>& slots) {
  for (const std::string& slot : slots) form.replace(form.find('_'), 1, slot);
  return form;
}

TEST(grouper, events_told_in_one_form_of_words_are_apart_by_names_and_numbers) {
  const std::string works =
      "Road works on the coast road near _ will close one lane from _ to _, the road office said. Drivers should allow "
      "ten minutes more for the journey. The speed limit in the works is _ miles an hour. The office asks all drivers "
      "to be patient.";
  const std::string notice =
      "Police in _ arrested a man of _ on _ night after a break-in at a shop on _ Street. He was found in a nearby "
      "garden with goods worth _ crowns, police said. Nobody was hurt. The man will be brought before a judge soon.";
  const struct {
    const char* what;
    const std::string& form;
    std::vector<std::string> first, second;
    const char* grouped;
  } rows[] = {
      {"another place, other days",
       works,
       {"Torrin", "May 3", "May 6", "50"},
       {"Vallei", "June 11", "July 2", "30"},
       "a|b"},
      {"another place and another man",
       notice,
       {"Torrin", "34", "Monday", "Mill", "4,200"},
       {"Harrow", "19", "Friday", "Quay", "900"},
       "a|b"},
      {"the same one, with its numbers corrected",
       works,
       {"Torrin", "May 3", "May 6", "50"},
       {"Torrin", "May 4", "May 7", "40"},
       "a b"},
      {"the same man, one name corrected",
       notice,
       {"Torrin", "34", "Monday", "Mill", "4,200"},
       {"Torrin", "34", "Monday", "Mills", "4,300"},
       "a b"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(grouped({article("a", "2031-05-02", "", filled(row.form, row.first)),
                       article("b", "2031-05-02", "", filled(row.form, row.second))}),
              row.grouped)
        << row.what;
  }
}

TEST(grouper, a_report_in_other_words_does_not_bring_the_events_of_one_form_together) {
  const std::string form =
      "A magnitude _ earthquake was reported on _ morning _ miles from _, according to the survey. The temblor "
      "occurred "
      "at a depth of _ miles. The epicenter was _ miles from _ and no one was hurt. In the past days there have been "
      "no "
      "earthquakes of such strength centered nearby, and this notice was written by a program.";
  EXPECT_EQ(grouped({article("a", "2031-05-02", "Quake at Torrin",
                             filled(form, {"4.1", "Friday", "9", "Torrin", "6.2", "14", "Orlenburg"})),
                     article("b", "2031-05-02", "Quake at Vallei",
                             filled(form, {"3.3", "Thursday", "21", "Vallei", "11.8", "31", "Tarnfoss"})),
                     article("c", "2031-05-03", "Quake at Torrin",
                             "People in Torrin ran out of their houses when an earthquake of magnitude 4.1 shook the "
                             "town. In Orlenburg, 14 miles away, only cups fell from the shelves.")}),
            "a c|b");
}

TEST(grouper, puts_reports_of_one_event_together) { EXPECT_EQ(grouped(small_stream()), "a c|b|d"); }

TEST(grouper, nothing_gives_nothing) { EXPECT_EQ(grouped({}), ""); }

TEST(grouper, an_empty_body_is_a_story_of_its_own) {
  EXPECT_EQ(grouped({article("a", "", "", ""), article("b", "", "", ""), article("c", "", "", "...")}), "a|b|c");
}

TEST(grouper, a_late_article_joins) {
  auto articles = small_stream();
  articles.push_back(article("late", "2031-05-01", "Ferry strands", ferry_again + " Nobody was hurt."));
  EXPECT_EQ(grouped(articles), "a c late|b|d");
}

TEST(grouper, order_within_one_time_does_not_matter) {
  std::vector<Article> articles;
  for (unsigned i = 0; i < 40; ++i) {
    const std::string text = invented(i % 10, 60) + invented(100 + i, 25);
    articles.push_back(i % 4 == 3 ? lineage_article(i) : article(fmt::format("x{}", i), "2031-05-02", "", text));
    articles.back().published = parse_moment(i < 20 ? "2031-05-02" : "2031-05-03");
  }
  const auto all = [](const std::vector<Article>& list) {
    Grouper grouper({});
    std::vector<std::string> ids;
    for (const Article& next : list) {
      grouper.add(next);
      ids.push_back(next.id);
    }
    return told(grouper.stories(), ids);
  };
  const std::string expected = all(articles);
  std::reverse(articles.begin(), articles.begin() + 20);
  std::rotate(articles.begin() + 20, articles.begin() + 27, articles.end());
  EXPECT_EQ(all(articles), expected);
}

TEST(grouper, finds_copies_and_their_passages_in_code_points) {
  Grouper grouper({});
  grouper.add(article("a", "2031-05-02", "", "Über alles: " + ferry));
  grouper.add(article("b", "2031-05-03", "", ferry));
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 1U);
  ASSERT_EQ(stories[0].copies.size(), 1U);
  const Copy& copy = stories[0].copies[0];
  EXPECT_EQ(copy.from, 0U);
  EXPECT_EQ(copy.to, 1U);
  EXPECT_TRUE(copy.direction_known);
  EXPECT_DOUBLE_EQ(copy.share, 1);
  ASSERT_EQ(copy.passages.size(), 1U);
  EXPECT_EQ(copy.passages[0].from, (Span{12, 12 + ferry.size() - 1}));
  EXPECT_EQ(copy.passages[0].to, (Span{0, ferry.size() - 1}));
}

TEST(grouper, lines_that_many_articles_share_make_no_copies) {
  const std::string footer =
      " Sign up to our letter and never miss a story again. All rights reserved by the Harbor Herald and its partners.";
  Grouper grouper({});
  for (unsigned i = 0; i < 60; ++i)
    grouper.add(article(fmt::format("x{}", i), "2031-05-02", "", invented(i, 22) + footer));
  std::size_t late_copies = 0;
  for (const Story& story : grouper.stories()) {
    for (const Copy& copy : story.copies) late_copies += std::max(copy.from, copy.to) > 45 ? 1 : 0;
  }
  EXPECT_EQ(late_copies, 0U);
}

TEST(grouper, strange_dates_move_nothing) {
  Grouper grouper({.window_days = 5});
  std::vector<std::string> ids;
  const auto add = [&](const Article& next) {
    grouper.add(next);
    ids.push_back(next.id);
  };
  add(article("a", "2031-05-02", "Ferry Solvang strands off Port Aster", ferry));
  add(article("old", "1970-01-01", "", invented(1, 50)));
  add(article("far", "2099-01-01", "", invented(2, 50)));
  add(article("c", "2031-05-03", "Cable broke on stranded ferry Solvang", ferry_again));
  EXPECT_EQ(printed(grouper.stories(), ids), "a c|old|far");
}

TEST(grouper, what_is_older_than_the_window_is_finished) {
  Grouper grouper({.window_days = 3});
  for (unsigned day = 1; day <= 28; ++day) {
    for (unsigned i = 0; i < 20; ++i) {
      grouper.add(
          article(fmt::format("d{}-{}", day, i), fmt::format("2031-05-{:02}", day), "", invented(day * 100 + i, 40)));
    }
  }
  EXPECT_EQ(grouper.stories().size(), 560U);
  const auto finished = grouper.take_finished();
  EXPECT_GE(finished.size(), 400U);
  EXPECT_LE(finished.size(), 500U);
  EXPECT_EQ(grouper.stories().size(), 560U - finished.size());
  EXPECT_TRUE(grouper.take_finished().empty());
}

TEST(grouper, goes_on_from_a_saved_state_as_if_never_stopped) {
  std::vector<Article> articles;
  for (unsigned i = 0; i < 120; ++i) {
    articles.push_back(article(fmt::format("x{}", i), fmt::format("2031-05-{:02}", 1 + i / 9), "",
                               invented(i % 17, 50) + invented(1000 + i, 30)));
    if (i % 7 < 3) articles.back() = lineage_article(i);
  }
  std::vector<std::string> ids;
  for (const Article& next : articles) ids.push_back(next.id);
  Grouper whole({.window_days = 6});
  for (const Article& next : articles) whole.add(next);
  const std::string expected = told(whole.stories(), ids);
  for (const char* part :
       {"translation", "common-source", "revision", "names harborherald.example", " number ", " added "}) {
    EXPECT_NE(expected.find(part), std::string::npos) << part;
  }
  for (const std::size_t stop : {1U, 50U, 58U, 119U}) {
    std::stringstream state;
    {
      Grouper first({.window_days = 6});
      for (std::size_t i = 0; i < stop; ++i) first.add(articles[i]);
      first.save(state);
    }
    Grouper second({});
    second.load(state);
    for (std::size_t i = stop; i < articles.size(); ++i) second.add(articles[i]);
    EXPECT_EQ(told(second.stories(), ids), expected) << "stopped after " << stop;
  }
}

TEST(grouper, refuses_a_damaged_state) {
  Grouper grouper({});
  for (const Article& next : small_stream()) grouper.add(next);
  std::stringstream state;
  grouper.save(state);
  const std::string bytes = state.str();
  for (const std::size_t size : {std::size_t(0), std::size_t(3), std::size_t(40), bytes.size() / 2, bytes.size() - 1}) {
    std::stringstream part(bytes.substr(0, size));
    Grouper other({});
    EXPECT_THROW(other.load(part), std::runtime_error) << size;
  }
  for (std::size_t i = 0; i < bytes.size(); i += 97) {
    for (const char flipped : {'\4', '\x28', '\xFF'}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ flipped);
      std::stringstream damaged(changed);
      Grouper other({});
      EXPECT_THROW(other.load(damaged), std::runtime_error) << i;
    }
  }
}

// What is read is checked as it is read, before the checksum at the end: a yes or no is one byte of 0 or 1, and a list
// takes memory as its members come.
TEST(grouper, reads_no_impossible_value_from_a_state) {
  const auto read = [](std::string bytes, auto value) {
    std::stringstream stream(std::move(bytes));
    StateReader reader(stream);
    reader(value);
    return value;
  };
  EXPECT_TRUE(read("\1", false));
  EXPECT_THROW(read("\x29", false), std::runtime_error);
  const std::string many = std::string(7, '\0') + '\x10';  // 2^60
  EXPECT_THROW(read(many + "abc", std::string()), std::runtime_error);
  EXPECT_THROW(read(many + "abc", std::vector<std::uint64_t>()), std::runtime_error);
  EXPECT_THROW(read(many + many, std::vector<std::string>()), std::runtime_error);
}

TEST(grouper, ten_thousand_identical_articles_are_one_story_and_few_copies_each) {
  Grouper grouper({});
  for (unsigned i = 0; i < 10000; ++i) {
    grouper.add(
        article(fmt::format("x{}", i), fmt::format("2031-05-02T{:02}:{:02}:00Z", i / 600, i / 10 % 60), "", ferry));
  }
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 1U);
  EXPECT_EQ(stories[0].articles.size(), 10000U);
  EXPECT_GE(stories[0].copies.size(), 9999U);
  EXPECT_LE(stories[0].copies.size(), 120000U);
}

TEST(grouper, ten_thousand_different_reports_of_one_event_are_few_stories) {
  std::vector<std::string> sentences;
  for (unsigned i = 0; i < 60; ++i) sentences.push_back(invented(i, 11) + "Solvang Tarnfoss Ravnkilde. ");
  Grouper grouper({});
  for (unsigned i = 0; i < 10000; ++i) {
    std::string text;
    for (unsigned k = 0; k < 6; ++k) text += sentences[(i * 2654435761U >> 8) % 7 * 8 % 60 + (i / (k + 1) + k) % 4];
    text += invented(500 + i, 8);
    grouper.add(
        article(fmt::format("x{}", i), fmt::format("2031-05-02T{:02}:{:02}:00Z", i / 600, i / 10 % 60), "", text));
  }
  std::vector<bool> seen(10000);
  const auto stories = grouper.stories();
  for (const Story& story : stories) {
    for (const std::size_t number : story.articles) {
      EXPECT_FALSE(seen[number]);
      seen[number] = true;
    }
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0);
  EXPECT_LE(stories.size(), 100U);
}

TEST(grouper, a_topic_that_goes_on_is_many_stories) {
  Grouper grouper({});
  std::vector<std::string> ids;
  for (unsigned week = 0; week < 6; ++week) {
    for (unsigned i = 0; i < 3; ++i) {
      // The trial of Ravnkilde in Tarnfoss: each week another witness, told by three outlets.
      const std::string text = "Ilse Ravnkilde stood before the court in Tarnfoss. " + invented(700 + week, 45);
      ids.push_back(fmt::format("{}{}", "abcdef"[week], i));
      const Day day = parse_moment("2031-05-02")->day + std::chrono::days(7 * week);
      Article next =
          article(ids.back(), "2031-05-02", "Ravnkilde before the court", text + invented(900 + 3 * week + i, 20));
      next.published->day = day;
      grouper.add(next);
    }
  }
  EXPECT_EQ(printed(grouper.stories(), ids), "a0 a1 a2|b0 b1 b2|c0 c1 c2|d0 d1 d2|e0 e1 e2|f0 f1 f2");
}

TEST(grouper, stories_found_to_be_one_are_merged_and_said_so) {
  // Two halves of an event that share nothing, then reports that tell both.
  const std::string storm = invented(31, 40);
  const std::string harbour = invented(32, 40);
  Grouper grouper({});
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id, const std::string& text) {
    ids.push_back(id);
    grouper.add(article(id, "2031-05-02T10:00:00Z", "", text));
  };
  add("a", storm + invented(41, 15));
  add("b", harbour + invented(42, 15));
  for (unsigned i = 0; i < 6; ++i)
    add(fmt::format("c{}", i), (i % 2 == 0 ? storm + harbour : harbour + storm) + invented(50 + i, 9));
  const auto stories = grouper.stories();
  EXPECT_EQ(printed(stories, ids), "a b c0 c1 c2 c3 c4 c5");
  ASSERT_EQ(stories[0].merged.size(), 1U);
  EXPECT_FALSE(stories[0].merged[0].why.empty());
}

TEST(grouper, marked_boilerplate_ties_nothing) {
  const std::string box = " Read more: the ferry Solvang strands off Port Aster, divers find the cable of Solvang.";
  Grouper grouper({});
  std::vector<std::string> ids;
  for (unsigned i = 0; i < 3; ++i) {
    Article next = article(fmt::format("{}", i), "2031-05-02", "", invented(60 + i, 40));
    const std::size_t begin = next.text.size();
    next.text += box;
    next.boilerplate.push_back({{begin, next.text.size()}, "asks to read another article"});
    grouper.add(next);
    ids.push_back(next.id);
  }
  EXPECT_EQ(printed(grouper.stories(), ids), "0|1|2");
}

// What place() tells, article by article, is what stories() tells at the end, wherever the state was saved between.
TEST(Grouper, articles_placed_at_once_tell_where_they_came) {
  constexpr unsigned count = 60;
  for (const unsigned saved_after : {0U, 17U, 59U}) {
    auto grouper = std::make_unique<Grouper>(Grouper::Options{});
    std::vector<std::size_t> story_of;  // of each article, its story's first
    std::size_t copies = 0;
    for (unsigned number = 0; number < count; ++number) {
      const Placing placing = grouper->place(sign(lineage_article(number)));
      EXPECT_EQ(placing.number, number);
      for (const Placing::Merge& merge : placing.merges)
        std::replace(story_of.begin(), story_of.end(), merge.gone, merge.kept);
      story_of.push_back(placing.begun_by);
      copies += placing.copies.size();
      for (const Copy& copy : placing.copies) EXPECT_TRUE(copy.from == number || copy.to == number);
      if (number != saved_after) continue;
      std::stringstream stream;
      grouper->save(stream);
      grouper = std::make_unique<Grouper>(Grouper::Options{});
      grouper->load(stream);
    }
    std::size_t copies_in_all = 0;
    for (const Story& story : grouper->stories()) {
      copies_in_all += story.copies.size();
      for (const std::size_t number : story.articles) EXPECT_EQ(story_of[number], story.articles.front());
    }
    EXPECT_EQ(copies, copies_in_all);
    EXPECT_GT(copies, 0U);
  }
}

}  // namespace
}  // namespace hearsay
