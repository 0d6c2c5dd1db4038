// A file of SQLite.
#pragma once

#include "persist/databases/file_lock.h"
#include "persist/databases/sql.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace hearsay {

class SqliteCursor;

class SqliteDatabase : public SqlDatabase {
 public:
  // Throws StoreError if the file cannot be opened; one that is not a database is found out at the first statement. A
  // missing file is not created. The lock is held until the file is closed.
  SqliteDatabase(const std::string& path, Access access, FileLock lock = {});
  ~SqliteDatabase() override;

  void run(const std::string& script) override;
  void write_values(std::string_view sql, std::span<const SqlValue> values) override;
  bool is_empty() override;
  void begin_store() override;
  bool is_store() override;
  std::size_t version() override;
  void set_version(std::size_t version) override;
  std::vector<std::string> tables() override;

  // Copies the whole of it into another file; others may write meanwhile.
  void copy_to(SqliteDatabase& other);

  // Throws StoreError with SQLite's last error.
  [[noreturn]] void fail() const;

 protected:
  SqlCursor& open(std::string_view sql, std::span<const SqlValue> values) override;
  void begin() override;
  void commit() override;
  void roll_back() override;
  bool begin_snapshot() override;
  void end_snapshot() override;

 private:
  FileLock lock_;  // the first, so that it is released last: closing the file drops SQLite's own locks on it too
  sqlite3* base_ = nullptr;
  std::map<std::string, std::unique_ptr<SqliteCursor>, std::less<>> kept_;  // by their SQL
};

}  // namespace hearsay
