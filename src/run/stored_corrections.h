// A desk's corrections, and bringing them into the accounts that they concern.
#pragma once

#include "clean/articles/article.h"
#include "narrate/corrections.h"
#include "persist/corrections.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// Those that concern a story of these articles: they name one of them, or a name that occurs in one. The `line` of each
// is its number in the store.
std::vector<Correction> corrections_for(const StoreReader& store, std::span<const Article> articles);

// Why a line is not a correction ("is not a correction: ..."); nothing if it is one.
std::optional<std::string> fault_of_correction(const std::string& line);

// Add a line or withdraw one, in one transaction, and have the accounts that it concerns made anew by the next run.
// correct() throws StoreError for a line that cannot be read, saying why; withdraw() for a number under which no
// correction is in force.
std::int64_t correct(Store& store, const std::string& line, std::int64_t at);
void withdraw(Store& store, std::int64_t number, std::int64_t at);

}  // namespace hearsay
