// The desk's pages beside the list of stories: what changed, the feeds, the corrections.
#pragma once

#include "persist/store.h"
#include "present/page/desk_frame.h"

#include <string>

namespace hearsay {

// All can be read without scripts and load nothing but /desk.css and /desk.js. All text from outside is escaped.
std::string changes_page(const StoreReader& store, const Serving& serving);      // the last 100, newest first
std::string feeds_page(const StoreReader& store, const Serving& serving);        // the state of each, and the last runs
std::string corrections_page(const StoreReader& store, const Serving& serving);  // those in force

}  // namespace hearsay
