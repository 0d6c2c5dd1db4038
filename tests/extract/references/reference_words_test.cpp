// What a name's roles and groups are read from: the words of data/reference_words.txt, in texts with the trained
// grammar.
#include "extract/references/reference_words.h"

#include "marked_story.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// "word=what it stands for", joined by "; ".
std::string references_in(const std::string& text) {
  const MarkedStory story({text});
  std::string printed;
  for (const Reference& reference : story.marks[0].references) {
    printed += printed.empty() ? "" : "; ";
    printed += std::string(words_at(text, reference.span)) + "=" + std::string(words_at(text, reference.antecedent));
  }
  return printed;
}

TEST(ReferenceWords, a_role_told_beside_a_name_is_known_later) {
  const struct {
    const char* name;
    const char* text;
    const char* references;
  } rows[] = {
      {"X is a ...", "Ada Holm is a surgeon. The surgeon left on Monday.", "The surgeon=Ada Holm"},
      {"X became the ...", "Ada Holm became the mayor. The mayor left on Monday.", "The mayor=Ada Holm"},
      {"X, the ...", "Ada Holm, the mayor, won. The mayor left on Monday.", "The mayor=Ada Holm"},
      {"X met the ... is no such thing", "Ada Holm met a surgeon. The surgeon left on Monday.",
       "The surgeon=a surgeon"},
      {"two persons are a pair", "Ada Holm and Ode Brandt won. The pair left on Monday.",
       "The pair=Ada Holm and Ode Brandt"},
      {"three are none", "Ada Holm, Josef Kalm and Ode Brandt won. The pair left on Monday.", ""},
      {"it rains", "Torvik Lines was sold. It rained all day.", ""},
      {"a company", "Torvik Lines was sold. It owned nine ferries.", "It=Torvik Lines"},
  };
  for (const auto& row : rows) EXPECT_EQ(references_in(row.text), row.references) << row.name;
}

TEST(ReferenceWords, have_the_sorts_that_rules_ask_for) {
  using R = ReferenceWord;
  const struct {
    const char* word;
    WordSorts::Sorts sorts;
  } rows[] = {
      {"seem", R::impersonal},
      {"police", R::plural_body},
      {"pair", R::two},
      {"trio", R::three},
      {"city", R::town},
      {"nation", R::country},
      {"became", R::is},
      {"then", R::beside_role},
      {"the", R::beside_role | R::before_name},
      {"his", R::before_name},
      {"harbour", 0},
      {"", 0},
  };
  for (const auto& row : rows) EXPECT_EQ(reference_words().of(row.word), row.sorts) << row.word;
}

}  // namespace
}  // namespace hearsay
