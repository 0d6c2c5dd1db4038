#include "persist/sql.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace hearsay {

namespace {

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

int flags_of(SqlFile::Access access) {
  if (access == SqlFile::Access::read) return SQLITE_OPEN_READONLY;
  return SQLITE_OPEN_READWRITE | (access == SqlFile::Access::create ? SQLITE_OPEN_CREATE : 0);
}

}  // namespace

SqlRows::SqlRows(SqlFile& file, sqlite3_stmt* statement, bool own) : file_(&file), statement_(statement), own_(own) {}

SqlRows::SqlRows(SqlRows&& other) noexcept
    : file_(other.file_), statement_(std::exchange(other.statement_, nullptr)), own_(other.own_) {}

SqlRows::~SqlRows() {
  if (statement_ == nullptr) return;
  if (own_)
    sqlite3_finalize(statement_);
  else
    file_->give_back(statement_);
}

bool SqlRows::next() {
  const int code = sqlite3_step(statement_);
  if (code != SQLITE_ROW && code != SQLITE_DONE) file_->fail();
  return code == SQLITE_ROW;
}

bool SqlRows::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t SqlRows::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double SqlRows::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view SqlRows::text(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view()
                          : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::optional<std::string> SqlRows::maybe_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(std::string(text(column)));
}

std::optional<std::int64_t> SqlRows::maybe_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

SqlFile::SqlFile(const std::string& path, Access access) : path_(path) {
  if (sqlite3_open_v2(path.c_str(), &base_, flags_of(access), nullptr) != SQLITE_OK) {
    const std::string reason = reason_of(sqlite3_errcode(base_), sqlite3_errmsg(base_));
    sqlite3_close(base_);
    throw StoreError(path + " " + reason);
  }
  sqlite3_extended_result_codes(base_, 1);
  sqlite3_busy_timeout(base_, patience_milliseconds);
}

SqlFile::~SqlFile() {
  for (auto& [sql, kept] : kept_) sqlite3_finalize(kept.statement);
  sqlite3_close(base_);
}

void SqlFile::run(const std::string& script) {
  if (sqlite3_exec(base_, script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

SqlRows SqlFile::prepare(std::string_view sql) {
  auto found = kept_.find(sql);
  if (found == kept_.end()) found = kept_.emplace(std::string(sql), Kept()).first;
  Kept& kept = found->second;
  const bool own = kept.busy;  // prepared again while its rows are being read
  sqlite3_stmt* statement = own ? nullptr : kept.statement;
  if (statement == nullptr && sqlite3_prepare_v3(base_, sql.data(), static_cast<int>(sql.size()),
                                                 own ? 0 : SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    fail();
  if (own) return {*this, statement, true};
  kept.statement = statement;
  kept.busy = true;
  return {*this, statement, false};
}

void SqlFile::give_back(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  const auto found = kept_.find(std::string_view(sqlite3_sql(statement)));
  if (found != kept_.end()) found->second.busy = false;
}

std::int64_t SqlFile::last_row() const { return sqlite3_last_insert_rowid(base_); }

void SqlFile::bind(sqlite3_stmt* statement, int place, std::int64_t value) {
  if (sqlite3_bind_int64(statement, place, value) != SQLITE_OK) fail();
}

void SqlFile::bind(sqlite3_stmt* statement, int place, double value) {
  if (sqlite3_bind_double(statement, place, value) != SQLITE_OK) fail();
}

// In write() values outlive the statement that they are bound to, in rows() they do not: so they are copied.
void SqlFile::bind(sqlite3_stmt* statement, int place, std::string_view value) {
  const char* const bytes = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_text64(statement, place, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK) fail();
}

void SqlFile::bind(sqlite3_stmt* statement, int place, SqlBytes value) {
  const char* const bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  if (sqlite3_bind_blob64(statement, place, bytes, value.bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK) fail();
}

void SqlFile::bind(sqlite3_stmt* statement, int place, std::nullopt_t) {
  if (sqlite3_bind_null(statement, place) != SQLITE_OK) fail();
}

void SqlFile::copy_to(SqlFile& other) {
  sqlite3_backup* const copying = sqlite3_backup_init(other.base_, "main", base_, "main");
  if (copying == nullptr) other.fail();
  const int done = sqlite3_backup_step(copying, -1);
  const int ended = sqlite3_backup_finish(copying);
  if (done != SQLITE_DONE || ended != SQLITE_OK) other.fail();
}

void SqlFile::fail() const { throw StoreError(path_ + " " + reason_of(sqlite3_errcode(base_), sqlite3_errmsg(base_))); }

SqlTransaction::SqlTransaction(SqlFile& file) : file_(file) { file_.run("BEGIN IMMEDIATE"); }

SqlTransaction::~SqlTransaction() {
  if (!open_) return;
  try {
    file_.run("ROLLBACK");
  } catch (const StoreError&) {
    // SQLite has rolled it back already, as it does when the disk is full.
  }
}

void SqlTransaction::commit() {
  file_.run("COMMIT");
  open_ = false;
}

}  // namespace hearsay
