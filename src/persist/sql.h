// SQLite, as far as the store needs it: statements with their values, rows, transactions, and errors that say what to
// do. SQL is written in src/persist alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay {

// The store cannot be used; what() names the file and says why, in words for the user.
struct StoreError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Bytes that are not text.
struct SqlBytes {
  std::string_view bytes;
};

class SqlFile;

// The rows of a query, one at a time; what text() and bytes() return is valid until the next one.
class SqlRows {
 public:
  SqlRows(SqlFile& file, sqlite3_stmt* statement, bool own);
  ~SqlRows();
  SqlRows(SqlRows&& other) noexcept;
  SqlRows(const SqlRows&) = delete;
  SqlRows& operator=(const SqlRows&) = delete;
  SqlRows& operator=(SqlRows&&) = delete;

  bool next();  // false after the last one
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::size_t number(int column) const { return static_cast<std::size_t>(integer(column)); }
  double real(int column) const;
  std::string_view text(int column) const;
  std::string_view bytes(int column) const { return text(column); }
  std::optional<std::string> maybe_text(int column) const;
  std::optional<std::int64_t> maybe_integer(int column) const;

 private:
  friend class SqlFile;
  SqlFile* file_;
  sqlite3_stmt* statement_;
  bool own_;  // not one of the statements that the file keeps
};

class SqlFile {
 public:
  enum class Access { read, write, create };

  // Throws StoreError if the file cannot be opened; one that is not a database is found out at the first statement.
  SqlFile(const std::string& path, Access access);
  ~SqlFile();
  SqlFile(const SqlFile&) = delete;
  SqlFile& operator=(const SqlFile&) = delete;

  const std::string& path() const { return path_; }

  // Runs a script: several statements without values.
  void run(const std::string& script);

  // The rows of one statement; each ? takes one value: a number, text, SqlBytes, or an optional of these.
  template <class... Value>
  SqlRows rows(std::string_view sql, const Value&... values) {
    SqlRows found = prepare(sql);
    int place = 0;
    (bind(found.statement_, ++place, values), ...);
    return found;
  }

  // Runs a statement without rows. Returns the number of the row inserted last.
  template <class... Value>
  std::int64_t write(std::string_view sql, const Value&... values) {
    rows(sql, values...).next();
    return last_row();
  }

  // The first column of a query's first row; nothing if there is no row or it is NULL.
  template <class... Value>
  std::optional<std::int64_t> number(std::string_view sql, const Value&... values) {
    SqlRows found = rows(sql, values...);
    return found.next() ? found.maybe_integer(0) : std::nullopt;
  }

  // Copies the whole of it into another file; others may write meanwhile.
  void copy_to(SqlFile& other);

  // Throws StoreError with SQLite's last error.
  [[noreturn]] void fail() const;

 private:
  friend class SqlRows;
  struct Kept {
    sqlite3_stmt* statement = nullptr;
    bool busy = false;
  };

  SqlRows prepare(std::string_view sql);
  std::int64_t last_row() const;
  void give_back(sqlite3_stmt* statement);

  void bind(sqlite3_stmt* statement, int place, std::int64_t value);
  void bind(sqlite3_stmt* statement, int place, std::size_t value) {
    bind(statement, place, static_cast<std::int64_t>(value));
  }
  void bind(sqlite3_stmt* statement, int place, int value) { bind(statement, place, std::int64_t{value}); }
  void bind(sqlite3_stmt* statement, int place, double value);
  void bind(sqlite3_stmt* statement, int place, std::string_view value);
  void bind(sqlite3_stmt* statement, int place, const std::string& value) {
    bind(statement, place, std::string_view(value));
  }
  void bind(sqlite3_stmt* statement, int place, const char* value) { bind(statement, place, std::string_view(value)); }
  void bind(sqlite3_stmt* statement, int place, SqlBytes value);
  void bind(sqlite3_stmt* statement, int place, std::nullopt_t value);
  template <class T>
  void bind(sqlite3_stmt* statement, int place, const std::optional<T>& value) {
    if (value)
      bind(statement, place, *value);
    else
      bind(statement, place, std::nullopt);
  }

  std::string path_;
  sqlite3* base_ = nullptr;
  std::map<std::string, Kept, std::less<>> kept_;  // by their SQL
};

// All or nothing: what was written since is rolled back unless commit() is called.
class SqlTransaction {
 public:
  explicit SqlTransaction(SqlFile& file);
  ~SqlTransaction();
  SqlTransaction(const SqlTransaction&) = delete;
  SqlTransaction& operator=(const SqlTransaction&) = delete;
  void commit();

 private:
  SqlFile& file_;
  bool open_ = true;
};

}  // namespace hearsay
