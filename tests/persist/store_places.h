// Where the stores of a test are: files in a folder of its own, or databases of a server that is started when a test
// first asks for one and ends with the program, however that ends (tests/postgres_server.py).
#pragma once

#include "capture/scratch_folder.h"
#include "persist/databases/postgres_connection.h"
#include "persist/databases/sqlite_database.h"
#include "source_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <string>

namespace hearsay {

class PostgresServer {
 public:
  static PostgresServer& running() {
    static PostgresServer server;
    return server;
  }

  // Why there is none; empty if there is one.
  std::string missing() const { return folder_.starts_with("/") ? "" : folder_; }

  std::string address(const std::string& database, const std::string& user = "hearsay") const {
    return fmt::format("postgresql://{}@/{}?host={}", user, database, folder_);
  }

  // The name of a database that is new and empty.
  std::string new_database() {
    std::string name = fmt::format("desk{}", ++databases_);
    connect_postgres(address("postgres"), SqlDatabase::Access::write)->run("CREATE DATABASE " + name);
    return name;
  }

  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

 private:
  // The server ends when nobody can write to its standard input any more.
  PostgresServer() {
    if (postgres_library().empty()) {
      folder_ = "this build has no PostgreSQL";
      return;
    }
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    keeps_it_ = ends[1];
    ::fcntl(ends[0], F_SETFD, 0);
    const std::string command =
        fmt::format("exec python3 '{}/tests/postgres_server.py' <&{}", source_folder(), ends[0]);
    told_ = ::popen(command.c_str(), "r");
    ::close(ends[0]);
    std::array<char, 1000> line{};
    if (told_ != nullptr && std::fgets(line.data(), line.size(), told_) != nullptr) folder_ = line.data();
    while (folder_.ends_with('\n')) folder_.pop_back();
    if (folder_.empty()) folder_ = "the PostgreSQL server does not start";
  }

  ~PostgresServer() {
    if (keeps_it_ >= 0) ::close(keeps_it_);
    if (told_ != nullptr) ::pclose(told_);
  }

  int keeps_it_ = -1;
  std::FILE* told_ = nullptr;
  std::string folder_;
  std::size_t databases_ = 0;
};

class StorePlaces {
 public:
  explicit StorePlaces(SqlKind kind) : kind_(kind) {}

  // The place of a store by its name in this test, for Store and StoreReader; there is nothing there at first.
  std::string place(const std::string& name) {
    if (kind_ == SqlKind::sqlite) return folder_.file(name);
    auto found = databases_.find(name);
    if (found == databases_.end()) found = databases_.emplace(name, PostgresServer::running().new_database()).first;
    return PostgresServer::running().address(found->second);
  }

  // An empty database that is ready for the first step of a schema.
  std::unique_ptr<SqlDatabase> database(const std::string& name) {
    std::unique_ptr<SqlDatabase> made;
    if (kind_ == SqlKind::sqlite)
      made = std::make_unique<SqliteDatabase>(folder_.write(name, ""), SqlDatabase::Access::write);
    else
      made = connect_postgres(place(name), SqlDatabase::Access::write);
    made->begin_store();
    return made;
  }

 private:
  SqlKind kind_;
  ScratchFolder folder_;
  std::map<std::string, std::string> databases_;
};

inline std::string name_of(SqlKind kind) { return kind == SqlKind::sqlite ? "sqlite" : "postgres"; }

// Tests that run on both kinds of store; where there is no PostgreSQL, they are skipped for it.
class OnBothKinds : public testing::TestWithParam<SqlKind> {
 protected:
  void SetUp() override {
    if (GetParam() == SqlKind::postgres && !PostgresServer::running().missing().empty())
      GTEST_SKIP() << PostgresServer::running().missing();
  }

  std::string place(const std::string& name) { return places_.place(name); }
  std::unique_ptr<SqlDatabase> database(const std::string& name) { return places_.database(name); }

 private:
  StorePlaces places_{GetParam()};
};

}  // namespace hearsay

// The suite's tests are called kinds/Suite.test/sqlite and kinds/Suite.test/postgres.
#define HEARSAY_ON_BOTH_KINDS(suite)                                                                            \
  INSTANTIATE_TEST_SUITE_P(kinds, suite, testing::Values(hearsay::SqlKind::sqlite, hearsay::SqlKind::postgres), \
                           [](const auto& one) { return hearsay::name_of(one.param); })
