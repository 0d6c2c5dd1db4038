// A desk's corrections (docs/corrections.md): lines that hold until they are withdrawn.
#pragma once

#include "persist/store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct HeldCorrection {
  std::int64_t number = 0;
  std::string line;
  std::int64_t added = 0;  // in seconds since 1970
};

// Those that hold, in the order in which they were added.
std::vector<HeldCorrection> list_corrections(const StoreReader& store);

// Is there one under this number that holds?
bool holds_correction(const StoreReader& store, std::int64_t number);

// The following write, and are to be called within a transaction.

std::int64_t add_correction(Store& store, const std::string& line, std::int64_t at);

// The line that held under this number; empty where none did.
std::string withdraw_correction(Store& store, std::int64_t number, std::int64_t at);

// The account of the story that the article is in is to be made anew; those of all stories with an entity of that name.
void untell_story_of(Store& store, std::string_view article_id);
void untell_stories_naming(Store& store, std::string_view name);

}  // namespace hearsay
