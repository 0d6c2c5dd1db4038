// What is often asked of an account, as views of its database and canned queries of datasette.
#include "present/json/json_text.h"
#include "publish/tables/database.h"

namespace hearsay {

const std::vector<Question>& questions() {
  static const std::vector<Question> all = {
      {"one_origin_many_outlets", "Which points rest on one origin at most, though several outlets report them?",
       "SELECT p.point, p.text, p.origins_max, count(DISTINCT c.outlet) AS outlets FROM points p JOIN claims c USING "
       "(point) WHERE p.origins_max <= 1 GROUP BY p.point HAVING outlets > 1 ORDER BY outlets DESC, p.rowid"},
      {"contested_points", "On what do the accounts differ?",
       "SELECT d.point, d.text, d.phrase, d.readings, d.why FROM disagreements d ORDER BY d.relation <> 'conflict', "
       "d.rowid"},
      {"unanswered_points", "What was asked, and neither confirmed nor denied?",
       "SELECT point, text, outlet, link FROM points WHERE standing = 'unanswered' ORDER BY rowid"},
      {"corroborated_points", "What do independent origins agree on?",
       "SELECT point, text, origins_min, origins_max, reporters_min, reporters_max FROM points WHERE standing = "
       "'corroborated' ORDER BY origins_min DESC, rowid"},
      {"speakers", "Who speaks, how often, and through how many outlets?",
       "SELECT speaker, count(*) AS claims, count(DISTINCT point) AS points, count(DISTINCT outlet) AS outlets FROM "
       "claims WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY outlets DESC, claims DESC, speaker"},
      {"numbers_over_time", "Which figures were given for what, in order of time?",
       "SELECT v.point, v.of, v.unit, v.published, v.outlet, v.low, v.high, v.approximate, v.text FROM \"values\" v "
       "WHERE "
       "v.kind = 'quantity' ORDER BY v.point, v.of, v.published, v.rowid"},
      {"who_copied_whom", "Which article took how much from which?",
       "SELECT from_outlet, to_outlet, kind, direction, round(100 * share) AS percent, why FROM copies ORDER BY share "
       "DESC, rowid"},
      {"outlets", "How much does each outlet report, and how much of it does nobody else?",
       "SELECT a.outlet, count(DISTINCT a.article) AS articles, count(c.claim) AS claims, count(DISTINCT c.point) AS "
       "points, count(DISTINCT CASE WHEN p.articles = 1 THEN p.point END) AS points_alone FROM articles a LEFT JOIN "
       "claims c USING (article) LEFT JOIN points p USING (point) GROUP BY a.outlet ORDER BY points DESC, a.outlet"},
      {"denials", "Who denies what?",
       "SELECT c.point, c.speaker, c.text, c.outlet, c.published, c.link FROM claims c WHERE c.stance = 'denies' ORDER "
       "BY c.rowid"},
      {"search_claims", "Which claims contain these words?",
       "SELECT c.claim, c.point, c.text, c.speaker, c.outlet, c.published, c.standing, c.link FROM claims_search s "
       "JOIN "
       "claims c ON c.rowid = s.rowid WHERE claims_search MATCH :words ORDER BY rank"}};
  return all;
}

namespace {

// As a JSON string without its quotation marks: a file may be called anything.
std::string escaped(const std::string& name) {
  const std::string value = JsonText().value(name).take();
  return value.substr(1, value.size() - 2);
}

}  // namespace

std::string datasette_metadata(std::span<const Table> tables, const std::string& title, const std::string& database) {
  JsonText out;
  out.begin_object().add("title", title);
  out.add("description", "An account made by Hearsay: what is claimed, who says so, who only repeats it");
  out.key("databases").begin_object().key(escaped(database)).begin_object();
  out.key("tables").begin_object();
  for (const Table& table : tables) {
    out.key(table.name).begin_object().add("description", table.about).key("columns").begin_object();
    for (const Column& column : table.columns) out.add(column.name, column.about);
    out.end_object().end_object();
  }
  out.end_object().key("queries").begin_object();
  for (const Question& question : questions())
    out.key(question.name).begin_object().add("title", question.title).add("sql", question.sql).end_object();
  return out.end_object().end_object().end_object().end_object().take();
}

}  // namespace hearsay
