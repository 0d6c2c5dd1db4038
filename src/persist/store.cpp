#include "persist/store.h"

#include "persist/databases/postgres_address.h"
#include "persist/databases/postgres_connection.h"
#include "persist/file_store.h"
#include "persist/migrations.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

using Access = SqlDatabase::Access;

std::unique_ptr<SqlDatabase> opened(const std::string& place, Access access) {
  if (is_postgres_address(place)) return connect_postgres(place, access);
  return open_file(place, access);
}

std::unique_ptr<SqlDatabase> opened_as_writer(const std::string& place, bool create,
                                              std::chrono::milliseconds patience) {
  if (is_postgres_address(place)) return connect_postgres_as_writer(place, patience);
  return open_file_as_writer(place, create, patience);
}

void ask_whether_store(SqlDatabase& database) {
  if (database.is_store()) return;
  throw StoreError(database.name() + (database.is_empty() ? " is not a store yet: hearsay ingest --store makes it one"
                                                          : " is not a store of Hearsay"));
}

void need_todays_version(SqlDatabase& database) {
  ask_whether_store(database);
  const std::size_t version = database.version(), known = schema_steps().size();
  if (version > known) migrate(database, {});  // which refuses it
  if (version < known)
    throw StoreError(
        fmt::format("{} has version {}: hearsay ingest --store upgrades it to {}", database.name(), version, known));
}

}  // namespace

StoreReader::StoreReader(const std::string& place) : StoreReader(opened(place, Access::read)) {
  need_todays_version(sql());
}

Store::Store(const std::string& place, Missing missing, std::chrono::milliseconds patience)
    : StoreReader(opened_as_writer(place, missing == Missing::create, patience)) {
  const bool begin = missing == Missing::create && sql().is_empty();
  if (begin)
    sql().begin_store();
  else
    ask_whether_store(sql());
  migrate(sql(), schema_steps());
}

Store::Store(const std::string& place, Beside) : StoreReader(opened(place, Access::write)) {
  need_todays_version(sql());
}

}  // namespace hearsay
