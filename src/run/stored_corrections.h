// A desk's corrections on their way into the accounts that they concern.
#pragma once

#include "clean/article.h"
#include "narrate/corrections.h"
#include "persist/corrections.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// Those that concern a story of these articles: they name one of them, or a name that stands in one. Each has the
// number under which the store holds it as its line.
std::vector<Correction> corrections_for(const StoreReader& store, std::span<const Article> articles);

// Why a line is no correction ("is no line that a correction may have"); nothing where it is one.
std::optional<std::string> fault_of_correction(const std::string& line);

// Puts a line in, or takes one back, and has the accounts that it concerns made anew by the next run. One transaction.
// add: throws StoreError for a line that cannot be read, saying why. withdraw: for a number under which none holds.
std::int64_t correct(Store& store, const std::string& line, std::int64_t at);
void withdraw(Store& store, std::int64_t number, std::int64_t at);

}  // namespace hearsay
