#include "dissect/words/sentences.h"
#include "dissect/grammar.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

const Grammar& grammar() {
  static const Grammar loaded;
  return loaded;
}

// The text with '^' before each sentence but the first.
std::string marked(const std::string& text, const std::vector<Boilerplate>& boilerplate = {}) {
  std::string result;
  std::size_t at = 0;
  for (const Sentence& sentence : grammar().dissect(text, boilerplate, Depth::boundaries).sentences) {
    result += text.substr(at, sentence.span.begin - at);
    if (sentence.first > 0) result += '^';
    at = sentence.span.begin;
  }
  return result + text.substr(at);
}

std::string unmarked(std::string text) {
  std::erase(text, '^');
  return text;
}

void expect_boundaries(std::initializer_list<const char*> rows) {
  for (const char* row : rows) EXPECT_EQ(marked(unmarked(row)), row);
}

TEST(Sentences, end_at_stops_and_marks) {
  expect_boundaries({
      "The ferry sank. ^Nobody was hurt.",
      "Who gave the order? ^The ministry will not say.",
      "Stop the ferry! ^The captain did not hear it.",
      "The harbour was closed... ^Trucks waited for hours.",
      "The harbour was closed. ^12 trucks waited for hours.",
      "They came by sea. ^They left by air. ^Nobody saw them.",
      "Was it an accident?! ^The mayor thinks so.",
      "The council voted on Monday. ^It will vote again on Friday.",
      "Rain fell for nine days. ^Then the dam broke.",
      "He left the room. ^She stayed.",
      "The talks failed. ^But both sides will meet again.",
      "Water rose quickly. ^Families fled to the roofs of their houses.",
  });
}

TEST(Sentences, do_not_end_at_titles) {
  expect_boundaries({
      "Dr. Ostrand left on Monday.",
      "The minister met Mr. Arnst in Kelvora.",
      "Mrs. Teel and Ms. Morn signed it.",
      "A letter from Prof. Ulm reached the court.",
      "Police arrested Rev. Hale on Sunday.",
      "Gov. Sorrel vetoed the bill. ^Sen. Quade welcomed the move.",
      "The order came from Gen. Varga himself.",
      "Lt. Col. Brandt led the unit.",
      "Sgt. Pell was wounded.",
      "They walked along St. Orra Street.",
      "Capt. Ines Tarn steered the ship into the bay.",
  });
}

TEST(Sentences, do_not_end_at_initials) {
  expect_boundaries({
      "J. P. Arnst resigned.",
      "The book by A. B. Corvin sold well.",
      "Former president L. Madrigal spoke first.",
      "Anna K. Teel won the race. ^Her rival conceded.",
      "The company was founded by R.J. Holm in 1962.",
      "George V. Lind, a farmer, lost his herd.",
      "W. Sorrel and T. Quade were absent.",
  });
}

TEST(Sentences, end_at_abbreviations_only_when_the_next_word_begins_one) {
  expect_boundaries({
      "He moved to the U.S. in 2010.",
      "He moved to the U.S. ^The family followed a year later.",
      "He sailed from the U.S.A. ^Nobody followed him.",
      "She flew home to the U.A.E. ^Your letter came later.",
      "The U.S. Embassy was closed.",
      "U.N. officials were told of it.",
      "Trains stop at 5 p.m. on Sundays.",
      "Trains stop at 5 p.m. ^They start again at 6 a.m. the next day.",
      "Holm Inc. said it would sell the plant.",
      "The plant belongs to Holm Inc. ^It employs 300 people.",
      "Varn Shipping Co. and Holm Ltd. merged.",
      "Shares of Teyne Corp. fell 4 percent.",
      "On Jan. 4 the mine was closed.",
      "It opened on Sept. 12, 2014.",
      "They sold fruit, bread, etc. at the market.",
      "The senator from Calif. voted against it.",
      "The suit, Holm vs. Varn, was dropped.",
      "Article No. 7 was struck out.",
      "The vessel (approx. 40 metres long) was seized.",
      "Goods, e.g. grain and oil, may pass.",
      "A fence of 5 ft. 10 was built.",
      "Martin Holm Jr. took over the firm.",
      "The degree, a Ph.D. in physics, was forged.",
      "It weighs 40 kg. ^The older one weighs 60 kg.",
  });
}

TEST(Sentences, do_not_end_inside_numbers_and_addresses) {
  expect_boundaries({
      "Prices rose 3.5 percent in May.",
      "The fund holds $4.25 million.",
      "About 1,250,000 people voted.",
      "The river rose by 2.4 metres, the mayor said.",
      "See www.example.org for details.",
      "See www.example.org. ^The page lists all schools.",
      "Write to press@example.org before noon.",
      "Version 2.0.1 has the fault.",
      "The quake at 10:32:05 had a magnitude of 6.1.",
      "The vote was 7-3. ^Two members abstained.",
      "The file is at https://example.org/a.b/c?d=1.",
  });
}

