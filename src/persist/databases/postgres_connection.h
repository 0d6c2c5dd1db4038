// Connections to databases of PostgreSQL, where this build has libpq.
#pragma once

#include "persist/databases/sql.h"

#include <chrono>
#include <memory>
#include <string>

namespace hearsay {

// Throws StoreError: the server cannot be reached or refuses the user, or this build has no libpq.
std::unique_ptr<SqlDatabase> connect_postgres(const std::string& address, SqlDatabase::Access access);

// The same as the only writer. Throws StoreBusy if another program is that all the time.
std::unique_ptr<SqlDatabase> connect_postgres_as_writer(const std::string& address, std::chrono::milliseconds patience);

// "libpq 15.18"; empty if this build has none.
std::string postgres_library();

}  // namespace hearsay
