// Stores in files.
#pragma once

#include "persist/databases/sqlite_database.h"

#include <chrono>
#include <memory>
#include <string>

namespace hearsay {

// Throws StoreError if there is no such file or it cannot be opened.
std::unique_ptr<SqliteDatabase> open_file(const std::string& path, SqlDatabase::Access access);

// The same as the only writer; with `create` a missing file is made a store first. Throws StoreBusy if another program
// is writing all that time.
std::unique_ptr<SqliteDatabase> open_file_as_writer(const std::string& path, bool create,
                                                    std::chrono::milliseconds patience);

}  // namespace hearsay
