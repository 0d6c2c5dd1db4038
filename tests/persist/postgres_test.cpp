// What may be wrong with a server, a database or a user; what each is told.
#include "persist/store_places.h"

#include "persist/store.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

class OnPostgres : public testing::Test {
 protected:
  void SetUp() override {
    if (!server().missing().empty()) GTEST_SKIP() << server().missing();
  }

  static PostgresServer& server() { return PostgresServer::running(); }

  static std::unique_ptr<SqlDatabase> connection(const std::string& database) {
    return connect_postgres(server().address(database), SqlDatabase::Access::write);
  }
};

// What opening the store is refused with, without the address.
std::string refusal(const std::string& address, bool write) {
  try {
    if (write)
      const Store store(address, Store::Missing::create, std::chrono::milliseconds(100));
    else
      const StoreReader store(address);
  } catch (const StoreError& error) {
    const std::string told = error.what();
    EXPECT_EQ(told.find("secret"), std::string::npos) << told;
    EXPECT_TRUE(told.starts_with("postgresql://")) << told;
    return told.substr(std::min(told.find(' '), told.size() - 1) + 1);
  }
  return "";
}

TEST_F(OnPostgres, what_cannot_be_opened_is_told_without_the_password) {
  const std::string database = server().new_database();
  connection(database)->run("CREATE ROLE guarded LOGIN PASSWORD 'secretive'");
  const std::string host = server().address(database).substr(server().address(database).find('?'));
  for (const bool write : {false, true}) {
    EXPECT_NE(refusal("postgresql://guarded:secret1@/" + database + host, write)
                  .find("password authentication failed for user \"guarded\""),
              std::string::npos);
    EXPECT_NE(refusal("postgresql://hearsay:secret@/nothing" + host, write).find("database \"nothing\" does not exist"),
              std::string::npos);
    EXPECT_NE(refusal("postgresql://hearsay:secret@/desk?host=/nowhere", write).find("cannot be opened: "),
              std::string::npos);
    EXPECT_EQ(refusal("postgresql://hearsay:secret@/desk?no=such&password=secret", write),
              "is not an address such as postgresql://USER@HOST/DATABASE");
    // May enter, but PostgreSQL lets nobody but the owner make tables.
    const std::string told = refusal("postgresql://guarded:secretive@/" + database + host, write);
    EXPECT_NE(told.find(write ? "permission denied for schema public" : "is not a store yet"), std::string::npos)
        << told;
  }
  { const Store store(server().address(database)); }
  EXPECT_NE(refusal("postgresql://guarded:secretive@/" + database + host, false).find("permission denied for table"),
            std::string::npos);
}

TEST_F(OnPostgres, who_may_only_read_can_do_that) {
  const std::string database = server().new_database();
  { const Store store(server().address(database)); }
  connection(database)->run(
      "CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA public TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA public "
      "TO reader");
  const std::string address = server().address(database, "reader");
  EXPECT_TRUE(check(StoreReader(address)).empty());
  Store beside(address, Store::Beside());
  EXPECT_THROW(beside.sql().write("DELETE FROM correction"), StoreError);
}

TEST_F(OnPostgres, a_database_of_others_is_left_alone) {
  const std::string database = server().new_database();
  EXPECT_EQ(refusal(server().address(database), false), "is not a store yet: hearsay ingest --store makes it one");
  connection(database)->run("CREATE TABLE mine(x TEXT)");
  EXPECT_EQ(refusal(server().address(database), false), "is not a store of Hearsay");
  EXPECT_EQ(refusal(server().address(database), true), "is not a store of Hearsay");
  EXPECT_EQ(connection(database)->tables(), std::vector<std::string>{"mine"});
}

TEST_F(OnPostgres, two_schemas_hold_two_stores) {
  const std::string database = server().new_database();
  connection(database)->run("CREATE SCHEMA a; CREATE SCHEMA b");
  const Store one(server().address(database) + "&options=-csearch_path%3Da");
  const Store other(server().address(database) + "&options=-csearch_path%3Db");
  EXPECT_NE(refusal(server().address(database) + "&options=-csearch_path%3Dc", false).find("has no schema"),
            std::string::npos);
}

TEST_F(OnPostgres, a_database_in_another_encoding_is_told) {
  const std::string database = server().new_database();
  connection("postgres")->run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
  EXPECT_NE(refusal(server().address("latin"), true).find("keeps text in LATIN1, and a store needs UTF8"),
            std::string::npos);
}

TEST_F(OnPostgres, a_store_of_a_newer_version_is_refused) {
  const std::string database = server().new_database();
  { const Store store(server().address(database)); }
  connection(database)->run("UPDATE hearsay_store SET version = 999");
  EXPECT_NE(refusal(server().address(database), false).find("was written by a newer Hearsay"), std::string::npos);
  EXPECT_NE(refusal(server().address(database), true).find("was written by a newer Hearsay"), std::string::npos);
}

TEST_F(OnPostgres, a_lost_connection_is_told_and_the_writer_is_free_again) {
  const std::string database = server().new_database();
  const auto others = [&] {
    connection("postgres")
        ->run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
  };
  Store store(server().address(database));
  SqlTransaction transaction(store.sql());
  store.sql().write("INSERT INTO correction(line, added) VALUES('a', 5)");
  others();
  std::string told;
  try {
    transaction.commit();
  } catch (const StoreError& error) {
    told = error.what();
  }
  EXPECT_NE(told.find("cannot be reached any more"), std::string::npos) << told;
  EXPECT_THROW(store.sql().number("SELECT 1"), StoreError);
  const Store next(server().address(database));
  EXPECT_EQ(next.sql().number("SELECT count(*) FROM correction"), 0);
}

TEST_F(OnPostgres, transactions_take_turns) {
  const std::string database = server().new_database();
  Store store(server().address(database));
  Store beside(server().address(database), Store::Beside());
  beside.sql().run("SET lock_timeout = '50ms'");
  SqlTransaction first(store.sql());
  store.sql().number("SELECT 1");
  const auto second = [&] {
    SqlTransaction transaction(beside.sql());
    beside.sql().write("INSERT INTO correction(line, added) VALUES('a', 5)");
    transaction.commit();
  };
  EXPECT_THROW(second(), StoreError);
  first.commit();
  EXPECT_NO_THROW(second());
}

}  // namespace
}  // namespace hearsay
