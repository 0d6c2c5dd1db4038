// The page that lists a desk's stories.
#pragma once

#include "persist/stories.h"
#include "present/page/desk_frame.h"

#include <string>

namespace hearsay {

// The stories of the query, each with what is known of its account and when its reports were published. Can be read
// without scripts; with them, what is new since the reader's last visit is marked.
std::string story_list_page(const StoreReader& store, const StoryQuery& query, const Serving& serving);

}  // namespace hearsay
