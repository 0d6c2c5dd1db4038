#include "clean/articles/language.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(LanguageTest, a_tag_gives_its_language) {
  const struct {
    const char* tag;
    const char* language;
  } rows[] = {
      {"en", "en"},     {"en-GB", "en"}, {"EN_us", "en"}, {"  de ", "de"}, {"en, fr", "en"}, {"en;q=1", "en"},
      {"iw-IL", "he"},  {"in", "id"},    {"jw", "jv"},    {"fil", "fil"},  {"e", "-"},       {"engl", "-"},
      {"english", "-"}, {"e1", "-"},     {"", "-"},       {"-en", "-"},    {"ру", "-"},
  };
  for (const auto& row : rows) EXPECT_EQ(language_of_tag(row.tag).value_or("-"), row.language) << row.tag;
}

TEST(LanguageTest, a_text_tells_its_language_where_there_is_enough_of_it) {
  const struct {
    const char* text;
    const char* language;
  } rows[] = {
      {"The coast road was closed on Monday after a slip, the town said, and nobody was hurt there.", "en"},
      {"Die Küstenstraße wurde am Montag nach einem Erdrutsch gesperrt, teilte die Stadt mit.", "de"},
      {"La route de la côte a été fermée lundi après un glissement, selon la ville, sans blessés.", "fr"},
      {"Дорога вдоль берега была закрыта в понедельник после оползня, сообщили в городе.", "ru"},
      {"", "-"},
      {"12345 67890 ... !!!", "-"},
  };
  for (const auto& row : rows) EXPECT_EQ(detect_language(row.text).value_or("-"), row.language) << row.text;
}

TEST(LanguageTest, only_the_beginning_of_a_long_text_is_looked_at) {
  std::string text;
  while (text.size() < 20'100)
    text += "The coast road was closed on Monday after a slip, the town said, and nobody was hurt. ";
  std::string after;
  for (int i = 0; i < 2000; ++i) after += "Дорога вдоль берега была закрыта в понедельник после оползня. ";
  EXPECT_EQ(detect_language(text + after), "en");
}

}  // namespace
}  // namespace hearsay
