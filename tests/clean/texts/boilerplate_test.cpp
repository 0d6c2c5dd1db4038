#include "clean/texts/boilerplate.h"

#include "base/span.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// The text with what was found in braces.
std::string marked(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  for (const Boilerplate& part : find_boilerplate(text)) {
    result += text.substr(at, part.span.begin - at);
    result += "{" + std::string(words_at(text, part.span)) + "}";
    at = part.span.end;
    EXPECT_FALSE(part.why.empty());
  }
  return result + std::string(text.substr(at));
}

struct Row {
  const char* text;
  const char* found;
};

TEST(BoilerplateTest, what_is_not_the_article_is_marked) {
  const Row rows[] = {
      {"Listen to article\n|\nThe ferry sank.", "{Listen to article}\n{|}\nThe ferry sank."},
      {"56 min ago\nThe ferry sank.", "{56 min ago}\nThe ferry sank."},
      {"2 hr 5 min ago\n3 days ago", "{2 hr 5 min ago}\n{3 days ago}"},
      {"It sank 56 minutes ago\nThe ferry left an hour ago.", "It sank 56 minutes ago\nThe ferry left an hour ago."},
      {"Image 1 of 3\n2 of 3\nPhoto 2/7", "{Image 1 of 3}\n{2 of 3}\n{Photo 2/7}"},
      {"Three of the 12 boats sank\n1 of 3 boats sank", "Three of the 12 boats sank\n1 of 3 boats sank"},
      {"10:45 AM EDT\n16:32\n10 am", "{10:45 AM EDT}\n{16:32}\n{10 am}"},
      {"10:32am\n10.32am GMT\n9pm", "{10:32am}\n{10.32am GMT}\n{9pm}"},
      {"09:15 - 5 May\n5 May, 2:05pm\nMay 5 at 14:05", "{09:15 - 5 May}\n{5 May, 2:05pm}\n{May 5 at 14:05}"},
      {"10:45 AM is when it sank", "10:45 AM is when it sank"},
      {"At 10.32am on 5 May it sank\n5 May\nMay 2:05", "At 10.32am on 5 May it sank\n5 May\nMay 2:05"},
      {"READ ALSO: Ferry owner fined – again", "{READ ALSO: Ferry owner fined – again}"},
      {"The ferry sank. READ MORE: Owner fined", "The ferry sank. {READ MORE: Owner fined}"},
      {"All were saved… pic.twitter.com/Ab1 The owner", "All were saved… {pic.twitter.com/Ab1} The owner"},
      {"All were saved. This is a developing story. Check back for updates.",
       "All were saved. {This is a developing story.} {Check back for updates.}"},
      {"Sign up for our newsletter", "{Sign up for our newsletter}"},
      {"Image copyright Mara Lund Image caption The ferry in May",
       "{Image copyright Mara Lund Image caption The ferry in May}"},
      {"The ferry in May. (Photo: Mara Lund)", "{The ferry in May. (Photo: Mara Lund)}"},
      {"The ferry in May. (Lund/Getty Images)", "{The ferry in May. (Lund/Getty Images)}"},
      {"Reuters The ferry on its last day", "{Reuters The ferry on its last day}"},
      {"[button link=”https://quay.example/” type=”big”] Send us your story[/button]",
       "{[button link=”https://quay.example/” type=”big”] Send us your story[/button]}"},
      {"Get the Quay Monthly delivered to your door. 12 issues for 9.",
       "{Get the Quay Monthly delivered to your door. 12 issues for 9.}"},
      {"Become one of us and read with an ad-light experience.",
       "{Become one of us and read with an ad-light experience.}"},
      {"Ein Beitrag geteilt von Ida Orre (@idaorre)", "{Ein Beitrag geteilt von Ida Orre (@idaorre)}"},
      {"Updated at 1:23 p.m.\xC2\xA0\nIt sank.", "{Updated at 1:23 p.m.}\xC2\xA0\nIt sank."},
      {"Read more\nThe owner was fined twice before.\xC2\xA0\nIt was raised later.",
       "{Read more}\nThe owner was fined twice before.\xC2\xA0\nIt was raised later."},
      {"Contact reporter Ida Orre-Lund at ida@quay.example", "{Contact reporter Ida Orre-Lund at ida@quay.example}"},
      {"DON'T MISS\nOwner of the ferry fined again\nIt was raised later.",
       "{DON'T MISS}\n{Owner of the ferry fined again}\nIt was raised later."},
      {"[Map: Where the ferry sank]", "{[Map: Where the ferry sank]}"},
      {"By Mara Lund and Otto Brandt", "{By Mara Lund and Otto Brandt}"},
      {"by: night desk", "{by: night desk}"},
      {"He left. (Reporting by M. Lund; Editing by O. Brandt)",
       "He left. {(Reporting by M. Lund; Editing by O. Brandt)}"},
      {"Copyright 2031 Lund News. All rights reserved.", "{Copyright 2031 Lund News. All rights reserved.}"},
      {"Share this article", "{Share this article}"},
      {"Follow us on Twitter", "{Follow us on Twitter}"},
      {"We use cookies to improve this page.", "{We use cookies to improve this page.}"},
      {"It sank.\nRead more:\nThe owner's story\nFive ferries that sank\nIt was raised later.",
       "It sank.\n{Read more:}\n{The owner's story}\n{Five ferries that sank}\nIt was raised later."},
      {"Advertisement Continue reading the main story", "{Advertisement Continue reading the main story}"},
      {"* * *\nIt sank.", "{* * *}\nIt sank."},
      {"Related Stories How the ferry sank Who owns the port?",
       "{Related Stories How the ferry sank Who owns the port?}"},
      {"Tuesday, 6 May 2031, 10:15 GMT", "{Tuesday, 6 May 2031, 10:15 GMT}"},
      {"May 6, 2031 at 10:15 am", "{May 6, 2031 at 10:15 am}"},
      {"6 May 2031", "{6 May 2031}"},
  };
  for (const Row& row : rows) EXPECT_EQ(marked(row.text), row.found);
}

