#include "persist/databases/sqlite_database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <utility>

namespace hearsay {

namespace {

constexpr std::int64_t application = 0x48454152;  // "HEAR", which tells a store from other databases

// How long a reader waits while a writer brings the log into the file (a checkpoint).
constexpr int patience_milliseconds = 10'000;

std::string reason_of(int code, const char* message) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return "cannot be written: the disk is full; what was complete before is kept";
    case SQLITE_READONLY:
      return "is read-only, or in a read-only folder";
    case SQLITE_CORRUPT:
      return fmt::format("is damaged ({}); hearsay check --store shows where; restore from a backup", message);
    case SQLITE_NOTADB:
      return "is not a store";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is being written by another program";
    case SQLITE_CANTOPEN:
      return "cannot be opened";
    case SQLITE_IOERR:
      return fmt::format("cannot be read or written ({}); the disk may be full or broken", message);
    default:
      return fmt::format("cannot be used: {}", message);
  }
}

}  // namespace

// A prepared statement. Those that the database keeps are used again and again; one that is needed while it is busy is
// prepared once more, and gone when it ends.
class SqliteCursor : public SqlCursor {
 public:
  SqliteCursor(SqliteDatabase& file, sqlite3* base, std::string_view sql, bool kept) : file_(file), kept_(kept) {
    if (sqlite3_prepare_v3(base, sql.data(), static_cast<int>(sql.size()), kept ? SQLITE_PREPARE_PERSISTENT : 0,
                           &statement_, nullptr) != SQLITE_OK)
      file_.fail();
  }
  virtual ~SqliteCursor() { sqlite3_finalize(statement_); }
  SqliteCursor(const SqliteCursor&) = delete;
  SqliteCursor& operator=(const SqliteCursor&) = delete;

  bool busy() const { return busy_; }

  void begin(std::span<const SqlValue> values) {
    busy_ = true;
    int place = 0;
    for (const SqlValue& one : values)
      if (bind(++place, one) != SQLITE_OK) file_.fail();
  }

  bool next() override {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) file_.fail();
    return code == SQLITE_ROW;
  }

  int columns() const override { return sqlite3_column_count(statement_); }
  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  double real(int column) const override { return sqlite3_column_double(statement_, column); }

  std::string_view text(int column) const override {
    const void* const bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes == nullptr ? std::string_view()
                            : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }

  SqlValue value(int column) const override {
    switch (sqlite3_column_type(statement_, column)) {
      case SQLITE_INTEGER:
        return integer(column);
      case SQLITE_FLOAT:
        return real(column);
      case SQLITE_TEXT:
        return text(column);
      case SQLITE_BLOB:
        return SqlBytes{text(column)};
      default:
        return {};
    }
  }

  void end() override {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    busy_ = false;
    if (!kept_) delete this;
  }

 private:
  // In write() values outlive the statement that they are bound to, in rows() they do not: so they are copied.
  int bind(int place, const SqlValue& value) {
    if (value.is_null) return sqlite3_bind_null(statement_, place);
    const char* const bytes = value.text.data() == nullptr ? "" : value.text.data();
    switch (value.kind) {
      case SqlValue::Kind::integer:
        return sqlite3_bind_int64(statement_, place, value.integer);
      case SqlValue::Kind::real:
        return sqlite3_bind_double(statement_, place, value.real);
      case SqlValue::Kind::text:
        return sqlite3_bind_text64(statement_, place, bytes, value.text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
      case SqlValue::Kind::bytes:
        return sqlite3_bind_blob64(statement_, place, bytes, value.text.size(), SQLITE_TRANSIENT);
      case SqlValue::Kind::nothing:
        break;
    }
    return sqlite3_bind_null(statement_, place);
  }

  SqliteDatabase& file_;
  sqlite3_stmt* statement_ = nullptr;
  bool kept_;
  bool busy_ = false;
};

SqliteDatabase::SqliteDatabase(const std::string& path, Access access, FileLock lock)
    : SqlDatabase(SqlKind::sqlite, path), lock_(std::move(lock)) {
  const int flags = access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (sqlite3_open_v2(path.c_str(), &base_, flags, nullptr) != SQLITE_OK) {
    const std::string reason = reason_of(sqlite3_errcode(base_), sqlite3_errmsg(base_));
    sqlite3_close(base_);
    throw StoreError(path + " " + reason);
  }
  sqlite3_extended_result_codes(base_, 1);
  sqlite3_busy_timeout(base_, patience_milliseconds);
}

SqliteDatabase::~SqliteDatabase() {
  kept_.clear();
  sqlite3_close(base_);
}

void SqliteDatabase::run(const std::string& script) {
  if (sqlite3_exec(base_, script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

SqlCursor& SqliteDatabase::open(std::string_view sql, std::span<const SqlValue> values) {
  auto found = kept_.find(sql);
  if (found == kept_.end())
    found = kept_.emplace(std::string(sql), std::make_unique<SqliteCursor>(*this, base_, sql, true)).first;
  SqliteCursor* cursor = found->second.get();
  if (cursor->busy()) cursor = std::make_unique<SqliteCursor>(*this, base_, sql, false).release();
  SqlRows rows_of(*cursor);  // ends it if a value cannot be taken
  cursor->begin(values);
  return rows_of.release();
}

void SqliteDatabase::write_values(std::string_view sql, std::span<const SqlValue> values) {
  SqlRows(open(sql, values)).next();
}

bool SqliteDatabase::is_empty() { return std::filesystem::file_size(name()) == 0; }

void SqliteDatabase::begin_store() {
  run("PRAGMA journal_mode=WAL");
  run(fmt::format("PRAGMA application_id={}", application));
}

bool SqliteDatabase::is_store() { return number("PRAGMA application_id") == application; }

std::size_t SqliteDatabase::version() { return static_cast<std::size_t>(number("PRAGMA user_version").value_or(0)); }

void SqliteDatabase::set_version(std::size_t version) { run(fmt::format("PRAGMA user_version={}", version)); }

// FTS5 keeps the words to search by in tables of its own.
std::vector<std::string> SqliteDatabase::tables() {
  std::vector<std::string> names;
  for (SqlRows row = rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND "
                          "name NOT LIKE 'article_words%' ORDER BY name");
       row.next();)
    names.emplace_back(row.text(0));
  return names;
}

void SqliteDatabase::begin() { run("BEGIN IMMEDIATE"); }
void SqliteDatabase::commit() { run("COMMIT"); }
void SqliteDatabase::roll_back() { run("ROLLBACK"); }

bool SqliteDatabase::begin_snapshot() {
  if (sqlite3_get_autocommit(base_) == 0) return false;
  run("BEGIN");
  return true;
}

void SqliteDatabase::end_snapshot() { run("COMMIT"); }

void SqliteDatabase::copy_to(SqliteDatabase& other) {
  sqlite3_backup* const copying = sqlite3_backup_init(other.base_, "main", base_, "main");
  if (copying == nullptr) other.fail();
  const int done = sqlite3_backup_step(copying, -1);
  const int ended = sqlite3_backup_finish(copying);
  if (done != SQLITE_DONE || ended != SQLITE_OK) other.fail();
}

void SqliteDatabase::fail() const {
  throw StoreError(name() + " " + reason_of(sqlite3_errcode(base_), sqlite3_errmsg(base_)));
}

}  // namespace hearsay
