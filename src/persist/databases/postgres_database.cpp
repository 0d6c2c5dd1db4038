// Every statement is prepared once on each connection, and takes its values in binary form.
//
// What was sent and not yet answered is at most some hundred statements, whose answers are a few bytes each: so the
// server can always write them, and never waits for this program while this program waits for it.
#include "persist/databases/postgres_database.h"

#include "persist/databases/postgres_address.h"
#include "persist/databases/postgres_sql.h"
#include "persist/databases/postgres_text.h"
#include "persist/databases/postgres_values.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <deque>
#include <thread>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t most_awaited = 100;

// The upper half of the keys of the locks: one writer at a time, one transaction at a time.
constexpr std::int64_t writer_lock = 0x48454152;
constexpr std::int64_t transaction_lock = writer_lock + 1;

// libpq writes several lines, with the server's own words behind "FATAL:".
std::string on_one_line(std::string_view message) {
  std::string line;
  for (const char c : message) {
    const bool space = c == '\n' || c == '\t' || c == ' ';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  constexpr std::string_view fatal = "FATAL: ";
  for (std::size_t at = line.find(fatal); at != std::string::npos; at = line.find(fatal)) line.erase(at, fatal.size());
  return line;
}

// https://www.postgresql.org/docs/15/errcodes-appendix.html
std::string reason_of(std::string_view state, const std::string& message) {
  if (state == "53100") return "cannot be written: its server's disk is full; what was complete before is kept";
  if (state == "55P03") return "is being written by another program";
  if (state == "42501") return fmt::format("may not be used so by this user: {}", message);
  if (state == "25006") return fmt::format("is read-only: {}", message);
  if (state == "XX001" || state == "XX002") return fmt::format("is damaged ({}); restore from a backup", message);
  if (state.empty() || state.starts_with("57P") || state.starts_with("08"))
    return fmt::format("cannot be reached any more: {}; what was complete before is kept", message);
  return fmt::format("cannot be used: {}", message);
}

std::string field(const pg_result* result, int which) {
  const char* const text = PQresultErrorField(result, which);
  return text == nullptr ? "" : text;
}

bool is_error(const pg_result* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_PIPELINE_ABORTED;
}

}  // namespace

void PostgresResultEnd::operator()(pg_result* result) const { PQclear(result); }

// The rows of a result, or of the results that a stream brings, one row each.
class PostgresCursor : public SqlCursor {
 public:
  explicit PostgresCursor(PostgresDatabase& database) : database_(database) {}
  virtual ~PostgresCursor() = default;
  PostgresCursor(const PostgresCursor&) = delete;
  PostgresCursor& operator=(const PostgresCursor&) = delete;

  void begin(PostgresResult result, bool streamed) {
    result_ = std::move(result);
    streamed_ = streamed;
    row_ = -1;
  }

  bool next() override {
    escaped_.clear();
    if (!streamed_) return ++row_ < PQntuples(result_.get());
    result_ = database_.next_result();
    row_ = 0;
    if (result_ && PQresultStatus(result_.get()) == PGRES_SINGLE_TUPLE) return true;
    const PostgresResult last = std::move(result_);
    end_stream();
    if (last && is_error(last.get())) database_.fail(last.get());
    return false;
  }

  int columns() const override { return PQnfields(result_.get()); }
  bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
  std::int64_t integer(int column) const override { return read_postgres_integer(bytes(column)); }

  double real(int column) const override {
    return type(column) == postgres_type::real ? read_postgres_real(bytes(column))
                                               : static_cast<double>(integer(column));
  }

  std::string_view text(int column) const override {
    const std::string_view held = bytes(column);
    if (type(column) != postgres_type::text || !is_escaped_text(held)) return held;
    return escaped_.emplace_back(from_postgres_text(held));
  }

  SqlValue value(int column) const override {
    if (is_null(column)) return {};
    switch (type(column)) {
      case postgres_type::integer:
        return integer(column);
      case postgres_type::real:
        return real(column);
      case postgres_type::bytes:
        return SqlBytes{bytes(column)};
      default:
        return text(column);
    }
  }

  void end() override {
    if (streamed_) end_stream();
    result_.reset();
    escaped_.clear();
    database_.idle_cursors_.emplace_back(this);
  }

 private:
  void end_stream() {
    streamed_ = false;
    while (database_.next_result()) {
    }
    database_.next_result();  // the end of what was sent together
    result_.reset();
  }

  unsigned type(int column) const { return PQftype(result_.get(), column); }

