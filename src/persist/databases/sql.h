// A database as the store needs it: statements with their values, rows, transactions, and errors that say what to do.
// Two kinds fulfil it, SQLite (sqlite_database.h) and PostgreSQL (postgres_database.h). SQL is written in src/persist
// alone, as SQLite takes it; postgres_sql.h says what is put differently for PostgreSQL.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// The store cannot be used; what() names it and says why, in words for the user.
struct StoreError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Another program is writing.
struct StoreBusy : StoreError {
  explicit StoreBusy(const std::string& store)
      : StoreError(store + " is being written by another hearsay: wait for it, or end it") {}
};

// Bytes that are not text.
struct SqlBytes {
  std::string_view bytes;
};

// What a ? in a statement stands for. Points to the text or bytes, which must outlive the call that it is given to.
struct SqlValue {
  enum class Kind : std::uint8_t {
    nothing,  // NULL where the type is not known
    integer,
    real,
    text,
    bytes
  };

  SqlValue() = default;
  SqlValue(std::int64_t value) : kind(Kind::integer), integer(value) {}
  SqlValue(std::size_t value) : SqlValue(static_cast<std::int64_t>(value)) {}
  SqlValue(int value) : SqlValue(std::int64_t{value}) {}
  SqlValue(double value) : kind(Kind::real), real(value) {}
  SqlValue(std::string_view value) : kind(Kind::text), text(value) {}
  SqlValue(const std::string& value) : SqlValue(std::string_view(value)) {}
  SqlValue(const char* value) : SqlValue(std::string_view(value)) {}
  SqlValue(SqlBytes value) : kind(Kind::bytes), text(value.bytes) {}
  template <class T>
  SqlValue(const std::optional<T>& value) : SqlValue(value ? SqlValue(*value) : SqlValue(T())) {
    is_null = !value;
    if (is_null) text = {};
  }

  Kind kind = Kind::nothing;
  bool is_null = false;  // NULL, in the place of a value of that kind
  std::int64_t integer = 0;
  double real = 0;
  std::string_view text;  // or the bytes
};

// A statement that is run, and its rows, as one kind of database has them. See SqlRows for what the functions return.
class SqlCursor {
 public:
  virtual bool next() = 0;
  virtual int columns() const = 0;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual SqlValue value(int column) const = 0;
  // No more rows are asked for; the cursor may be used for another statement, or be gone.
  virtual void end() = 0;

 protected:
  ~SqlCursor() = default;
};

// The rows of a query, one at a time; what text(), bytes() and value() return is valid until the next one.
class SqlRows {
 public:
  explicit SqlRows(SqlCursor& cursor) : cursor_(&cursor) {}

  bool next() { return cursor_->next(); }  // false after the last one
  int columns() const { return cursor_->columns(); }
  bool is_null(int column) const { return cursor_->is_null(column); }
  std::int64_t integer(int column) const { return cursor_->integer(column); }
  std::size_t number(int column) const { return static_cast<std::size_t>(integer(column)); }
  double real(int column) const { return cursor_->real(column); }
  std::string_view text(int column) const { return cursor_->text(column); }
  std::string_view bytes(int column) const { return text(column); }
  SqlValue value(int column) const { return cursor_->value(column); }
  std::optional<std::string> maybe_text(int column) const {
    return is_null(column) ? std::nullopt : std::optional(std::string(text(column)));
  }
  std::optional<std::int64_t> maybe_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
  }

  SqlCursor& release() { return *cursor_.release(); }  // which another SqlRows takes over

 private:
  struct End {
    void operator()(SqlCursor* cursor) const { cursor->end(); }
  };
  std::unique_ptr<SqlCursor, End> cursor_;
};

enum class SqlKind : std::uint8_t { sqlite, postgres };

// A connection to a database. Not for two threads at once.
class SqlDatabase {
 public:
  enum class Access : std::uint8_t { read, write };

