#include "clean/pages/shown_days.h"

#include "clean/markup/html_tree.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// "published modified", each a day or "-".
std::string days(const std::string& page, const std::optional<Moment>& fetched = std::nullopt) {
  const ShownDays found = find_shown_days(page, parse_html(page), DayOrder::day_first, fetched);
  const auto day = [](const std::optional<Stated<Moment>>& moment) { return moment ? to_iso(moment->value) : "-"; };
  return day(found.published) + " " + day(found.modified);
}

const std::string text = "<p>The coast road was closed on Monday after a slip, the town said in the evening.</p>";

TEST(ShownDaysTest, a_day_that_a_page_tells_of_itself_is_its_own) {
  const struct {
    const char* after_headline;
    const char* printed;
  } rows[] = {
      {"<p>5 May 2031</p>", "2031-05-05 -"},
      {"<p>By Ida Orre, 5 May 2031</p>", "2031-05-05 -"},
      {"<p>Monday, 5 May 2031, 10:09 am</p>", "2031-05-05 -"},
      {"<p>Orre, 5 May 2031 \u2013 The coast road was closed after a slip, the town said.</p>", "2031-05-05 -"},
      {"<p>Published on 5 May 2031 by the harbour desk of the Quay Gazette</p>", "2031-05-05 -"},
      {"<span class=date>5 May 2031</span>", "2031-05-05 -"},
      {"<time datetime=2031-05-05T23:30:00-02:00>yesterday</time>", "2031-05-05 -"},
      {"<article><footer><time datetime=2031-05-05>5 May</time></footer></article>", "2031-05-05 -"},
      // Of two days, the words beside them say which is which.
      {"<span>Updated 9 May 2031</span> <span>Published 5 May 2031</span>", "2031-05-05 2031-05-09"},
      {"<p class=dates>Last updated: 09/05/2031. First published: 05/05/2031</p>", "2031-05-05 2031-05-09"},
      {"<p>Updated: <time datetime=2031-05-09>9 May</time></p><p><time datetime=2031-05-05>5 May</time></p>",
       "2031-05-05 2031-05-09"},
      {"<time class=updated datetime=2031-05-09>9 May</time>", "- 2031-05-09"},
      {"<time class='published updated' datetime=2031-05-09>9 May</time>", "2031-05-09 -"},
      {"<p>Zuletzt aktualisiert: 09.05.2031</p><p>Ver\u00f6ffentlicht: 05.05.2031</p>", "2031-05-05 2031-05-09"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(days("<h1>h</h1>" + std::string(row.after_headline) + text), row.printed) << row.after_headline;
}

TEST(ShownDaysTest, a_day_of_something_else_is_not) {
  const char* rows[] = {
      "<p>The road is to be opened on Saturday 14 June 2031, the town said.</p>",
      "<p>Vote on the new harbour: 9 September 2031.</p>",
      "<p>A first crack was found on 12 June 2027, when the pier was new.</p>",
      "<section id=comments><b>karl</b> <span>August 27, 2031 at 10:09 am</span><p>I knew.</p></section>",
      "<ul class=commentlist><li><time datetime=2031-08-27>27 Aug</time></ul>",
      "<details class=CommentBox><p>Posted Mar 4, 2031</p></details>",
      "<div class=sidebar><ol><li>The ferry <span class=date>12 January 2031</span></ol></div>",
      "<aside><p>12 January 2031</p></aside>",
      "<div class=related><p>12 January 2031</p></div>",
      "<div class=most-read><time datetime=2031-01-12>x</time></div>",
      "<footer><p>4 May 2031</p></footer>",
      "<script>// 4 May 2031</script>",
  };
  for (const char* row : rows) EXPECT_EQ(days("<h1>h</h1>" + text + row + text + text), "- -") << row;
}

TEST(ShownDaysTest, near_the_headline_goes_before_elsewhere_and_a_named_element_before_a_line) {
  EXPECT_EQ(days("<p>4 May 2031</p><h1>h</h1><p>5 May 2031</p>"), "2031-05-05 -");
  EXPECT_EQ(days("<h1>h</h1><p>4 May 2031</p><p class=posted>5 May 2031</p>"), "2031-05-05 -");
  EXPECT_EQ(days("<time datetime=2031-05-04>x</time><h1>h</h1><time datetime=2031-05-05>x</time>"), "2031-05-05 -");
}

TEST(ShownDaysTest, how_long_ago_counts_from_when_the_page_was_fetched) {
  const auto fetched = parse_moment("2031-05-05T01:00:00Z");
  EXPECT_EQ(days("<h1>h</h1><time>3 hours ago</time>", fetched), "2031-05-04 -");
  EXPECT_EQ(days("<h1>h</h1><span class=date>Updated 20 minutes ago</span>", fetched), "- 2031-05-05");
  EXPECT_EQ(days("<h1>h</h1><time>3 hours ago</time>"), "- -");
}

}  // namespace
}  // namespace hearsay
