#include "persist/migrations.h"

#include "capture/scratch_folder.h"
#include "persist/store.h"

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

std::vector<std::string> schema_of(SqlFile& file) {
  std::vector<std::string> schema;
  for (SqlRows row = file.rows("SELECT sql FROM sqlite_master ORDER BY name"); row.next();)
    schema.emplace_back(row.text(0));
  return schema;
}

TEST(Migrations, a_file_of_any_version_becomes_what_a_new_one_is) {
  const ScratchFolder folder;
  SqlFile fresh(folder.file("fresh.db"), SqlFile::Access::create);
  migrate(fresh, steps);
  for (std::size_t begun = 0; begun <= steps.size(); ++begun) {
    SqlFile file(folder.file("of" + std::to_string(begun) + ".db"), SqlFile::Access::create);
    migrate(file, {steps.data(), begun});
    EXPECT_EQ(version_of(file), begun);
    migrate(file, steps);
    EXPECT_EQ(version_of(file), steps.size());
    EXPECT_EQ(schema_of(file), schema_of(fresh));
    SqlRows row = file.rows("SELECT name || ' ' || colour FROM fruit");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.text(0), "pear green");
  }
}

TEST(Migrations, a_step_that_fails_leaves_the_version_before_it) {
  const ScratchFolder folder;
  SqlFile file(folder.file("a.db"), SqlFile::Access::create);
  std::vector<std::string> broken = steps;
  broken[1] = "CREATE TABLE stone(x); INSERT INTO nothing VALUES(1)";
  EXPECT_THROW(migrate(file, broken), StoreError);
  EXPECT_EQ(version_of(file), 1U);
  EXPECT_EQ(file.number("SELECT count(*) FROM sqlite_master WHERE name = 'stone'"), 0);
  migrate(file, steps);
  EXPECT_EQ(version_of(file), 3U);
}

TEST(Migrations, a_file_of_a_later_version_is_refused) {
  const ScratchFolder folder;
  SqlFile file(folder.file("a.db"), SqlFile::Access::create);
  migrate(file, steps);
  EXPECT_THROW(migrate(file, {steps.data(), 2}), StoreError);
  EXPECT_EQ(version_of(file), 3U);
}

TEST(Migrations, a_store_of_any_released_version_becomes_one_of_today) {
  const ScratchFolder folder;
  const std::vector<std::string> all = schema_steps();
  SqlFile fresh(folder.file("fresh.db"), SqlFile::Access::create);
  migrate(fresh, all);
  for (std::size_t begun = 1; begun <= all.size(); ++begun) {
    SqlFile file(folder.file("of" + std::to_string(begun) + ".db"), SqlFile::Access::create);
    migrate(file, {all.data(), begun});
    file.run("INSERT INTO correction(line, added) VALUES('name \"a\" is \"b\"', 5)");
    migrate(file, all);
    EXPECT_EQ(schema_of(file), schema_of(fresh)) << begun;
    EXPECT_EQ(file.number("SELECT added FROM correction"), 5);
  }
}

// A comment stands above each table, and beside or below each column.
TEST(Migrations, each_table_and_column_of_the_schema_says_what_it_holds) {
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
