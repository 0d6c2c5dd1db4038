// A database of a PostgreSQL server, over libpq. What is written within a transaction is sent without waiting for an
// answer (libpq's pipeline mode), so that a round trip to the server is paid by question and by transaction, not by
// row.
#pragma once

#include "persist/databases/sql.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace hearsay {

class PostgresCursor;
class PostgresValues;

struct PostgresResultEnd {
  void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, PostgresResultEnd>;

class PostgresDatabase : public SqlDatabase {
 public:
  // Throws StoreError ("cannot be opened: ..."), which never has a password in it.
  PostgresDatabase(const std::string& address, Access access);
  ~PostgresDatabase() override;

  // Excludes other writers until the connection ends, which it does with the program. Throws StoreBusy if another
  // program excludes this one all that time.
  void exclude_writers(std::chrono::milliseconds patience);

  void run(const std::string& script) override;
  void write_values(std::string_view sql, std::span<const SqlValue> values) override;
  bool is_empty() override;
  void begin_store() override {}
  bool is_store() override;
  std::size_t version() override;
  void set_version(std::size_t version) override;
  std::vector<std::string> tables() override;

 protected:
  SqlCursor& open(std::string_view sql, std::span<const SqlValue> values) override;
  SqlCursor& open_stream(std::string_view sql, std::span<const SqlValue> values) override;
  void begin() override;
  void commit() override;
  void roll_back() override;
  bool begin_snapshot() override;
  void end_snapshot() override;

 private:
  friend class PostgresCursor;
  struct Statement {
    std::string name;  // under which the server knows it; empty while it does not
    std::string sql;   // as PostgreSQL takes it
  };

  void set_up(Access access);
  Statement& prepared(std::string_view sql, std::span<const SqlValue> values);
  void send(std::string_view sql, std::span<const SqlValue> values);
  void sync();
  PostgresResult answers();
  void settle();
  void skip_answers();
  PostgresResult next_result();
  void forget_new_statements();
  SqlCursor& cursor_for(PostgresResult result, bool streamed);
  std::int64_t key(std::int64_t purpose);
  [[noreturn]] void fail(const pg_result* result) const;

  pg_conn* connection_ = nullptr;
  std::map<std::string, Statement, std::less<>> statements_;  // by their SQL
  std::vector<Statement*> new_statements_;                    // sent, and not yet known to be understood
  std::size_t names_ = 0;
  std::unique_ptr<PostgresValues> values_;  // of the statement being sent
  std::size_t awaited_ = 0;                 // answers to what was sent
  bool in_transaction_ = false;
  std::int64_t place_ = 0;  // of the store within the database: its schema's number
  std::vector<std::unique_ptr<PostgresCursor>> idle_cursors_;
};

}  // namespace hearsay
