#include "persist/corrections.h"

namespace hearsay {

std::vector<HeldCorrection> list_corrections(const StoreReader& store) {
  std::vector<HeldCorrection> held;
  for (SqlRows row =
           store.sql().rows("SELECT number, line, added FROM correction WHERE withdrawn IS NULL ORDER BY number");
       row.next();)
    held.push_back({row.integer(0), std::string(row.text(1)), row.integer(2)});
  return held;
}

bool holds_correction(const StoreReader& store, std::int64_t number) {
  return store.sql().number("SELECT 1 FROM correction WHERE number = ? AND withdrawn IS NULL", number).has_value();
}

std::int64_t add_correction(Store& store, const std::string& line, std::int64_t at) {
  return store.sql().insert("INSERT INTO correction(line, added) VALUES(?,?) RETURNING number", line, at);
}

std::string withdraw_correction(Store& store, std::int64_t number, std::int64_t at) {
  std::string line;
  {
    SqlRows row = store.sql().rows("SELECT line FROM correction WHERE number = ? AND withdrawn IS NULL", number);
    if (row.next()) line = row.text(0);
  }
  store.sql().write("UPDATE correction SET withdrawn = ? WHERE number = ? AND withdrawn IS NULL", at, number);
  return line;
}

void untell_story_of(Store& store, std::string_view article_id) {
  store.sql().write("UPDATE story SET state = state + 1 WHERE number = (SELECT story FROM article WHERE id = ?)",
                    article_id);
}

void untell_stories_naming(Store& store, std::string_view name) {
  store.sql().write(
      "UPDATE story SET state = state + 1 WHERE number IN (SELECT story FROM entity WHERE name = ?1 UNION "
      "SELECT story FROM entity_name WHERE name = ?1)",
      name);
}

}  // namespace hearsay
