// The store of a desk: one SQLite file that holds articles, stories and what was made of them (schema/1.sql says what
// stands where). This folder is the only one that knows it as tables.
#pragma once

#include "persist/sql.h"

#include <string>
#include <vector>

namespace hearsay {

// Holds a file for one writer: others are refused until it goes, also when the program is ended.
class WriterLock {
 public:
  // Throws StoreError when another program has it, and where there is none.
  explicit WriterLock(const std::string& path);
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

// For one writer at a time; also reads. A file that is not there is made, one of an earlier version brought up to date.
// What is written is complete with each transaction and outlives the program's end at any moment; when the machine
// fails too, the last seconds may be lost, and with them nothing of what was before.
class Store : private WriterLock, public StoreReader {
 public:
  enum class Missing { create, refuse };
  explicit Store(const std::string& path, Missing missing = Missing::create);
};

// What is wrong in a store, each in a sentence; empty when nothing is. Looks at every page and row, unpacks every text
// and holds each span against its text.
std::vector<std::string> check(const StoreReader& store);

// Copies a store into another file, which appears when it is complete, while the first may be written. Throws
// StoreError or std::system_error.
void back_up(const std::string& from, const std::string& to);

}  // namespace hearsay