TEST(BoilerplateTest, the_article_is_left_alone) {
  const char* const texts[] = {
      "He read more than the judge had, and read also the letter.",
      "She shared a post on Twitter, and the firm changed its privacy policy and its rules.",
      "Reuters said on Monday that the ferry had sank.",
      "A video released by the port shows the ferry turning over.",
      "OSTLAND (Reuters) - The ferry sank, the port said.",
      "By Monday all were saved.",
      "The papers were delivered to his door on Monday.",
      "The button on the wall opened the gate.",
      "The site uses cookies, the court found, without asking.",
      "Published in 2019, the book sold well.",
      "Related stories of ferries that sank were told in the port.",
      "May 6, 2031 was the day on which the ferry sank.",
      "Related news agencies are owned by the same man.",
      "The story continues to move readers.",
      "\"Watch the video,\" the captain said.",
      "Share prices of the owner fell.",
      "",
      "\n\n",
  };
  for (const char* text : texts) EXPECT_EQ(marked(text), text);
}

TEST(BoilerplateTest, who_wrote_it_is_told_at_the_foot_of_a_text_alone) {
  const std::string bio = "Ida Orre is a writer for the Quay Gazette.";
  const std::string line = "The ferry sank off the cape.\n";
  const std::string six = line + line + line + line + line + line;
  EXPECT_EQ(marked(six + bio), six + "{" + bio + "}");
  EXPECT_EQ(marked(six + bio + "\n" + line + line), six + "{" + bio + "}\n" + line + line);
  EXPECT_EQ(marked(six + bio + "\n" + line + line + line), six + bio + "\n" + line + line + line) << "not at the foot";
  EXPECT_EQ(marked(line + bio), line + bio) << "a text of two lines";
  EXPECT_EQ(marked(six + "Ida Orre is the mayor of Orre."), six + "Ida Orre is the mayor of Orre.");
  EXPECT_EQ(marked(six + "Dear readers, we need your help."), six + "{Dear readers, we need your help.}");
  EXPECT_EQ(marked(six + "If you enjoyed this story, join us."), six + "{If you enjoyed this story, join us.}");
  EXPECT_EQ(marked("Dear readers, we need your help.\n" + six), "Dear readers, we need your help.\n" + six);
  marked(std::string(100'000, '\n') + line);
}

TEST(BoilerplateTest, a_very_long_line_takes_linear_time) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "( reporting all (photo / READ MORE : ";
  EXPECT_FALSE(find_boilerplate(text).empty());
}

}  // namespace
}  // namespace hearsay
