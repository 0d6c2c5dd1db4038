// A file is copied to a file page by page. Otherwise the copy gets tables of its own and every row is written to it, in
// one transaction; the words to search by are taken from the texts again, since each kind of database keeps them in its
// own way.
#include "persist/backup.h"

#include "base/unfinished_file.h"
#include "persist/databases/postgres_address.h"
#include "persist/databases/postgres_connection.h"
#include "persist/databases/sqlite_database.h"
#include "persist/databases/word_search.h"
#include "persist/migrations.h"
#include "persist/packed_text.h"
#include "persist/store.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace hearsay {

namespace {

void copy_table(SqlDatabase& from, SqlDatabase& to, const std::string& table) {
  SqlRows rows = from.stream("SELECT * FROM " + table);
  std::string insert;
  std::vector<SqlValue> values;
  while (rows.next()) {
    values.clear();
    for (int column = 0; column < rows.columns(); ++column) values.push_back(rows.value(column));
    if (insert.empty()) {
      insert = "INSERT INTO " + table + " VALUES(?";
      for (std::size_t column = 1; column < values.size(); ++column) insert += ",?";
      insert += ")";
    }
    to.write_values(insert, values);
  }
}

void copy_words(SqlDatabase& from, SqlDatabase& to) {
  for (SqlRows row = from.stream("SELECT a.number, coalesce(v.title, ''), v.text FROM article a JOIN version v ON "
                                 "v.number = a.version ORDER BY a.number");
       row.next();) {
    std::string text;
    try {
      text = unpack_text(row.bytes(2));
    } catch (const std::runtime_error& error) {
      throw StoreError(
          fmt::format("{} is damaged: the text of article {} {}", from.name(), row.integer(0), error.what()));
    }
    add_words(to, row.number(0), row.text(1), text);
  }
}

// The next row of each table gets the number after the last one's.
void go_on_numbering(SqlDatabase& postgres) {
  for (SqlRows row = postgres.rows("SELECT CAST(table_name AS text), CAST(column_name AS text) FROM "
                                   "information_schema.columns WHERE table_schema = current_schema() AND "
                                   "is_identity = 'YES'");
       row.next();)
    postgres.number(fmt::format("SELECT setval(pg_get_serial_sequence(?, ?), coalesce(max({}), 0) + 1, false) FROM {}",
                                row.text(1), row.text(0)),
                    row.text(0), row.text(1));
}

// Makes an empty database a copy of another one.
void copy_rows(SqlDatabase& from, SqlDatabase& to) {
  const SqlSnapshot moment(from);
  to.begin_store();
  SqlTransaction whole(to);
  const std::vector<std::string> steps = schema_steps();
  for (const std::string& step : steps) to.run(step);
  to.set_version(steps.size());
  if (to.kind() == SqlKind::postgres) to.write("SET CONSTRAINTS ALL DEFERRED");  // a row may name a later one
  for (const std::string& table : from.tables()) copy_table(from, to, table);
  copy_words(from, to);
  if (to.kind() == SqlKind::postgres) go_on_numbering(to);
  whole.commit();
}

void copy_into_database(const StoreReader& store, const std::string& address) {
  const auto copy = connect_postgres_as_writer(address, usual_patience);
  if (copy->is_store()) throw StoreError(copy->name() + " is a store already: a copy needs an empty database");
  if (!copy->is_empty()) throw StoreError(copy->name() + " has tables already: a copy needs an empty database");
  copy_rows(store.sql(), *copy);
}

void copy_into_file(const StoreReader& store, const std::string& path) {
  UnfinishedFile unfinished(path);
  {
    SqliteDatabase copy(unfinished.path(), SqlDatabase::Access::write);
    if (store.sql().kind() == SqlKind::sqlite)
      dynamic_cast<SqliteDatabase&>(store.sql()).copy_to(copy);
    else
      copy_rows(store.sql(), copy);
  }
  unfinished.commit();
}

}  // namespace

void back_up(const std::string& from, const std::string& to) {
  const StoreReader store(from);
  std::error_code missing;
  if (std::filesystem::equivalent(from, to, missing)) throw StoreError(to + " is the store itself");
  if (is_postgres_address(to))
    copy_into_database(store, to);
  else
    copy_into_file(store, to);
}

}  // namespace hearsay
