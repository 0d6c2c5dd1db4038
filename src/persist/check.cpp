// What a database itself can say of its pages and references, then what only Hearsay knows of the rows.
#include "persist/packed_text.h"
#include "persist/store.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

std::vector<std::string> faults_of_pages(SqlDatabase& sqlite) {
  std::vector<std::string> wrong;
  for (SqlRows rows = sqlite.rows("PRAGMA integrity_check(20)"); rows.next();)
    if (rows.text(0) != "ok") wrong.emplace_back(rows.text(0));
  return wrong;
}

std::vector<std::string> faults_of_references(SqlDatabase& sqlite) {
  std::vector<std::string> wrong;
  for (SqlRows rows = sqlite.rows("PRAGMA foreign_key_check"); rows.next();)
    wrong.push_back(
        fmt::format("row {} of {} names a row of {} that is not there", rows.integer(1), rows.text(0), rows.text(2)));
  return wrong;
}

// PostgreSQL holds references to be right at any time, and tells of a broken page when it is read.
void read_every_row(SqlDatabase& postgres) {
  for (const std::string& table : postgres.tables()) {
    SqlRows rows = postgres.stream("SELECT * FROM " + table);
    while (rows.next()) {
    }
  }
}

std::vector<std::string> faults_of_versions(SqlDatabase& sql) {
  std::vector<std::string> wrong;
  for (SqlRows rows = sql.stream("SELECT v.number, v.title, v.text, v.content, "
                                 "(SELECT max(last) FROM boilerplate b WHERE b.version = v.number), "
                                 "(SELECT max(last) FROM claim c WHERE c.version = v.number) FROM version v");
       rows.next();) {
    try {
      const std::string text = unpack_text(rows.bytes(2));
      if (static_cast<std::int64_t>(content_of(rows.text(1), text)) != rows.integer(3))
        wrong.push_back(fmt::format("the text of version {} is not what was put in", rows.integer(0)));
      for (const int column : {4, 5})
        if (rows.number(column) > text.size())
          wrong.push_back(fmt::format("a span of version {} goes beyond its text", rows.integer(0)));
    } catch (const StoreError&) {
      throw;
    } catch (const std::runtime_error& error) {
      wrong.push_back(fmt::format("the text of version {} {}", rows.integer(0), error.what()));
    }
  }
  return wrong;
}

}  // namespace

std::vector<std::string> check(const StoreReader& store) {
  SqlDatabase& sql = store.sql();
  const SqlSnapshot moment(sql);
  std::vector<std::string> wrong;
  if (sql.kind() == SqlKind::sqlite) {
    wrong = faults_of_pages(sql);
    if (!wrong.empty()) return wrong;  // the rows are not worth checking
    wrong = faults_of_references(sql);
  } else {
    read_every_row(sql);
  }
  if (sql.number("SELECT count(*) FROM article") != sql.number("SELECT coalesce(max(number), 0) FROM article"))
    wrong.emplace_back("there is a gap in the numbers of the articles");
  const std::vector<std::string> more = faults_of_versions(sql);
  wrong.insert(wrong.end(), more.begin(), more.end());
  return wrong;
}

}  // namespace hearsay
