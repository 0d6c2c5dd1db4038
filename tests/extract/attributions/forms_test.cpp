// Attributions found, mended or dropped by rule; see attribution_rows.h for the form of the rows.
#include "extract/attributions/attribution_rows.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST_F(Attributions, are_not_seen_where_nobody_says_anything) {
  const Row rows[] = {
      // names that are given
      {"The so-called \"winter plan\" failed.", ""},
      {"The old ferry, dubbed \"Lame Duck\" by sailors, sank.", ""},
      {"The storm, nicknamed \"Big Ben\", hit the coast.", ""},
      {"The tower, called \"Grey Finger\" by fishermen, fell.", ""},
      {"The minister called the plan \"a heap of lies\".", "The minister | called | the plan \"a heap of lies\""},
      // blows
      {"A blast at the Veldar mill killed nine people.", ""},
      {"Two blasts in the tunnel hurt six miners.", ""},
      {"The missile blasted the fish market.", ""},
      {"The lorry slammed into the gate.", ""},
      {"The mayor blasted the plan as a waste.", "The mayor | blasted | the plan as a waste"},
      {"The union slammed the offer.", "The union | slammed | the offer"},
      // prices
      {"The garage charges 30 euros an hour.", ""},
      {"The bank charged a fee of 20 crowns.", ""},
      {"The senator charged that the firm had lied.", "The senator | charged | that the firm had lied"},
  };
  for (const Row& row : rows) EXPECT_EQ(show(row.text), row.attributions) << row.text;
}

}  // namespace
}  // namespace hearsay
