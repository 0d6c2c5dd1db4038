#include "itemise/speakers/source_pointer.h"

#include "itemise/claims.h"
#include "marked_story.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace hearsay {
namespace {

const ClaimRules& rules() {
  static const ClaimRules all;
  return all;
}

Span span_of(const std::string& text, std::string_view words) {
  const std::size_t begin = text.find(words);
  return {begin, begin + words.size()};
}

// Who says the words of a text, as the pointer sees it.
struct Pointing {
  Pointing(const std::string& text, std::string_view words)
      : story({text}),
        readings(story.articles[0], story.marks[0], std::vector<Span>{span_of(text, words)}, rules().encoder,
                 rules().pointer.branch()),
        sentence(readings.at(span_of(text, words))),
        pointed(rules().pointer.point(sentence->encoded, std::vector{sentence->pieces_of(span_of(text, words))})[0]) {}

  std::int32_t share_of(std::string_view source) const {
    return pointed.share_of(sentence->pieces_of(span_of(story.articles[0].text, source))).sum;
  }

  const MarkedStory story;
  const SentenceReadings readings;
  const SentenceReading* const sentence;
  const PointedSource pointed;
};

TEST(SourcePointer, points_from_a_span_to_the_words_that_name_its_source) {
  const struct {
    const char* text;
    const char* words;
    const char* source;
  } rows[] = {
      {"The harbour office said the ferry had sunk off Torrin.", "the ferry had sunk", "The harbour office"},
      {"The ferry had sunk off Torrin, the mayor told reporters.", "The ferry had sunk", "the mayor"},
      {"According to the coast guard, nine sailors drowned.", "nine sailors drowned", "the coast guard"},
      {"\"We lost everything,\" said Mira Voss, a farmer.", "We lost everything", "Mira Voss"},
  };
  for (const auto& row : rows) EXPECT_GT(Pointing(row.text, row.words).share_of(row.source), 500) << row.text;
}

TEST(SourcePointer, what_nobody_is_said_to_say_points_nowhere) {
  const Pointing pointing("The ferry sank off Torrin on Monday.", "The ferry sank");
  EXPECT_GT(pointing.pointed.nobody, 500);
  EXPECT_LT(pointing.share_of("Torrin"), 200);
}

TEST(SourcePointer, shares_add_up) {
  const Pointing pointing("The harbour office said the ferry had sunk off Torrin.", "the ferry had sunk");
  std::int32_t sum = pointing.pointed.nobody + pointing.pointed.elsewhere;
  for (const std::int32_t share : pointing.pointed.at) sum += share;
  EXPECT_NEAR(sum, 1000, 60);  // each is rounded, and the marks around the sentence have the rest
}

TEST(SourcePointer, an_empty_span_gets_zeros) {
  const Pointing pointing("The ferry sank.", "The ferry sank");
  const auto none = rules().pointer.point(pointing.sentence->encoded, std::vector<SentenceReading::Pieces>{{2, 2}});
  ASSERT_EQ(none.size(), 1U);
  EXPECT_TRUE(none[0].at.empty());
  EXPECT_EQ(none[0].nobody, 0);
  EXPECT_EQ(none[0].share_of({0, 5}).sum, 0);
}

TEST(SourcePointer, a_broken_file_is_refused_by_name) {
  for (const std::string& bytes : {std::string(), std::string("no model"), ModelWriter().bytes()}) {
    try {
      const SourcePointer pointer(bytes, "p.bin", 384);
      ADD_FAILURE() << "was taken";
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find("p.bin"), std::string::npos) << error.what();
    }
  }
}

TEST(SentenceReadings, holds_the_sentences_in_which_spans_begin_and_no_others) {
  const std::string text = "The ferry sank. The mayor wept. Rain fell.";
  const MarkedStory story({text});
  const SentenceReadings readings(story.articles[0], story.marks[0],
                                  std::vector<Span>{span_of(text, "mayor"), {500, 510}}, rules().encoder,
                                  rules().pointer.branch());
  ASSERT_NE(readings.at(span_of(text, "wept")), nullptr);
  EXPECT_EQ(readings.at(span_of(text, "ferry")), nullptr);
  EXPECT_EQ(readings.at({500, 510}), nullptr);
  const SentenceReading& sentence = *readings.at(span_of(text, "wept"));
  const auto [first, behind] = sentence.pieces_of(span_of(text, "mayor wept"));
  EXPECT_EQ(first, 1U);
  EXPECT_EQ(behind, 3U);
  EXPECT_TRUE(sentence.pieces_of(span_of(text, "ferry")).empty());
}

}  // namespace
}  // namespace hearsay
