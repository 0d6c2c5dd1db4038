#include "present/terminal/print.h"

#include "present/sample_account.h"

namespace hearsay {
namespace {

TEST(Print, an_account_has_its_parts_in_reading_order) {
  const std::string text = to_text(sample_account());
  std::size_t at = 0;
  for (const char* part :
       {"\"Death toll in Jelnograd port fire climbs to eleven\"\n4 to 5 March 2025 | 6 articles | 6 newsrooms | 11 "
        "origins",
        "THE NEWS (8)", "THEY DIFFER (4)", "p1   \"injuring about 65\"",
        "Conflict over the number: 60 to 70 against 27", "27               Harbour Post (4 Mar)",
        "at least 60      Lumen Daily (5 Mar)",
        "at least 2, at most 3 origins in 5 reports; gathered by at least 4, at most 5 newsrooms",
        "MORE THAN ONE ORIGIN (1)", "ONE ORIGIN (2)", "In one report only:", "ASKED AND NOT ANSWERED (1)",
        "Asked: Ida Renkel; the answer: \"neither confirmed nor denied\"", "TOLD IN THE OUTLETS' OWN VOICE (1)",
        "WHO COPIED WHOM (2)", "Nordwire -> Vostrian Herald", "NAMES (3)", "\"Zhelnograd\" = \"Jelnograd\"",
        "WHAT THIS CANNOT TELL"}) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << "\n" << text;
    at = found;
  }
}

TEST(Print, no_account_sends_a_terminal_anything_to_obey) {
  Article article;
  article.text = "\x1b]0;x\x07 words";
  article.outlet = "\x1b[2J";
  SampleAccount sample({article});
  sample.claim(0, article.text, {"\x1b[H"}, sample.origin("\x1b", OriginKind::speaker));
  sample.point(Standing::contested, {1, 1, {"\x1b"}}, {1, 1, {}});
  sample.account.title = article.text;
  for (const std::string& text : {to_text(sample.account), to_text(article), to_text(article, Marks{})})
    EXPECT_EQ(text.find_first_of("\x1b\x07"), std::string::npos) << text;
}

TEST(Print, no_story_sends_a_terminal_anything_to_obey) {
  Story story;
  story.id = "s1";
  story.articles = {0, 1};
  Copy copy;
  copy.to = 1;
  copy.why = "3 words in a row: \"\x1b[31m\"";
  story.copies = {copy};
  story.merged = {{"s2", "of one event: \xE2\x80\xAE"}};
  const std::vector<std::string> names = {"one (Quay\xE2\x80\xAENews): \x1b[2J", "two\xE2\x81\xA6"};
  EXPECT_EQ(to_text(story, names),
            "s1  2 articles\n  one (Quay\uFFFDNews): \uFFFD[2J\n  two\uFFFD\n"
            "  copy from one (Quay\uFFFDNews): \uFFFD[2J\n    to two\uFFFD\n"
            "    0 % of it, direction unknown; 3 words in a row: \"\uFFFD[31m\"\n"
            "  merged with s2: of one event: \uFFFD\n");
}

TEST(Print, a_terminal_is_not_overrun) {
  Article article;
  article.id = "one";
  article.location = "one.txt";
  article.title = "Ferry to Skarn is late again, and nobody says why";
  article.text = "The ferry to Skarn left two hours late on Monday, its crew said.";
  Marks marks;
  marks.dissection.sentences = {{{0, 64}, {}}};
  marks.times = {{{42, 48}, TimeType::date, "2025-03-03", {}, {}, {}, "a weekday without a verb beside it"}};
  Story story;
  story.id = "s1";
  story.articles = {0};
  const std::vector<std::string> names = {"one (Skarn Gazette): " + *article.title};
  const TerminalStyle narrow{40, false};
  const std::string heading = "Ferry to Skarn is late again, and nobody\nsays why\n" + std::string(40, '=') + '\n';
  EXPECT_EQ(to_text(article, narrow),
            heading + "one, from one.txt\n\n  The ferry to Skarn left two hours late\n  on Monday, its crew said.\n\n");
  EXPECT_EQ(to_text(article, marks, true, narrow),
            heading +
                "\nThe ferry to Skarn left two hours late\non Monday, its crew said.\n"
                "    time     \"Monday\" DATE 2025-03-03\n"
                "                   by a weekday without\n                   a verb beside it\n");
  EXPECT_EQ(to_text(story, names, narrow),
            "s1  1 article\n  one (Skarn Gazette): Ferry to Skarn is\n    late again, and nobody says why\n");
  EXPECT_EQ(to_text(story, names), "s1  1 article\n  " + names[0] + "\n");
  EXPECT_TRUE(to_text(article).starts_with(*article.title + "\n====")) << "whole where a program may read it";
}

TEST(Print, an_article_shows_what_is_not_the_article) {
  Article article;
  article.id = "one";
  article.location = "one.txt";
  article.text = "Listen now\nThe bridge is shut.\nSubscribe";
  article.boilerplate = {{{0, 10}, "player"}, {{31, 40}, "newsletter"}};
  EXPECT_EQ(to_text(article),
            "one\n===\none, from one.txt\n\n  [not the article, player] Listen now\n\n  The bridge is shut.\n\n"
            "  [not the article, newsletter] Subscribe\n\n");
}

TEST(Print, marks_stand_under_their_sentence) {
  Article article;
  article.id = "one";
  article.text = "At least 40 fled on Friday. \"Go,\" Ann Bo said.";
  Marks marks;
  marks.dissection.sentences = {{{0, 27}, {}}, {{28, 46}, {}}};
  marks.names.named = {{"Ann Bo", EntityKind::person, {}}};
  marks.names.mentions = {{{34, 40}, EntityKind::person, 0, ""}};
  marks.times = {{{20, 26}, TimeType::date, "2025-03-07", {}, {}, {}, ""}};
  marks.quantities = {{{0, 11}, 40, {}, false, {}, "people", {}, ""}};
  marks.attributions = {{Span{34, 40}, {}, Span{41, 45}, {{29, 32}}, AttributionKind::direct, {}, ""}};
  EXPECT_EQ(to_text(article, marks),
            "one\n===\n\nAt least 40 fled on Friday.\n"
            "    time     \"Friday\" DATE 2025-03-07\n"
            "    quantity \"At least 40\" at least 40 of \"people\"\n"
            "\n\"Go,\" Ann Bo said.\n"
            "    name     \"Ann Bo\" person\n"
            "    said     \"Go,\" source \"Ann Bo\", cue \"said\" (direct)\n");
}

}  // namespace
}  // namespace hearsay
