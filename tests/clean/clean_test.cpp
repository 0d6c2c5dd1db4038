#include "clean/clean.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string day_kept(const char* published) {
  Record record;
  record.content = "The ferry sank off the cape. Nobody was hurt.";
  record.published = published;
  const auto articles = clean(record);
  if (!articles || articles->size() != 1 || !articles->front().published) return "nothing";
  return to_iso(*articles->front().published);
}

TEST(Clean, a_records_own_day_is_kept_whatever_its_year) {
  const struct {
    const char* published;
    const char* kept;
  } rows[] = {
      {"1987-03-11", "1987-03-11"}, {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
      {"2099-12-31", "2099-12-31"}, {"2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
      {"some day", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(day_kept(row.published), row.kept) << row.published;
}

}  // namespace
}  // namespace hearsay