  SqlDatabase(SqlKind kind, std::string name) : kind_(kind), name_(std::move(name)) {}
  virtual ~SqlDatabase() = default;
  SqlDatabase(const SqlDatabase&) = delete;
  SqlDatabase& operator=(const SqlDatabase&) = delete;

  SqlKind kind() const { return kind_; }
  const std::string& name() const { return name_; }  // the file's path, or the address without its password

  // Runs a script: several statements without values.
  virtual void run(const std::string& script) = 0;

  // The rows of one statement; each ? takes one value: a number, text, SqlBytes, or an optional of these. Other
  // statements may be run while they are read.
  template <class... Value>
  SqlRows rows(std::string_view sql, const Value&... values) {
    return given<SqlRows>([&](auto all) { return SqlRows(open(sql, all)); }, values...);
  }

  // The same for very many rows, which are not held in memory; no other statement may be run while they are read.
  template <class... Value>
  SqlRows stream(std::string_view sql, const Value&... values) {
    return given<SqlRows>([&](auto all) { return SqlRows(open_stream(sql, all)); }, values...);
  }

  // Runs a statement without rows. Within a transaction an error may come only with a later statement.
  template <class... Value>
  void write(std::string_view sql, const Value&... values) {
    given<void>([&](auto all) { write_values(sql, all); }, values...);
  }
  virtual void write_values(std::string_view sql, std::span<const SqlValue> values) = 0;

  // The first column of a statement's first row; nothing if there is no row or it is NULL.
  template <class... Value>
  std::optional<std::int64_t> number(std::string_view sql, const Value&... values) {
    SqlRows found = rows(sql, values...);
    return found.next() ? found.maybe_integer(0) : std::nullopt;
  }

  // Runs an INSERT that ends with RETURNING, and returns what it returns: the row's number.
  template <class... Value>
  std::int64_t insert(std::string_view sql, const Value&... values) {
    return number(sql, values...).value_or(0);
  }

  virtual bool is_empty() = 0;        // is there nothing at all in it?
  virtual void begin_store() = 0;     // makes an empty one ready for the first step of the schema; not in a transaction
  virtual bool is_store() = 0;        // does it say that it is one?
  virtual std::size_t version() = 0;  // of its tables; 0 while there are none
  virtual void set_version(std::size_t version) = 0;  // within the transaction that made them so

  // The tables that hold what the store holds, in order of their names.
  virtual std::vector<std::string> tables() = 0;

 protected:
  friend class SqlTransaction;
  friend class SqlSnapshot;

  virtual SqlCursor& open(std::string_view sql, std::span<const SqlValue> values) = 0;
  virtual SqlCursor& open_stream(std::string_view sql, std::span<const SqlValue> values) { return open(sql, values); }
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void roll_back() = 0;
  virtual bool begin_snapshot() = 0;  // false if a transaction has begun already
  virtual void end_snapshot() = 0;

 private:
  template <class Result, class Function, class... Value>
  static Result given(const Function& function, const Value&... values) {
    const std::array<SqlValue, sizeof...(values)> all{SqlValue(values)...};
    return function(std::span<const SqlValue>(all));
  }

  SqlKind kind_;
  std::string name_;
};

// All or nothing: what was written since is rolled back unless commit() is called. Of several programs, one at a time
// has a transaction; the others wait, ten seconds at most.
class SqlTransaction {
 public:
  explicit SqlTransaction(SqlDatabase& database);
  ~SqlTransaction();
  SqlTransaction(const SqlTransaction&) = delete;
  SqlTransaction& operator=(const SqlTransaction&) = delete;
  void commit();

 private:
  SqlDatabase& database_;
  bool open_ = true;
};

// What is read while it lives is of one moment, whatever is written meanwhile. Within a transaction, or another one of
// these, it does nothing.
class SqlSnapshot {
 public:
  explicit SqlSnapshot(SqlDatabase& database);
  ~SqlSnapshot();
  SqlSnapshot(const SqlSnapshot&) = delete;
  SqlSnapshot& operator=(const SqlSnapshot&) = delete;

 private:
  SqlDatabase& database_;
  bool own_;
};

}  // namespace hearsay