  std::string_view bytes(int column) const {
    return {PQgetvalue(result_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
  }

  PostgresDatabase& database_;
  PostgresResult result_;
  int row_ = -1;
  bool streamed_ = false;
  mutable std::deque<std::string> escaped_;  // texts that are not held as they are
};

PostgresDatabase::PostgresDatabase(const std::string& address, Access access)
    : SqlDatabase(SqlKind::postgres, without_password(address)), values_(std::make_unique<PostgresValues>()) {
  // What libpq says of an address that it cannot read has the whole of it, with the password.
  PQconninfoOption* const parts = PQconninfoParse(address.c_str(), nullptr);
  if (parts == nullptr) throw StoreError(name() + " is not an address such as postgresql://USER@HOST/DATABASE");
  PQconninfoFree(parts);
  const std::array<const char*, 5> names = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding",
                                            nullptr};
  const std::array<const char*, 5> values = {"10", "hearsay", address.c_str(), "UTF8", nullptr};
  connection_ = PQconnectdbParams(names.data(), values.data(), 1);
  try {
    if (PQstatus(connection_) != CONNECTION_OK)
      throw StoreError(fmt::format("{} cannot be opened: {}", name(), on_one_line(PQerrorMessage(connection_))));
    set_up(access);
  } catch (...) {
    PQfinish(connection_);
    throw;
  }
}

PostgresDatabase::~PostgresDatabase() { PQfinish(connection_); }

void PostgresDatabase::set_up(Access access) {
  const char* const encoding = PQparameterStatus(connection_, "server_encoding");
  if (encoding != std::string_view("UTF8"))
    throw StoreError(
        fmt::format("{} keeps text in {}, and a store needs UTF8 (createdb --encoding=UTF8 --template=template0)",
                    name(), encoding == nullptr ? "an unknown encoding" : encoding));
  PQsetNoticeProcessor(
      connection_, [](void*, const char*) {}, nullptr);
  PQenterPipelineMode(connection_);
  // Waits for others as long as with SQLite. Where the network fails, the server is to notice within a minute that this
  // writer is gone; compiling statements (jit) takes longer than any of the store's takes.
  run("SET lock_timeout = '10s'; SET jit = off; SET tcp_keepalives_idle = 30; "
      "SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3");
  if (access == Access::read) run("SET default_transaction_read_only = on");
  place_ = number("SELECT CAST(oid AS bigint) FROM pg_namespace WHERE nspname = current_schema()").value_or(0);
  if (place_ == 0) throw StoreError(name() + " has no schema that a store could be in and that this user may use");
}

std::int64_t PostgresDatabase::key(std::int64_t purpose) { return purpose << 32 | place_; }

void PostgresDatabase::exclude_writers(std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds pause(20);
  const auto end = std::chrono::steady_clock::now() + patience;
  while (number("SELECT pg_try_advisory_lock(?)", key(writer_lock)) != 1) {
    if (std::chrono::steady_clock::now() >= end) throw StoreBusy(name());
    std::this_thread::sleep_for(pause);
  }
}

// ---- statements

PostgresDatabase::Statement& PostgresDatabase::prepared(std::string_view sql, std::span<const SqlValue> values) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.emplace(std::string(sql), Statement{"", to_postgres(sql)}).first;
  Statement& statement = found->second;
  values_->set(values);
  if (!statement.name.empty()) return statement;
  statement.name = fmt::format("s{}", ++names_);
  new_statements_.push_back(&statement);
  if (PQsendPrepare(connection_, statement.name.c_str(), statement.sql.c_str(), values_->count(), values_->types()) ==
      0)
    fail(nullptr);
  ++awaited_;
  return statement;
}

void PostgresDatabase::send(std::string_view sql, std::span<const SqlValue> values) {
  const Statement& statement = prepared(sql, values);
  if (PQsendQueryPrepared(connection_, statement.name.c_str(), values_->count(), values_->places(), values_->lengths(),
                          values_->formats(), 1) == 0)
    fail(nullptr);
  ++awaited_;
}

void PostgresDatabase::sync() {
  if (PQpipelineSync(connection_) == 0) fail(nullptr);
}

PostgresResult PostgresDatabase::next_result() { return PostgresResult(PQgetResult(connection_)); }

// Reads the answers to all that was sent, and returns the last one. The first error counts: what was sent after it was
// not carried out.
PostgresResult PostgresDatabase::answers() {
  sync();
  PostgresResult last, error;
  for (; awaited_ > 0; --awaited_) {
    while (PostgresResult one = next_result()) {
      if (is_error(one.get()) && !error)
        error = std::move(one);
      else
        last = std::move(one);
    }
  }
  next_result();  // the end of what was sent together
  if (error) {
    forget_new_statements();
    fail(error.get());
  }
  new_statements_.clear();
  return last;
}

