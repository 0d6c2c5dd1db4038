#include "clean/pages/page_words.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string hints(std::string_view names) {
  const NameHints found = hints_of_names(names);
  std::string result;
  if (found.never_article) result += "never ";
  if (found.not_article) result += "not ";
  if (found.readers) result += "readers ";
  if (found.caption) result += "caption ";
  if (found.article) result += "article ";
  return result;
}

TEST(PageWordsTest, names_are_read_by_their_words_and_pairs) {
  const struct {
    const char* names;
    const char* hints;
  } rows[] = {
      {"cookies", "never "},
      {"COOKIES", "never "},
      {"x-cookies--y", "never "},
      {"also-read", "not "},
      {"alsoRead", "not "},
      {"also--read", "not "},
      {"also read", ""},  // two names
      {"alsoread", ""},
      {"read-also", "not "},
      {"comments", "readers "},
      {"caption", "caption "},
      {"item-12", ""},
      {"", ""},
      {"x1cookies2", "never "},
      {"cookiesAndMore", "never "},
  };
  for (const auto& row : rows) EXPECT_EQ(hints(row.names), row.hints) << row.names;
}

TEST(PageWordsTest, an_id_made_of_a_heading_names_nothing) {
  EXPECT_TRUE(is_made_of_heading("what-the-comments-of-readers-tell"));
  EXPECT_TRUE(is_made_of_heading("sharing_with_a_single_neighbour"));
  for (const char* id : {"most-read-articles-sidebar", "comments", "ad-slot-of-the-page-2", "Box-of-the-most-read", ""})
    EXPECT_FALSE(is_made_of_heading(id)) << id;
}

}  // namespace
}  // namespace hearsay
