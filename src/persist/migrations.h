// The steps by which a store of any earlier version becomes one of today's.
#pragma once

#include "persist/sql.h"

#include <span>
#include <string>
#include <vector>

namespace hearsay {

// schema/1.sql, which makes a store from nothing, and each later version's file. A step is never changed once it was
// released: a change is a further step.
std::vector<std::string> schema_steps();

// Takes the steps that the file (PRAGMA user_version) has not had, each with its number in one transaction, so that it
// is of one version whatever happens. Throws StoreError for a file of a version beyond them.
void migrate(SqlFile& file, std::span<const std::string> steps);

// The version that a file is of; 0 for an empty one.
std::size_t version_of(SqlFile& file);

}  // namespace hearsay
