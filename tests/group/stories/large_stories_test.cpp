// An event that is much of a stream, or all of it.
#include "group/stories/grouper.h"

#include <gtest/gtest.h>
#include "group/stories/invented_reports.h"
#include "source_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace hearsay {
namespace {

// Words as in English news: nearly half are among the commonest, the others are as rare as verbs.
class EnglishWords {
 public:
  EnglishWords()
      : common_(words_of("data/common_words.txt")), others_(words_of("tests/group/stories/english_verbs.txt")) {}

  std::string sentence(std::size_t words, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
      const unsigned kind = next(100);
      text += kind < 47   ? common_[next(common_.size())]
              : kind < 90 ? others_[next(others_.size())]
                          : names[next(names.size())];
      text += i + 1 < words ? " " : ". ";
    }
    return text;
  }

 private:
  static std::vector<std::string> words_of(const std::string& list) {
    std::ifstream lines(source_folder() + "/" + list);
    EXPECT_TRUE(lines) << list;
    std::vector<std::string> words;
    for (std::string line; std::getline(lines, line);) {
      std::istringstream parts(line);
      for (std::string word; line[0] != '#' && parts >> word;) words.push_back(word.substr(0, word.find(',')));
    }
    return words;
  }
  unsigned next(std::size_t below) {
    seed_ = seed_ * 1664525U + 1013904223U;
    return static_cast<unsigned>((seed_ >> 8) % below);
  }

  std::vector<std::string> common_;
  std::vector<std::string> others_;
  std::uint32_t seed_ = 5;
};

std::vector<std::string> names_of_event(unsigned event) {
  std::vector<std::string> names;
  for (unsigned i = 0; i < 12; ++i) names.push_back(invented(4000 + 12 * event + i, 1));
  for (std::string& name : names) name.pop_back();
  return names;
}

// How many stories hold so many reports of one event, each in its own words, and how large the largest is.
std::pair<std::size_t, std::size_t> stories_of_one_event(unsigned reports, unsigned others) {
  EnglishWords english;
  Grouper grouper({});
  for (unsigned i = 0; i < reports + others; ++i) {
    const bool is_other = i % (reports + others) * others / (reports + others) != (i + 1) * others / (reports + others);
    std::string text;
    for (int k = 0; k < 8; ++k) text += english.sentence(15, names_of_event(is_other ? 1 + i : 0));
    grouper.add(article(fmt::format("{}{}", is_other ? "o" : "r", i),
                        fmt::format("2031-05-02T{:02}:{:02}:00Z", i / 600 % 24, i / 10 % 60), "", text));
  }
  std::pair<std::size_t, std::size_t> result{0, 0};
  for (const Story& story : grouper.stories()) {
    ++result.first;
    result.second = std::max(result.second, story.articles.size());
  }
  return result;
}

// A story so large that its names count more, among others; four reports to a time.
std::vector<Article> reports_of_a_large_event() {
  EnglishWords english;
  std::vector<Article> articles;
  for (unsigned i = 0; i < 240; ++i) {
    std::string text;
    for (int k = 0; k < 6; ++k) text += english.sentence(15, names_of_event(i % 3 == 0 ? i : 1000));
    articles.push_back(article(fmt::format("r{}", i), fmt::format("2031-05-02T10:{:02}:00Z", i / 4),
                               i % 3 == 0 ? "" : "Report", text));
  }
  return articles;
}

TEST(large_stories, a_large_story_goes_on_from_a_saved_state) {
  const std::vector<Article> articles = reports_of_a_large_event();
  const auto all = [&](std::size_t stop) {
    std::vector<std::string> ids;
    for (const Article& next : articles) ids.push_back(next.id);
    std::stringstream state;
    Grouper first({});
    for (std::size_t i = 0; i < stop; ++i) first.add(articles[i]);
    first.save(state);
    Grouper second({});
    second.load(state);
    for (std::size_t i = stop; i < articles.size(); ++i) second.add(articles[i]);
    return told(second.stories(), ids);
  };
  const std::string expected = all(0);
  for (const std::size_t stop : {30U, 121U, 200U}) EXPECT_EQ(all(stop), expected) << stop;
}

TEST(large_stories, order_within_one_time_does_not_matter_in_a_large_story) {
  std::vector<Article> articles = reports_of_a_large_event();
  const auto all = [](const std::vector<Article>& list) {
    std::vector<std::string> ids;
    Grouper grouper({});
    for (const Article& next : list) {
      grouper.add(next);
      ids.push_back(next.id);
    }
    return told(grouper.stories(), ids);
  };
  const std::string expected = all(articles);
  for (std::size_t i = 0; i < articles.size(); i += 4) std::reverse(articles.begin() + i, articles.begin() + i + 4);
  EXPECT_EQ(all(articles), expected);
}

TEST(large_stories, an_event_that_is_all_of_the_stream_stays_one_story) {
  const auto [stories, largest] = stories_of_one_event(5000, 0);
  EXPECT_LE(stories, 20U);
  EXPECT_GE(largest, 4950U);
}

TEST(large_stories, an_event_that_is_half_of_the_stream_stays_one_story) {
  const auto [stories, largest] = stories_of_one_event(1500, 1500);
  EXPECT_GE(stories, 1490U);
  EXPECT_LE(stories, 1520U);
  EXPECT_GE(largest, 1485U);
  EXPECT_LE(largest, 1510U);
}

// Where no word is known to be common, the stream itself must teach it, also from articles that were joined by mistake.
TEST(large_stories, a_language_that_is_not_known_does_not_become_one_story) {
  const auto word = [](std::uint32_t seed) { return invented(seed, 1); };
  std::uint32_t seed = 1;
  Grouper grouper({});
  for (unsigned i = 0; i < 6000; ++i) {
    std::string text;
    for (int k = 0; k < 100; ++k) {
      seed = seed * 1664525U + 1013904223U;
      const double drawn = static_cast<double>(seed >> 8) / (1U << 24);
      text += k % 6 == 0 ? word(100000 + i / 2 * 12 + (seed >> 8) % 12)
                         : word(static_cast<std::uint32_t>(std::exp(11 * drawn)));
    }
    grouper.add(
        article(fmt::format("x{}", i), fmt::format("2031-05-02T{:02}:{:02}:00Z", i / 600, i / 10 % 60), "", text));
  }
  EXPECT_GE(grouper.stories().size(), 1500U);
}

}  // namespace
}  // namespace hearsay
