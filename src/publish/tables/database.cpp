// The file is written beside its final place and discarded if anything fails, so no journal is kept.
#include "publish/tables/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

namespace hearsay {

namespace {

const char* type_of(CellKind kind) {
  switch (kind) {
    case CellKind::whole_number:
    case CellKind::truth:
      return "INTEGER";
    case CellKind::number:
      return "REAL";
    default:
      return "TEXT";
  }
}

class Database {
 public:
  explicit Database(const std::string& path) : path_(path) {
    if (sqlite3_open_v2(path.c_str(), &base_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) fail();
  }
  ~Database() { sqlite3_close(base_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql) {
    if (sqlite3_exec(base_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }

  void fill(const Table& table) {
    std::string places;
    for (std::size_t i = 0; i < table.columns.size(); ++i) places += i == 0 ? "?" : ",?";
    sqlite3_stmt* insert = nullptr;
    const std::string sql = fmt::format("INSERT INTO \"{}\" VALUES({})", table.name, places);
    if (sqlite3_prepare_v2(base_, sql.c_str(), -1, &insert, nullptr) != SQLITE_OK) fail();
    for (std::size_t row = 0; row < table.rows; ++row) {
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        bind(insert, static_cast<int>(i) + 1, table.columns[i].at(row));
      const bool done = sqlite3_step(insert) == SQLITE_DONE;
      if (!done || sqlite3_reset(insert) != SQLITE_OK) break_off(insert);
    }
    sqlite3_finalize(insert);
  }

 private:
  static void bind(sqlite3_stmt* insert, int place, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
      sqlite3_bind_text(insert, place, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
    else if (const auto* whole = std::get_if<std::int64_t>(&cell))
      sqlite3_bind_int64(insert, place, *whole);
    else if (const auto* number = std::get_if<double>(&cell))
      sqlite3_bind_double(insert, place, *number);
    else if (const auto* truth = std::get_if<bool>(&cell))
      sqlite3_bind_int(insert, place, *truth ? 1 : 0);
    else
      sqlite3_bind_null(insert, place);
  }

  [[noreturn]] void break_off(sqlite3_stmt* statement) {
    const std::string reason = sqlite3_errmsg(base_);
    sqlite3_finalize(statement);
    throw std::runtime_error(path_ + " cannot be written: " + reason);
  }

  [[noreturn]] void fail() const { throw std::runtime_error(path_ + " cannot be written: " + sqlite3_errmsg(base_)); }

  std::string path_;
  sqlite3* base_ = nullptr;
};

std::string create(const Table& table) {
  std::string columns;
  for (const Column& column : table.columns)
    columns += fmt::format("{}\"{}\" {}", columns.empty() ? "" : ", ", column.name, type_of(column.kind));
  return fmt::format("CREATE TABLE \"{}\"({});", table.name, columns);
}

// An index on each column by which two tables are joined: those that hold one id.
std::string indices(const Table& table) {
  static constexpr std::string_view keys[] = {"article", "claim", "point", "origin", "entity", "address"};
  std::string sql;
  for (const Column& column : table.columns) {
    if (std::find(std::begin(keys), std::end(keys), column.name) != std::end(keys) && column.kind == CellKind::id)
      sql += fmt::format("CREATE INDEX \"{0}_{1}\" ON \"{0}\"(\"{1}\");", table.name, column.name);
  }
  return sql;
}

// Full-text search; the words stay in their own tables (FTS5 external content).
constexpr const char* search =
    "CREATE VIRTUAL TABLE claims_search USING fts5(text, speaker, outlet, content='claims', tokenize='unicode61');"
    "INSERT INTO claims_search(claims_search) VALUES('rebuild');"
    "CREATE VIRTUAL TABLE articles_search USING fts5(title, outlet, content='articles', tokenize='unicode61');"
    "INSERT INTO articles_search(articles_search) VALUES('rebuild');";

}  // namespace

void write_database(std::span<const Table> tables, const std::string& path) {
  Database base(path);
  base.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA encoding='UTF-8'; PRAGMA user_version=1;");
  base.run("BEGIN");
  for (const Table& table : tables) {
    base.run(create(table));
    base.fill(table);
    base.run(indices(table));
  }
  base.run(search);
  for (const Question& question : questions())
    if (question.sql.find(':') == std::string::npos)
      base.run(fmt::format("CREATE VIEW \"{}\" AS {};", question.name, question.sql));
  base.run("COMMIT");
}

}  // namespace hearsay
