// What a desk lists, for a person and as JSON: stories and changes.
#pragma once

#include "base/calendar.h"
#include "persist/changes.h"
#include "persist/stories.h"
#include "present/words/terminal_style.h"

#include <cstdint>
#include <string>

namespace hearsay {

// What a store has as seconds since 1970; to_iso and moment_phrase write it.
Moment moment_of(std::int64_t seconds);

std::string to_json(const StoryLine& story);    // format "hearsay/story-line/1"
std::string to_json(const ChangeLine& change);  // format "hearsay/change/1"

// Each ends without a line end.
std::string to_text(const StoryLine& story, const TerminalStyle& style = {});
std::string to_text(const ChangeLine& change, const TerminalStyle& style = {});

// What a change is, in words that count and name: "a point has 1 to 2 origins, before 1".
std::string what_changed_in_words(const StoryChange& change);

}  // namespace hearsay
