#include "persist/migrations.h"

#include "persist/store_places.h"

#include <gtest/gtest.h>

#include <cctype>
#include <sstream>
#include <string>
#include <vector>

namespace hearsay {
namespace {

const std::vector<std::string> steps = {"CREATE TABLE fruit(name TEXT); INSERT INTO fruit VALUES('pear')",
                                        "ALTER TABLE fruit ADD COLUMN colour TEXT; UPDATE fruit SET colour = 'green'",
                                        "CREATE INDEX fruit_colour ON fruit(colour)"};

std::vector<std::string> schema_of(SqlDatabase& database) {
  const char* const parts =
      database.kind() == SqlKind::sqlite
          ? "SELECT sql FROM sqlite_master ORDER BY name"
          : "SELECT CAST(table_name || '.' || column_name || ' ' || data_type || is_nullable || "
            "coalesce(collation_name, "
            "'') AS text) AS part FROM information_schema.columns WHERE table_schema = 'public' UNION ALL SELECT "
            "indexdef "
            "FROM pg_indexes WHERE schemaname = 'public' UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint "
            "ORDER BY 1";
  std::vector<std::string> schema;
  for (SqlRows row = database.rows(parts); row.next();) schema.emplace_back(row.text(0));
  return schema;
}

class Migrations : public OnBothKinds {};
HEARSAY_ON_BOTH_KINDS(Migrations);

TEST_P(Migrations, a_database_of_any_version_becomes_what_a_new_one_is) {
  const auto fresh = database("fresh.db");
  migrate(*fresh, steps);
  for (std::size_t begun = 0; begun <= steps.size(); ++begun) {
    const auto one = database("of" + std::to_string(begun) + ".db");
    migrate(*one, {steps.data(), begun});
    EXPECT_EQ(one->version(), begun);
    migrate(*one, steps);
    EXPECT_EQ(one->version(), steps.size());
    EXPECT_EQ(schema_of(*one), schema_of(*fresh));
    SqlRows row = one->rows("SELECT name || ' ' || colour FROM fruit");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.text(0), "pear green");
  }
}

TEST_P(Migrations, a_step_that_fails_leaves_the_version_before_it) {
  const auto one = database("a.db");
  std::vector<std::string> broken = steps;
  broken[1] = "CREATE TABLE stone(x TEXT); INSERT INTO nothing VALUES(1)";
  EXPECT_THROW(migrate(*one, broken), StoreError);
  EXPECT_EQ(one->version(), 1U);
  EXPECT_EQ(one->tables(), std::vector<std::string>{"fruit"});
  migrate(*one, steps);
  EXPECT_EQ(one->version(), 3U);
}

TEST_P(Migrations, a_database_of_a_later_version_is_refused) {
  const auto one = database("a.db");
  migrate(*one, steps);
  EXPECT_THROW(migrate(*one, {steps.data(), 2}), StoreError);
  EXPECT_EQ(one->version(), 3U);
}

TEST_P(Migrations, a_store_of_any_released_version_becomes_one_of_today) {
  const std::vector<std::string> all = schema_steps();
  const auto fresh = database("fresh.db");
  migrate(*fresh, all);
  for (std::size_t begun = 1; begun <= all.size(); ++begun) {
    const auto one = database("of" + std::to_string(begun) + ".db");
    migrate(*one, {all.data(), begun});
    one->run("INSERT INTO correction(line, added) VALUES('name \"a\" is \"b\"', 5)");
    migrate(*one, all);
    EXPECT_EQ(schema_of(*one), schema_of(*fresh)) << begun;
    EXPECT_EQ(one->number("SELECT added FROM correction"), 5);
  }
}

// A comment stands above each table, and beside or below each column.
TEST(Schema, each_table_and_column_of_the_schema_says_what_it_holds) {
  for (const std::string& step : schema_steps()) {
    std::vector<std::string> lines;
    std::istringstream text(step);
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
      const std::string& line = lines[i];
      const bool column = line.starts_with("  ") && std::islower(static_cast<unsigned char>(line[2])) != 0;
      if (line.starts_with("CREATE TABLE") || line.starts_with("CREATE VIRTUAL")) {
        EXPECT_TRUE(lines[i - 1].starts_with("-- ")) << line;
      }
      const bool explained = line.find("-- ") != std::string::npos || lines[i + 1].find("  -- ") != std::string::npos;
      EXPECT_TRUE(!column || explained) << line;
    }
  }
}

}  // namespace
}  // namespace hearsay
