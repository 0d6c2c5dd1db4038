#include "extract/times/reference_day.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string reference_of(const std::string& text, const std::string& published = "") {
  Article article;
  article.text = text;
  if (!published.empty()) article.published = parse_moment(published);
  const ReferenceDay reference = reference_day(article);
  return reference.published ? to_iso(*reference.published) + ", " + reference.why : "nothing";
}

TEST(ReferenceDay, is_the_articles_own_day_or_else_a_full_date_in_its_text) {
  const std::string long_line =
      "The bridge over the Velm, which was opened on 4 March 1987 and closed again on 7 May 2012, fell into the river "
      "on Friday, the mayor of Porthaven said.";
  const struct {
    std::string text, published, reference;
  } rows[] = {
      {"It fell on 4 March 1987.", "2016-11-09T21:19:00Z", "2016-11-09, the article's own date"},
      {"It fell on 4 March 1987.", "2016-11-09T00:30:00+01:00", "2016-11-09, the article's own date"},
      {long_line, "", "2012-05-07, a full date in the article (\"7 May 2012\")"},
      {"Bridge falls\n8 November 2016\n\n" + long_line, "",
       "2016-11-08, a full date in the article (\"8 November 2016\")"},
      {"PORTHAVEN, Nov. 8, 2011 (Agency) -- " + long_line, "",
       "2011-11-08, a full date in the article (\"Nov. 8, 2011\")"},
      {"Published 2011-11-08 by the desk of the paper in Porthaven and seen by all who can read it here. " + long_line,
       "", "2011-11-08, a full date in the article (\"2011-11-08\")"},
      {"The bridge fell on Friday, 8 November.", "", "nothing"},
      {"The bill of 30 February 2016 was paid.", "", "nothing"},
      {"", "", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(reference_of(row.text, row.published), row.reference) << row.text;
}

}  // namespace
}  // namespace hearsay
