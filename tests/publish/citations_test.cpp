#include "publish/citations/citations.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hearsay {
namespace {

// The title as BibTeX has it, between the two pairs of braces that keep its capitals.
std::string title_in_bibtex(const std::string& title) {
  Account account;
  account.articles.emplace_back().title = title;
  std::string entry;
  write_bibtex(account, [&](std::string_view text) { entry += text; });
  EXPECT_EQ(std::count(entry.begin(), entry.end(), '{'), std::count(entry.begin(), entry.end(), '}')) << entry;
  const std::string before = "  title = {{", after = "}},\n";
  const std::size_t begin = entry.find(before) + before.size();
  return entry.substr(begin, entry.find(after, begin) - begin);
}

TEST(Citations, signs_of_latex_in_a_title) {
  const std::pair<const char*, const char*> rows[] = {
      {"Port fire kills eight", "Port fire kills eight"},
      {"50% of $9 & a_b #1", "50\\% of \\$9 \\& a\\_b \\#1"},
      {"a ~ ^ \\", "a \\textasciitilde{} \\textasciicircum{} \\textbackslash{}"},
      {"of {all} {a {b}} costs", "of \\{all\\} \\{a \\{b\\}\\} costs"},
      {"an open { brace", "an open \\textbraceleft{} brace"},
      {"a closed } brace", "a closed \\textbraceright{} brace"},
      {"} the wrong way {", "\\textbraceright{} the wrong way \\textbraceleft{}"},
      {"{ one of {two}", "\\textbraceleft{} one of \\{two\\}"},
      {"{one} of two }", "\\{one\\} of two \\textbraceright{}"},
  };
  for (const auto& [title, written] : rows) EXPECT_EQ(title_in_bibtex(title), written) << title;
}

}  // namespace
}  // namespace hearsay
