// The steps by which a store of any earlier version becomes one of today's.
#pragma once

#include "persist/databases/sql.h"

#include <span>
#include <string>
#include <vector>

namespace hearsay {

// schema/1.sql, which makes an empty database a store, and each later version's file. A released step is never changed:
// a change is a further step.
std::vector<std::string> schema_steps();

// Applies the steps that the database has not had, each in one transaction with its number, so that it has exactly one
// version whatever happens. Throws StoreError for a database of a version beyond the last step.
void migrate(SqlDatabase& database, std::span<const std::string> steps);

}  // namespace hearsay
