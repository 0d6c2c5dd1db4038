// SQLite, as far as the store needs it: statements with their values, rows, transactions, and errors that say what to
// do. Statements are written in src/persist alone.
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

// The store cannot be used; what() names the file and says why, for a person.
struct StoreError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Bytes that are no text.
struct SqlBytes {
  std::string_view bytes;
};

class SqlFile;

// The rows that a question has. One row at a time; what text() and bytes() give is valid until the next one.
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
  bool own_;  // not one of those that the file keeps
};

class SqlFile {
 public:
  enum class Access { read, write, create };

  // Throws StoreError, also where the file is something else than a database.
  SqlFile(const std::string& path, Access access);
  ~SqlFile();
  SqlFile(const SqlFile&) = delete;
  SqlFile& operator=(const SqlFile&) = delete;

  const std::string& path() const { return path_; }

  // A script: many statements without values.
  void run(const std::string& script);

  // The rows of one statement; each ? takes one value: a number, text, SqlBytes, or an optional of these.
  template <class... Value>
  SqlRows rows(std::string_view sql, const Value&... values) {
    SqlRows found = prepare(sql);
    int place = 0;
    (bind(found.statement_, ++place, values), ...);
    return found;
  }

  // A statement without rows. Returns the number of the row that was put in last.
  template <class... Value>
  std::int64_t write(std::string_view sql, const Value&... values) {
    rows(sql, values...).next();
    return last_row();
  }

  // The first column of the one row that a question has, where it has one.
  template <class... Value>
  std::optional<std::int64_t> number(std::string_view sql, const Value&... values) {
    SqlRows found = rows(sql, values...);
    return found.next() ? found.maybe_integer(0) : std::nullopt;
  }

  // Copies all of it into another file, while others may write.
  void copy_to(SqlFile& other);

  // Throws StoreError for what SQLite said last.
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

// All or nothing: what was written since is taken back unless commit() comes.
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
