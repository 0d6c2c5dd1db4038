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

// Those in force, in the order in which they were added.
std::vector<HeldCorrection> list_corrections(const StoreReader& store);

// Is the correction of this number in force?
bool holds_correction(const StoreReader& store, std::int64_t number);

// The following write: call them within a transaction.

std::int64_t add_correction(Store& store, const std::string& line, std::int64_t at);

// Returns the line withdrawn; empty if no correction of this number was in force.
std::string withdraw_correction(Store& store, std::int64_t number, std::int64_t at);

// Have the account of the article's story made anew, or those of all stories with an entity of that name.
void untell_story_of(Store& store, std::string_view article_id);
void untell_stories_naming(Store& store, std::string_view name);

}  // namespace hearsay
