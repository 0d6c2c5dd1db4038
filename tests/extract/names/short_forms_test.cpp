#include "extract/names/short_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

using Words = std::vector<std::string>;

TEST(ShortForms, a_legal_form_falls_away_and_no_other_word_does) {
  for (const char* form : {"ltd", "inc", "corp", "corporation", "company", "co", "plc", "gmbh", "ag", "sa", "s.a",
                           "n.v", "s.p.a", "llc", "oyj", "asa", "group", "holdings"})
    EXPECT_TRUE(is_legal_form(form)) << form;
  for (const char* word : {"", "lines", "bank", "union", "ministry", "marine", "st", "dr", "the"})
    EXPECT_FALSE(is_legal_form(word)) << word;
}

TEST(ShortForms, a_name_comes_apart_into_its_words) {
  const struct {
    const char* name;
    Words words;
  } rows[] = {
      {"Ada Holm", {"ada", "holm"}},
      {"The Torvik Lines", {"torvik", "lines"}},
      {"Torvik Lines Ltd.", {"torvik", "lines", "ltd"}},
      {"Torvik Lines' ferry", {"torvik", "lines'", "ferry"}},
      {"Ada Holm's", {"ada", "holm"}},
      {"Josef Kalm Jr.", {"josef", "kalm"}},
      {"Bank of the North", {"bank", "of", "the", "north"}},
      {"ÅSE BERG", {"ase", "berg"}},
      {"", {}},
      {"The", {}},
  };
  for (const auto& row : rows) EXPECT_EQ(words_of_name(row.name), row.words) << row.name;
}

TEST(ShortForms, only_the_first_bytes_of_a_very_long_name_are_read) {
  std::string name;
  for (int i = 0; i < 1000; ++i) name += "ab ";
  EXPECT_LE(words_of_name(name).size(), 134U);
}

TEST(ShortForms, initials_are_taken_with_or_without_the_small_words) {
  EXPECT_EQ(initials_of("Torvik Maritime Office", false), "tmo");
  EXPECT_EQ(initials_of("Office of Maritime Affairs", false), "oma");
  EXPECT_EQ(initials_of("Office of Maritime Affairs", true), "ooma");
  EXPECT_EQ(initials_of("North-East Water Board", false), "newb");
  EXPECT_EQ(initials_of("", true), "");
}

TEST(ShortForms, an_abbreviation_is_mostly_capitals) {
  const struct {
    const char* word;
    const char* letters;
  } rows[] = {
      {"TMO", "tmo"}, {"T.M.O.", "tmo"}, {"T&M", "tm"},         {"MoD", "mod"}, {"Tmo", ""},
      {"tmo", ""},    {"T", ""},         {"TMO2", "tmo2"},      {"", ""},       {"TM O", ""},
      {"A-B", "ab"},  {"Torvik", ""},    {"ABCDEFGHIJKLM", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(abbreviation_letters(row.word), row.letters) << row.word;
}

TEST(ShortForms, letters_shorten_a_name_that_has_them_in_order) {
  EXPECT_TRUE(shortens("tormar", "Torvik Maritime"));
  EXPECT_TRUE(shortens("tmo", "Torvik Maritime Office"));
  EXPECT_FALSE(shortens("mto", "Torvik Maritime Office")) << "it begins otherwise";
  EXPECT_FALSE(shortens("tom", "Torvik Line")) << "a letter is missing";
  EXPECT_FALSE(shortens("", "Torvik"));
  EXPECT_FALSE(shortens("t", ""));
}

}  // namespace
}  // namespace hearsay
