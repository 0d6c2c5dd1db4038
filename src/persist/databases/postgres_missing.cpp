// In the place of postgres_connection.cpp where libpq is not installed.
#include "persist/databases/postgres_connection.h"

#include "persist/databases/postgres_address.h"

namespace hearsay {

namespace {

[[noreturn]] void fail(const std::string& address) {
  throw StoreError(without_password(address) + " cannot be opened: this hearsay was built without PostgreSQL (libpq)");
}

}  // namespace

std::unique_ptr<SqlDatabase> connect_postgres(const std::string& address, SqlDatabase::Access) { fail(address); }

std::unique_ptr<SqlDatabase> connect_postgres_as_writer(const std::string& address, std::chrono::milliseconds) {
  fail(address);
}

std::string postgres_library() { return ""; }

}  // namespace hearsay
