#include "persist/databases/postgres_connection.h"

#include "persist/databases/postgres_database.h"

#include <fmt/format.h>
#include <libpq-fe.h>

namespace hearsay {

std::unique_ptr<SqlDatabase> connect_postgres(const std::string& address, SqlDatabase::Access access) {
  return std::make_unique<PostgresDatabase>(address, access);
}

std::unique_ptr<SqlDatabase> connect_postgres_as_writer(const std::string& address,
                                                        std::chrono::milliseconds patience) {
  auto database = std::make_unique<PostgresDatabase>(address, SqlDatabase::Access::write);
  database->exclude_writers(patience);
  return database;
}

std::string postgres_library() { return fmt::format("libpq {}.{}", PQlibVersion() / 10000, PQlibVersion() % 10000); }

}  // namespace hearsay
