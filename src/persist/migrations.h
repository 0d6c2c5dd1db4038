// The steps by which a store of any earlier version becomes one of today's.
#pragma once

#include "persist/sql.h"

#include <span>
#include <string>
#include <vector>

namespace hearsay {

// schema/1.sql, which makes an empty file a store, and each later version's file. A released step is never changed: a
// change is a further step.
std::vector<std::string> schema_steps();

// Applies the steps that the file has not had (by PRAGMA user_version), each in one transaction with its number, so
// that the file has exactly one version whatever happens. Throws StoreError for a file of a version beyond the last
// step.
void migrate(SqlFile& file, std::span<const std::string> steps);

// The version of a file; 0 for an empty one.
std::size_t version_of(SqlFile& file);

}  // namespace hearsay
