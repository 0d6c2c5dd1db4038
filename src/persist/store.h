// The store of a desk: one SQLite file that holds articles, stories and what was made of them (schema/1.sql explains
// the tables). Only this folder deals with the tables.
#pragma once

#include "persist/sql.h"

#include <chrono>
#include <string>
#include <vector>

namespace hearsay {

// Another program is writing.
struct StoreBusy : StoreError {
  using StoreError::StoreError;
};

// How long to wait for another writer to finish: a server writes in short turns.
inline constexpr std::chrono::milliseconds usual_patience{3000};

// Locks a file for one writer: others are refused until this is destroyed or the program ends.
class WriterLock {
 public:
  // Throws StoreBusy if another program holds it all that time, StoreError if there is no file.
  WriterLock(const std::string& path, std::chrono::milliseconds patience);
  WriterLock() = default;  // holds nothing
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int descriptor_ = -1;
};

// For reading: sees complete transactions only, whatever is being written.
class StoreReader {
 public:
  // Throws StoreError ("does not exist", "is not a store", "was written by a newer Hearsay: ...").
  explicit StoreReader(const std::string& path);

  // The tables, for the other files of this folder.
  SqlFile& sql() const { return file_; }
  const std::string& path() const { return file_.path(); }

 protected:
  StoreReader(const std::string& path, SqlFile::Access access) : file_(path, access) {}

 private:
  mutable SqlFile file_;
};

// For writing; also reads. A missing file is created, one of an earlier version brought up to date.
// What a transaction wrote survives whenever the program is killed; if the machine fails too, the last seconds may be
// lost, but nothing from before them.
class Store : private WriterLock, public StoreReader {
 public:
  enum class Missing { create, refuse };
  // As the only writer. Throws StoreBusy ("is being written by another hearsay") if another program is.
  explicit Store(const std::string& path, Missing missing = Missing::create,
                 std::chrono::milliseconds patience = usual_patience);

  // Beside another program that may be writing, for what does not touch its articles: corrections and the inbox. The
  // store must exist and be of today's version.
  struct Beside {};
  Store(const std::string& path, Beside);
};

// What is wrong with a store, a sentence each; empty if nothing is. Checks every page and row, unpacks every text and
// checks the spans of boilerplate and claims against it.
std::vector<std::string> check(const StoreReader& store);

// Copies a store into another file, which appears only when complete; the store may be written meanwhile. Throws
// StoreError or std::system_error.
void back_up(const std::string& from, const std::string& to);

}  // namespace hearsay