void PostgresDatabase::forget_new_statements() {
  for (Statement* const statement : new_statements_) statement->name.clear();
  new_statements_.clear();
}

void PostgresDatabase::settle() {
  if (awaited_ > 0) answers();
}

void PostgresDatabase::skip_answers() {
  try {
    settle();
  } catch (const StoreError&) {
    // It was met already, or is of no interest any more.
  }
}

SqlCursor& PostgresDatabase::cursor_for(PostgresResult result, bool streamed) {
  if (idle_cursors_.empty()) idle_cursors_.push_back(std::make_unique<PostgresCursor>(*this));
  PostgresCursor* const cursor = idle_cursors_.back().release();
  idle_cursors_.pop_back();
  cursor->begin(std::move(result), streamed);
  return *cursor;
}

SqlCursor& PostgresDatabase::open(std::string_view sql, std::span<const SqlValue> values) {
  send(sql, values);
  return cursor_for(answers(), false);
}

SqlCursor& PostgresDatabase::open_stream(std::string_view sql, std::span<const SqlValue> values) {
  prepared(sql, values);
  settle();
  send(sql, values);
  sync();
  awaited_ = 0;
  PQsetSingleRowMode(connection_);
  return cursor_for(nullptr, true);
}

void PostgresDatabase::write_values(std::string_view sql, std::span<const SqlValue> values) {
  send(sql, values);
  if (!in_transaction_ || awaited_ >= most_awaited) answers();
}

void PostgresDatabase::run(const std::string& script) {
  settle();
  PQexitPipelineMode(connection_);
  const PostgresResult result(PQexec(connection_, to_postgres_script(script).c_str()));
  PQenterPipelineMode(connection_);
  if (!result || is_error(result.get())) fail(result.get());
}

void PostgresDatabase::fail(const pg_result* result) const {
  const std::string state = result == nullptr ? "" : field(result, PG_DIAG_SQLSTATE);
  const std::string message = state.empty() ? PQerrorMessage(connection_) : field(result, PG_DIAG_MESSAGE_PRIMARY);
  throw StoreError(name() + " " + reason_of(state, on_one_line(message)));
}

// ---- transactions

// One at a time, as with SQLite: so that two can never wait for each other.
void PostgresDatabase::begin() {
  in_transaction_ = true;
  write("BEGIN");
  write("SELECT pg_advisory_xact_lock(?)", key(transaction_lock));
}

void PostgresDatabase::commit() {
  in_transaction_ = false;
  send("COMMIT", {});
  const PostgresResult result = answers();
  if (result && PQcmdStatus(result.get()) != std::string_view("COMMIT"))
    throw StoreError(name() + " cannot be written: a statement before failed");
}

void PostgresDatabase::roll_back() {
  in_transaction_ = false;
  skip_answers();  // an error among them would have the server leave out the ROLLBACK
  write("ROLLBACK");
}

bool PostgresDatabase::begin_snapshot() {
  if (in_transaction_) return false;
  in_transaction_ = true;
  write("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  return true;
}

void PostgresDatabase::end_snapshot() { roll_back(); }

// ---- being a store

// What belongs to an extension of the server is not the user's.
bool PostgresDatabase::is_empty() {
  return number(
             "SELECT count(*) FROM pg_class c WHERE relnamespace = CAST(? AS oid) AND NOT EXISTS (SELECT 1 FROM "
             "pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')",
             place_) == 0;
}

bool PostgresDatabase::is_store() {
  return number("SELECT count(*) FROM pg_class WHERE relname = 'hearsay_store' AND relnamespace = CAST(? AS oid)",
                place_) == 1;
}

std::size_t PostgresDatabase::version() {
  return is_store() ? static_cast<std::size_t>(number("SELECT version FROM hearsay_store").value_or(0)) : 0;
}

void PostgresDatabase::set_version(std::size_t version) {
  write("CREATE TABLE IF NOT EXISTS hearsay_store (version bigint NOT NULL)");
  write("DELETE FROM hearsay_store");
  write("INSERT INTO hearsay_store VALUES(?)", version);
}

std::vector<std::string> PostgresDatabase::tables() {
  std::vector<std::string> names;
  for (SqlRows row = rows("SELECT CAST(relname AS text) FROM pg_class WHERE relnamespace = CAST(? AS oid) AND "
                          "relkind = 'r' AND relname NOT IN ('hearsay_store', 'article_words') ORDER BY relname",
                          place_);
       row.next();)
    names.emplace_back(row.text(0));
  return names;
}

}  // namespace hearsay
