// The store of a desk, which holds articles, stories and what was made of them: a file of SQLite, or for a team a
// database of PostgreSQL (schema/1.sql explains the tables, which are the same in both). Only this folder deals with
// the tables.
#pragma once

#include "persist/databases/sql.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace hearsay {

// How long to wait for another writer to finish: a server writes in short turns.
inline constexpr std::chrono::milliseconds usual_patience{3000};

// For reading: sees complete transactions only, whatever is being written.
class StoreReader {
 public:
  // `place` is a path or an address of PostgreSQL (postgresql://...). Throws StoreError ("does not exist", "is not a
  // store", "was written by a newer Hearsay: ...").
  explicit StoreReader(const std::string& place);

  // The tables, for the other files of this folder.
  SqlDatabase& sql() const { return *database_; }
  const std::string& name() const { return database_->name(); }  // its path, or its address without the password

 protected:
  explicit StoreReader(std::unique_ptr<SqlDatabase> database) : database_(std::move(database)) {}

 private:
  std::unique_ptr<SqlDatabase> database_;
};

// For writing; also reads. A missing file is created, an empty database gets its tables, a store of an earlier version
// is brought up to date.
// What a transaction wrote survives whenever the program is killed; if the machine fails too, the last seconds may be
// lost from a file, but nothing from before them.
class Store : public StoreReader {
 public:
  enum class Missing { create, refuse };
  // As the only writer. Throws StoreBusy ("is being written by another hearsay") if another program is.
  explicit Store(const std::string& place, Missing missing = Missing::create,
                 std::chrono::milliseconds patience = usual_patience);

  // Beside another program that may be writing, for what does not touch its articles: corrections and the inbox. The
  // store must exist and be of today's version.
  struct Beside {};
  Store(const std::string& place, Beside);
};

// What is wrong with a store, a sentence each; empty if nothing is. Checks every page and row, unpacks every text and
// checks the spans of boilerplate and claims against it.
std::vector<std::string> check(const StoreReader& store);

}  // namespace hearsay
