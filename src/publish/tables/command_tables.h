// The main table that each command prints: rows as they come, so that a stream needs no memory.
#pragma once

#include "extract/marks.h"
#include "group/stories/grouper.h"
#include "publish/tables/table.h"

#include <span>
#include <string>

namespace hearsay {

// Each refers to what it is made from, which must outlive it. The columns are always the same.

// One row: the article.
Table article_row(const Article& article);

// A row for each name, time, quantity and attribution, in text order.
Table mark_rows(const Article& article, const Marks& marks);

// A row for each article, with what it took from whom. `names` are ids by article number.
Table story_rows(const Story& story, std::span<const std::string> names);

}  // namespace hearsay