TEST(Sentences, take_the_quotes_and_brackets_that_close_after_the_stop) {
  expect_boundaries({
      "\"We had no choice.\" ^The mayor then left.",
      "\u201CWe had no choice.\u201D ^The mayor then left.",
      "He called it \"a disgrace.\" ^Nobody answered.",
      "\"Who knew?\" ^Nobody did.",
      "\"Leave now!\" he shouted.",
      "\"Why now?\" she asked.",
      "\u201CIs it safe?\u201D the reporter asked. ^\u201CNo.\u201D",
      "The gate was shut. ^(It opens at nine.) ^Visitors waited.",
      "The gate was shut (it opens at nine). ^Visitors waited.",
      "'We are ready.' ^The crew agreed.",
      "\"We are ready,\" he said. ^\"The crew agrees.\"",
      "She said: \"We lost it all.\" ^Her husband nodded.",
      "\u201CIt is over,\u201D she said. ^\u201CGo home.\u201D",
      "He wrote \u2018never again.\u2019 ^Then he left.",
      "(The name was changed.) ^She spoke in Kelvora.",
  });
}

TEST(Sentences, end_at_blank_lines_whatever_stands_before) {
  expect_boundaries({
      "Flood closes bridge\n\n^The old bridge was closed on Monday.",
      "Flood closes bridge\r\n\r\n^The old bridge was closed on Monday.",
      "Markets\n\n^Sport\n\n^Weather",
      "the water rose\n\n^and then it fell",
      "He paid,\n\n^she waited",
      "One\n \n^Two",
      "A. Holm\n\n^B. Varn",
  });
}

TEST(Sentences, end_at_a_line_that_is_a_headline_and_not_at_a_wrapped_one) {
  expect_boundaries({
      "Flood closes bridge in Kelvora\n^The old bridge was closed on Monday.",
      "By Anna Teel\n^KELVORA, May 3 - ^The old bridge was closed.",
      "Shares fell 2%\n^Oil rose",
      "The old stone bridge over the river Teyne was closed on\nMonday after heavy rain.",
      "The old stone bridge over the river was closed by order of Mayor\nArnst after two days of heavy rain had raised "
      "the water to the top\nof the arches.",
      "First the rain came,\nThen the flood.",
      "The bridge was closed.\n^The road was not.",
      "He named three towns:\n^Varn, Orra and Kelvora.",
  });
}

TEST(Sentences, end_at_every_line_of_a_text_whose_lines_are_paragraphs) {
  const char* const text =
      "The old stone bridge over the river Teyne was closed on Monday.\n^It had stood there for two hundred and ten "
      "years.\n"
      "^Smoke over the old stone bridge near the northern town of Varn\n^A great many people had come there to see it "
      "go.\n"
      "^The mayor had warned of the danger many times in those years.";
  expect_boundaries({text});
}

TEST(Sentences, end_at_datelines) {
  expect_boundaries({
      "KELVORA (Agency) - ^The mayor resigned on Monday.",
      "KELVORA, May 3 (Agency) \u2014 ^The mayor resigned.",
      "PORT ANSEL, Sept. 4 - ^Two ships collided.",
      "VARN \u2014 ^The court freed both men. ^They went home.",
  });
}

TEST(Sentences, begin_at_the_items_of_a_list) {
  expect_boundaries({
      "- Two dead\n^- Six wounded\n^- One missing",
      "* bread\n^* water",
      "\u2022 The bridge is shut\n^\u2022 Schools are closed",
      "1. Boil the water.\n^2. Stay at home.",
  });
}

TEST(Sentences, survive_broken_text) {
  expect_boundaries({
      "The caf\xEF\xBF\xBD was shut. ^It opens at nine.",
      "The\xC2\xA0"
      "bridge was shut.\xC2\xA0^It opens at nine.",
      "It ended.^The next one began.",
      "...",
      ".",
      "?!",
      "word",
      "\"",
      "))))",
  });
  EXPECT_EQ(marked(""), "");
  EXPECT_EQ(marked(" \n\t "), " \n\t ");
}

TEST(Sentences, have_an_end_behind_a_mark_if_one_is_near) {
  const auto words = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "houses ";
    return text;
  };
  const std::size_t most = most_words_of_a_sentence;
  const std::string rows[] = {
      words(most - 2) + "fell.",
      words(most) + "^fell.",
      words(most - 50) + ", ^" + words(most - 2) + "fell.",
      words(40) + ", " + words(most - 41) + "^fell.",
      words(most) + "^" + words(most) + "^" + words(5),
  };
  for (const std::string& row : rows) EXPECT_EQ(marked(unmarked(row)), row);
}

TEST(Sentences, do_not_cross_the_edge_of_boilerplate) {
  const std::string text = "The bridge was shut READ ALSO: Rain on Friday and cars turned back.";
  const std::size_t begin = text.find("READ"), end = text.find(" and cars");
  EXPECT_EQ(marked(text, {{{begin, end}, "a link"}}),
            "The bridge was shut ^READ ALSO: Rain on Friday ^and cars turned back.");
  EXPECT_EQ(marked("abc", {{{0, 0}, "x"}, {{3, 3}, "x"}}), "abc");
}

}  // namespace
}  // namespace hearsay
