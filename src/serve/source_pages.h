// Who says what, over all stories.
#pragma once

#include "persist/store.h"
#include "present/page/desk_frame.h"

#include <cstddef>
#include <string>

namespace hearsay {

// The sources whose name contains these words; without words, those that occur in most of the newest stories.
std::string source_list_page(const StoreReader& store, const std::string& words, const Serving& serving);

// What one source said, skipping the first `from` points; how often it stood alone, and how often accounts differ on
// it.
std::string source_page(const StoreReader& store, const std::string& name, std::size_t from, const Serving& serving);

// The same as JSON.
std::string sources_json(const StoreReader& store, const std::string& words, std::size_t most);
std::string source_json(const StoreReader& store, const std::string& name, std::size_t from, std::size_t most);

}  // namespace hearsay
