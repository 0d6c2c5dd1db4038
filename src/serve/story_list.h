// The page on which a desk's stories are listed.
#pragma once

#include "persist/stories.h"

#include <span>
#include <string>

namespace hearsay {

// Reads without a script and loads nothing but /desk.css. All text from outside is escaped.
std::string story_list_page(std::span<const StoryLine> stories, const StoryQuery& query, const StoreCounts& counts);

}  // namespace hearsay
