// The store of a desk: one SQLite file that holds articles, stories and what was made of them (schema/1.sql says what
// stands where). This folder is the only one that knows it as tables.
#pragma once

#include "persist/sql.h"

#include <chrono>
#include <string>
#include <vector>

namespace hearsay {

// Another program is the writer.
struct StoreBusy : StoreError {
  using StoreError::StoreError;
};

// How long to wait for another writer to end: a server's does its work in short turns.
inline constexpr std::chrono::milliseconds usual_patience{3000};

// Holds a file for one writer: others are refused until it goes, also when the program is ended.
class WriterLock {
 public:
  // Throws StoreBusy when another program has it for all that time, StoreError where there is no file.
  WriterLock(const std::string& path, std::chrono::milliseconds patience);
  WriterLock() = default;  // holds nothing
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int descriptor_ = -1;
};

// For reading: sees the store as it was complete, whatever is being written.
class StoreReader {
 public:
  // Throws StoreError ("does not exist", "is no store", "was written by a newer Hearsay: ...").
  explicit StoreReader(const std::string& path);

  // The tables, for the other files of this folder.
  SqlFile& sql() const { return file_; }
  const std::string& path() const { return file_.path(); }

 protected:
  StoreReader(const std::string& path, SqlFile::Access access) : file_(path, access) {}

 private:
  mutable SqlFile file_;
};

// For writing; also reads. A file that is not there is made, one of an earlier version brought up to date.
// What is written is complete with each transaction and outlives the program's end at any moment; when the machine
// fails too, the last seconds may be lost, and with them nothing of what was before.
class Store : private WriterLock, public StoreReader {
 public:
  enum class Missing { create, refuse };
  // As the one writer. Throws StoreBusy ("is being written by another hearsay") while another program is.
  explicit Store(const std::string& path, Missing missing = Missing::create,
                 std::chrono::milliseconds patience = usual_patience);

  // Beside whatever program may be the writer, for what leaves its articles alone: corrections and the inbox. The store
  // must be there and of today's version.
  struct Beside {};
  Store(const std::string& path, Beside);
};

// What is wrong in a store, each in a sentence; empty when nothing is. Looks at every page and row, unpacks every text
// and holds each span against its text.
std::vector<std::string> check(const StoreReader& store);

// Copies a store into another file, which appears when it is complete, while the first may be written. Throws
// StoreError or std::system_error.
void back_up(const std::string& from, const std::string& to);

}  // namespace hearsay
