// Claims of whole small texts, with the trained models: who says what, how, and which values are in it.
#include "run/engine.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// "sources: words {values}", one claim a line.
std::string claims_of(const std::string& text) {
  static const Marker marker;
  Article article;
  article.id = "a";
  article.outlet = "Wennel Post";
  article.text = text;
  article.published = parse_moment("2031-05-05");
  const Account account = report({article}, marker, AccountRules(), 1);
  std::string out;
  for (const Claim& claim : account.claims) {
    std::string sources;
    for (const Source& source : claim.sources) sources += (sources.empty() ? "" : " > ") + source.name;
    std::string values;
    for (const Value& value : claim.values) {
      if (std::holds_alternative<PlaceValue>(value.what)) continue;
      values += fmt::format("{}{}", values.empty() ? "" : ", ", words_at(text, value.span));
    }
    const std::string stance = claim.stance == Stance::asserts ? "" : fmt::format(" ({})", to_text(claim.stance));
    out += fmt::format("{}{}: {}{}\n", sources.empty() ? "-" : sources, stance, words_at(text, claim.span),
                       values.empty() ? "" : " {" + values + "}");
  }
  return out;
}

TEST(Claims, who_says_what) {
  const struct {
    const char* name;
    const char* text;
    const char* claims;
  } rows[] = {
      {"who says that there is no evidence is named",
       "There is no evidence that the ferry was overloaded, Ada Holm said.",
       "Ada Holm (hedges): There is no evidence that the ferry was overloaded\nAda Holm (hedges): the ferry was "
       "overloaded\n"},
      {"a source at the end speaks for the whole sentence",
       "Three sailors were missing while two others swam to the beach, said Ada Holm.",
       "Ada Holm: Three sailors were missing {Three}\nAda Holm: Three sailors were missing while two others swam to "
       "the beach {Three, two}\nAda Holm: Three sailors were missing while two others swam to the beach, said Ada Holm "
       "{Three, two}\nAda Holm: while two others swam to the beach {two}\n"},
      {"what follows in the sentence goes on",
       "The coast guard said that no sailor was lost, and that the pier had been closed.",
       "coast guard: The coast guard said that no sailor was lost\ncoast guard: The coast guard said that no sailor "
       "was lost, and that the pier had been closed\ncoast guard: no sailor was lost\ncoast guard: the pier had been "
       "closed\n"},
      {"a relative clause in what is said is the speaker's",
       "The coast guard said it had found the two sailors, who were hired in April, near the lighthouse.",
       "coast guard: The coast guard said it had found the two sailors {two}\ncoast guard: it had found the two "
       "sailors {two}\ncoast guard: it had found the two sailors, who were hired in April, near the lighthouse {two, "
       "April}\ncoast guard: the two sailors, who were hired in April, near the lighthouse {two, April}\ncoast guard: "
       "who were hired in April, near the lighthouse {April}\n"},
      {"who goes on counting goes on speaking", "The coast guard said it had found 12 sailors, four of whom were hurt.",
       "coast guard: The coast guard said it had found 12 sailors {12}\ncoast guard: it had found 12 sailors "
       "{12}\ncoast guard: it had found 12 sailors, four of whom were hurt {12, four}\ncoast guard: four of whom were "
       "hurt {four}\n"},
      {"a deed by words is told of by the outlet", "President Ada Holm condemned the attack on the harbour.",
       "-: President Ada Holm condemned the attack on the harbour\n"},
      {"confirming is telling", "The harbour office confirmed the death of two sailors.",
       "-: The harbour office confirmed the death of two sailors {two}\nharbour office "
       "(confirms): confirmed the death of two sailors {two}\n"},
      {"two ends make one stretch of time", "The ferry will be closed between May 7 and May 14.",
       "-: The ferry will be closed between May 7 and May 14 {May 7 and May 14}\n"},
      {"the hour and the day make one moment", "The ferry hit the pier at about 9pm local time on Monday.",
       "-: The ferry hit the pier at about 9pm local time on Monday {about 9pm local time on Monday}\n"},
      {"two days that are no ends are two", "The ferry was closed on May 7 and May 14.",
       "-: The ferry was closed on May 7 and May 14 {May 7, May 14}\n"},
      {"a word with hyphens is one", "A 15-year-old said that the ferry had turned over.",
       "15-year-old: A 15-year-old said that the ferry had turned over {15-year-old}\n15-year-old: the ferry had "
       "turned over\n"},
      {"a question is no claim by itself", "The harbour office will study how the ferry hit the pier at night.",
       "-: The harbour office will study how the ferry hit the pier at night\n"},
      {"what seems so nobody says", "The captain appeared to have mistaken the channel of the ferry.",
       "- (hedges): The captain appeared to have mistaken the channel of the ferry\n"},
      {"silence is the silent one's", "The ferry company did not respond to a request for comment.",
       "ferry company (declines): The ferry company did not respond to a request for comment\n"},
      {"who somebody is", "Ada Holm, 57, from Torrin, was freed on Monday.",
       "-: Ada Holm, 57, from Torrin {57}\n-: Ada Holm, 57, from Torrin, was freed on Monday {57, Monday}\n"},
      {"how long it took", "The mayor resigned after a 14-month inquiry.",
       "-: The mayor resigned after a 14-month inquiry {14-month}\n"},
      {"what nobody did is never told without nobody", "Nobody was hurt when the crane fell on the quay in Torrin.",
       "-: Nobody was hurt when the crane fell on the quay in Torrin\n-: when the crane fell on the quay in Torrin\n"},
      {"a number stays with the clause that tells which", "Divers looked for the nine sailors who drowned.",
       "-: Divers looked for the nine sailors {nine}\n-: Divers looked for the nine sailors who drowned {nine}\n"},
      {"a dateline is no claim", "NEW HARN, May 4 \u2014 A ferry sank near the lighthouse.",
       "-: A ferry sank near the lighthouse\n"},
      {"who is the noun that the clause describes", "Divers found the owner, who said the ferry was overloaded.",
       "-: Divers found the owner\n-: Divers found the owner, who said the ferry was overloaded\n"
       "owner: the ferry was overloaded\n"},
      {"an aide is not who the aide works for", "Former Berit Solle aide Ada Holm said the ferry sank at noon.",
       "Ada Holm: Former Berit Solle aide Ada Holm said the ferry sank at noon {noon}\n"
       "Ada Holm: the ferry sank at noon {noon}\n"},
      {"nor is a lawyer", "The ferry sank at noon, Solle lawyer Ada Holm said.",
       "Ada Holm: The ferry sank at noon {noon}\nAda Holm: The ferry sank at noon, Solle lawyer Ada Holm said "
       "{noon}\n"},
      {"the speaker's own \"we\" is the speaker", "\"We believe a welder left his post,\" Ada Holm said.",
       "Ada Holm: We believe a welder left his post\nAda Holm: a welder left his post\n"},
      {"evidence does not speak where somebody does",
       "Ada Holm said preliminary findings suggested that the ferry was overloaded.",
       "Ada Holm: preliminary findings suggested that the ferry was overloaded\nAda Holm: the ferry was overloaded\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(claims_of(row.text), row.claims) << row.name;
}

// Claims are made some hundred at a time, which must not show: every sentence is read whole, with its speaker.
TEST(Claims, a_long_text_has_the_claims_of_its_sentences) {
  std::string text, expected;
  for (int i = 0; i < 400; ++i) {
    text += "The coast guard said that no sailor was lost.\n\n";
    expected +=
        "coast guard: The coast guard said that no sailor was lost\n"
        "coast guard: no sailor was lost\n";
  }
  EXPECT_EQ(claims_of(text), expected);
}

}  // namespace
}  // namespace hearsay
