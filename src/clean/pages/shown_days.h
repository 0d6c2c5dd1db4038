// The days that readers see on a page: on which of them it was published, and on which changed.
#pragma once

#include "clean/dates/written_date.h"
#include "clean/markup/html_tree.h"
#include "clean/pages/page_facts.h"

#include <optional>
#include <string_view>

namespace hearsay {

struct ShownDays {
  std::optional<Stated<Moment>> published;
  std::optional<Stated<Moment>> modified;
};

// Looks at <time> elements, at elements named for a date, and at lines that give a day and little else; those near the
// headline come first. A day in a sentence is an event's, and a day in a comment, a footer or a list of other articles
// is not this article's. In "Updated ... Published ..." each day is what its word says. "3 hours ago" counts from
// `fetched`. Linear in the page.
ShownDays find_shown_days(std::string_view page, const HtmlTree& tree, DayOrder order,
                          const std::optional<Moment>& fetched);

}  // namespace hearsay
