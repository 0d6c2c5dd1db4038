#include "itemise/speakers/quotations.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

struct Said {
  std::string source;
  std::string content;
  AttributionKind kind = AttributionKind::direct;
};

// A text and what the attribution finder made of it.
struct Told {
  Article article;
  Marks marks;

  Told(const std::string& text, const std::vector<Said>& all) {
    article.text = text;
    for (const Said& said : all) {
      Attribution attribution;
      attribution.source = span_of(said.source);
      attribution.content = {span_of(said.content)};
      attribution.kind = said.kind;
      marks.attributions.push_back(attribution);
    }
  }

  Span span_of(const std::string& words) const {
    const std::size_t begin = article.text.find(words);
    return {begin, begin + words.size()};
  }

  // Who speaks at some words: the source whose quotation goes on, "signed: " and the name, or "nobody".
  std::string speaker_of(const std::string& words) const {
    const Quotations quotations(article, marks);
    const std::size_t byte = span_of(words).begin;
    if (quotations.holds(byte)) {
      if (const auto speaker = quotations.speaker_at(byte)) return std::string(words_at(article.text, speaker->name));
    }
    if (const auto name = quotations.signed_by(byte)) return "signed: " + std::string(words_at(article.text, *name));
    return "nobody";
  }
};

TEST(Quotations, a_speaker_goes_on_until_the_quotation_ends) {
  const struct {
    const char* name;
    const char* text;
    std::vector<Said> said;
    const char* words;
    const char* speaker;
  } rows[] = {
      {"a second quotation in the paragraph",
       "\"We ran,\" said Ada Holm. \"The pier shook.\"",
       {{"Ada Holm", "\"We ran,\""}},
       "The pier",
       "Ada Holm"},
      {"words outside the marks are the outlet's",
       "\"We ran,\" said Ada Holm. The pier shook.",
       {{"Ada Holm", "\"We ran,\""}},
       "The pier",
       "nobody"},
      {"a paragraph that opens with a mark goes on from the one before",
       "Ada Holm said: \u201CWe ran.\n\u201CThe pier shook.\u201D",
       {{"Ada Holm", "\u201CWe ran."}},
       "The pier",
       "Ada Holm"},
      {"... over a caption",
       "Ada Holm said: \"We ran.\nPicture: Bo Lind\n\"The pier shook.",
       {{"Ada Holm", "\"We ran."}},
       "The pier",
       "Ada Holm"},
      {"... and not over a paragraph of the outlet",
       "Ada Holm said: \"We ran.\"\nFirefighters came at noon.\n\"The pier shook.\"",
       {{"Ada Holm", "\"We ran.\""}},
       "The pier",
       "nobody"},
      {"a paragraph without marks inside an open quotation",
       "Ada Holm said: \u201CWe ran.\nThe pier shook.\nWe saw it fall.\u201D",
       {{"Ada Holm", "\u201CWe ran."}},
       "We saw",
       "Ada Holm"},
      {"a quotation that never closes ends with its paragraph",
       "Ada Holm said: \u201CWe ran.\nThe pier shook.",
       {{"Ada Holm", "\u201CWe ran."}},
       "The pier",
       "nobody"},
      {"a mark that opens inside an open quotation leaves it open",
       "Ada Holm said: \"We ran. \"The pier shook.\"",
       {{"Ada Holm", "\"We ran."}},
       "The pier",
       "Ada Holm"},
      {"what somebody is reported to say does not go on",
       "Ada Holm said she ran. \"The pier shook.\"",
       {{"Ada Holm", "she ran", AttributionKind::indirect}},
       "The pier",
       "nobody"},
      {"a post is signed below",
       "The pier has been closed.\n\u2014 Ada Holm (@adaholm) May 4, 2021",
       {},
       "The pier",
       "signed: Ada Holm"},
      {"... or behind, in its own line",
       "Ada Holm left. The pier has been closed. \u2014 Ada Holm (@adaholm) May 4, 2021 A fire. \u2014 Bo Lind (@bo)",
       {},
       "A fire",
       "signed: Bo Lind"},
      {"a dash without a handle signs nothing", "The pier has been closed.\n\u2014 Ada Holm", {}, "The pier", "nobody"},
      {"no text", "", {}, "", "nobody"},
  };
  for (const auto& row : rows) EXPECT_EQ(Told(row.text, row.said).speaker_of(row.words), row.speaker) << row.name;
}

TEST(Quotations, nothing_but_marks_takes_linear_time) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += i % 3 == 0 ? "\u201C" : i % 3 == 1 ? "\n" : "\"";
  const Told told(text, {});
  const Quotations quotations(told.article, told.marks);
  EXPECT_FALSE(quotations.speaker_at(text.size() / 2));
}

TEST(Quotations, many_short_lines_take_linear_time) {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "a (\n";
  const Told told(text, {});
  EXPECT_FALSE(Quotations(told.article, told.marks).signed_by(text.size() / 2));
}

}  // namespace
}  // namespace hearsay
