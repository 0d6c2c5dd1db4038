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
      {"A blast in the Veldar mill broke nine windows.", ""},
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

TEST_F(Attributions, of_phrases_that_name_the_source_are_found) {
  const Row rows[] = {
      {"Per the navy, nine sailors drowned.", "the navy | Per | nine sailors drowned"},
      {"Two boats sank, per the harbour office.", "the harbour office | per | Two boats sank"},
      {"The shop sells nine loaves per week. Per week, it sells nine loaves.", ""},
      {"As Lindqvist put it, the sea had no mercy.", "Lindqvist | put it | the sea had no mercy"},
      {"The sea had no mercy, as Lindqvist put it.", "Lindqvist | put it | The sea had no mercy"},
      {"Per the navy, nine sailors drowned. As Lindqvist put it, the sea had no mercy.",
       "the navy | Per | nine sailors drowned // Lindqvist | put it | the sea had no mercy"},
      {"As Lindqvist put on her hat, the ferry left.", "Lindqvist | put on | her hat"},
      {"By Lindqvist's account, the ferry turned back.", "Lindqvist | account | the ferry turned back"},
      {"By the navy's own count, nine sailors drowned.", "the navy | count | nine sailors drowned"},
      {"In the words of Jon Berg, the hull was a sieve.", "Jon Berg | In the words of | the hull was a sieve"},
      {"In her words, the hull was a sieve.", "her | In her words | the hull was a sieve"},
      {"By all accounts, the captain was sober.", ""},
      {"In other words, the hull was a sieve.", ""},
      {"In view of the storm, the harbour closed.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(show(row.text), row.attributions) << row.text;
}

TEST_F(Attributions, inside_others_name_their_own_speakers) {
  const Row rows[] = {
      {"Jon Berg said Ada Falk told the board that the hull had been holed.",
       "Jon Berg | said | Ada Falk told the board that the hull had been holed // (0) Ada Falk | told -> the board | "
       "that the hull had been holed"},
      {"Jon Berg said Ada Falk told the board that the crew was warned by Rita Holm that the hull was weak.",
       "Jon Berg | said | Ada Falk told the board that the crew was warned by Rita Holm that the hull was weak // "
       "(0) Ada Falk | told -> the board | that the crew was warned by Rita Holm that the hull was weak // (1) "
       "Rita Holm | warned by -> the crew | that the hull was weak"},
  };
  for (const Row& row : rows) EXPECT_EQ(show(row.text), row.attributions) << row.text;
}

TEST_F(Attributions, of_quotations_without_a_verb_of_saying_are_found) {
  const Row rows[] = {
      // behind a dash
      {"“We sold the boats and the nets.” -Chairman Jon Berg\n\nThe quay is empty.",
       "Chairman Jon Berg | - | “We sold the boats and the nets.”"},
      {"“We sold the boats.” — Ada Falk, owner of the yard\n\nThe quay is empty.",
       "Ada Falk, owner of the yard | — | “We sold the boats.”"},
      {"Quay shut, inspector warns. “Not our doing” – yard owner",
       "inspector | warns | Quay shut // yard owner | – | “Not our doing”"},
      {"Ostrava: “We are broke” – fishermen", "fishermen | – | “We are broke”"},
      {"Hull 'rotten' - inspector", "inspector | - | Hull 'rotten'"},
      {"“The Grey Quay” – a novel by Jon Berg\n\nThe book is out in May.", ""},
      {"Ostrava – “the jewel of the bay” – lies in the north.", ""},
      // in the line before
      {"From the desk of Rita Holm, head of the yard.\n\n“The boats will be sold in the spring.”\n\nThe quay is empty.",
       "Rita Holm, head of the yard | From the desk of | “The boats will be sold in the spring.”"},
      {"A note from Ada Falk.\n\n“The boats will be sold in the spring.”\n\nThe quay is empty.",
       "Ada Falk | A note | “The boats will be sold in the spring.”"},
      // behind a colon
      {"Her uncle, Jon, winked: 'Soon.' She sighed: 'Never.'",
       "Her uncle, Jon | winked: | 'Soon.' // She | sighed: | 'Never.'"},
      {"The water rose: \"No.\"", ""},
      // the writer's own words
      {"Ada Falk told me I “can‘t moor here” but I did.", "Ada Falk | told -> me | I “can‘t moor here”"},
  };
  for (const Row& row : rows) EXPECT_EQ(show(row.text), row.attributions) << row.text;
}

}  // namespace
}  // namespace hearsay
