#include "persist/stories.h"

#include "persist/databases/word_search.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

constexpr const char* line_columns =
    "SELECT s.number, s.id, s.title, s.first_day, s.last_day, s.begun, s.changed, s.articles, s.outlets, s.origins, "
    "s.points, s.contested, s.state, s.told_state FROM story s ";

std::optional<std::size_t> maybe_number(const SqlRows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.number(column));
}

// The title of a story without an account.
std::string first_title(SqlDatabase& sql, std::size_t story) {
  SqlRows row = sql.rows(
      "SELECT coalesce(v.title, a.id) FROM article a JOIN version v ON v.number = a.version WHERE "
      "a.story = ? ORDER BY a.number LIMIT 1",
      story);
  return row.next() ? std::string(row.text(0)) : std::string();
}

StoryLine line_of(SqlDatabase& sql, const SqlRows& row) {
  StoryLine line;
  line.number = row.number(0);
  line.id = row.text(1);
  line.title = row.is_null(2) ? first_title(sql, line.number) : std::string(row.text(2));
  line.first_day = row.maybe_text(3);
  line.last_day = row.maybe_text(4);
  line.begun = row.integer(5);
  line.changed = row.integer(6);
  line.articles = row.number(7);
  line.outlets = maybe_number(row, 8);
  line.origins = maybe_number(row, 9);
  line.points = maybe_number(row, 10);
  line.contested = maybe_number(row, 11);
  line.state = row.number(12);
  line.as_told = !row.is_null(13) && row.number(13) == line.state;
  return line;
}

CopyKind kind_called(std::string_view word) {
  for (const CopyKind kind : {CopyKind::common_source, CopyKind::translation, CopyKind::revision})
    if (to_text(kind) == word) return kind;
  return CopyKind::copy;
}

void read_spans(SqlDatabase& sql, std::size_t number, Copy& copy) {
  constexpr Change::Kind kinds[] = {Change::Kind::dropped, Change::Kind::added,  Change::Kind::number,
                                    Change::Kind::hedge,   Change::Kind::source, Change::Kind::reworded};
  for (SqlRows row = sql.rows("SELECT kind, from_first, from_last, to_first, to_last FROM copy_span WHERE copy = ? "
                              "ORDER BY place",
                              number);
       row.next();) {
    const Span from{row.number(1), row.number(2)}, to{row.number(3), row.number(4)};
    if (row.text(0) == "passage") copy.passages.push_back({from, to});
    for (const Change::Kind kind : kinds)
      if (row.text(0) == to_text(kind)) copy.changes.push_back({kind, from, to});
  }
}

}  // namespace

std::vector<StoryLine> list_stories(const StoreReader& store, const StoryQuery& query) {
  SqlDatabase& sql = store.sql();
  const SqlSnapshot moment(sql);
  std::vector<StoryLine> lines;
  const std::string search = search_of(sql.kind(), query.words);
  if (search.empty() && query.words.find_first_not_of(" \t\n") != std::string::npos) return lines;  // no word in it
  // Each form of the query names all four values, used or not.
  const std::string words = search.empty()
                                ? "?3 IS NOT NULL"
                                : fmt::format("s.number IN (SELECT a.story FROM article a WHERE a.number IN ({}))",
                                              articles_found(sql.kind()));
  const char* const behind =
      query.after ? "(s.changed, s.number) < (SELECT changed, number FROM story WHERE number = ?4)" : "?4 IS NULL";
  SqlRows rows = sql.rows(fmt::format("{}WHERE s.merged_into IS NULL AND s.changed >= ?1 AND {} AND {} {}ORDER BY "
                                      "s.changed DESC, s.number DESC LIMIT ?2",
                                      line_columns, words, behind, query.contested ? "AND s.contested > 0 " : ""),
                          query.since.value_or(INT64_MIN),
                          query.most == 0 ? INT64_MAX : static_cast<std::int64_t>(query.most), search, query.after);
  while (rows.next()) lines.push_back(line_of(sql, rows));
  return lines;
}

std::optional<StoryLine> find_story(const StoreReader& store, std::string_view id) {
  SqlDatabase& sql = store.sql();
  std::optional<std::int64_t> number = sql.number("SELECT number FROM story WHERE id = ?", id);
  if (!number && id.size() >= 4) {
    std::string next(id);
    ++next.back();
    SqlRows row = sql.rows("SELECT number FROM story WHERE id >= ? AND id < ? LIMIT 2", id, next);
    if (row.next()) number = row.integer(0);
    if (number && row.next()) return std::nullopt;
  }
  while (number) {
    const auto into = sql.number("SELECT merged_into FROM story WHERE number = ?", *number);
    if (!into) break;
    number = into;
  }
  if (!number) return std::nullopt;
  SqlRows row = sql.rows(std::string(line_columns) + "WHERE s.number = ?", *number);
  return row.next() ? std::optional(line_of(sql, row)) : std::nullopt;
}

std::vector<std::size_t> untold_stories(const StoreReader& store) {
  std::vector<std::size_t> numbers;
  for (SqlRows row =
           store.sql().rows("SELECT number FROM story WHERE merged_into IS NULL AND told_state IS DISTINCT FROM state "
                            "ORDER BY changed, number");
       row.next();)
    numbers.push_back(row.number(0));
  return numbers;
}

std::vector<std::size_t> awaited_stories(const StoreReader& store) {
  std::vector<std::size_t> numbers;
  for (SqlRows row = store.sql().rows(
           "SELECT number FROM story WHERE merged_into IS NULL AND told_state <> state UNION SELECT s.number FROM "
           "inbox i "
           "JOIN story s ON s.number = i.story WHERE s.merged_into IS NULL AND s.told_state IS NULL ORDER BY 1");
       row.next();)
    numbers.push_back(row.number(0));
  return numbers;
}

std::vector<std::int64_t> report_times(const StoreReader& store, std::size_t story) {
  std::vector<std::int64_t> times;
  for (SqlRows row = store.sql().rows(
           "SELECT v.published_at FROM article a JOIN version v ON v.number = a.version WHERE a.story = ? AND "
           "v.published_at IS NOT NULL ORDER BY v.published_at",
           story);
       row.next();)
    times.push_back(row.integer(0));
  return times;
}

std::vector<std::size_t> all_stories(const StoreReader& store) {
  std::vector<std::size_t> numbers;
  for (SqlRows row = store.sql().rows(
           "SELECT s.number FROM story s WHERE s.merged_into IS NULL ORDER BY (SELECT min(a.number) FROM article a "
           "WHERE a.story = s.number)");
       row.next();)
    numbers.push_back(row.number(0));
  return numbers;
}

StoreCounts count_all(const StoreReader& store) {
  SqlDatabase& sql = store.sql();
  const auto count = [&](const char* question) { return static_cast<std::size_t>(sql.number(question).value_or(0)); };
  return {count("SELECT max(number) FROM article"), count("SELECT count(*) FROM story WHERE merged_into IS NULL"),
          count("SELECT count(*) FROM story WHERE merged_into IS NULL AND told_state IS DISTINCT FROM state")};
}

Story grouped_story(const StoreReader& store, std::size_t number) {
  SqlDatabase& sql = store.sql();
  Story story;
  story.id = id_of_story(store, number);
  for (SqlRows row = sql.rows("SELECT number FROM article WHERE story = ? ORDER BY number", number); row.next();)
    story.articles.push_back(row.number(0));
  for (SqlRows row =
           sql.rows("SELECT c.from_article, c.to_article, c.kind, c.share, c.direction_known, c.why, c.number "
                    "FROM copy c JOIN article a ON a.number = c.to_article WHERE a.story = ? ORDER BY "
                    "c.to_article, c.from_article, c.number",
                    number);
       row.next();) {
    Copy copy;
    copy.from = row.number(0);
    copy.to = row.number(1);
    copy.kind = kind_called(row.text(2));
    copy.share = row.real(3);
    copy.direction_known = row.integer(4) != 0;
    copy.why = row.text(5);
    read_spans(sql, row.number(6), copy);
    story.copies.push_back(std::move(copy));
  }
  for (SqlRows row = sql.rows("SELECT s.id, e.why FROM story_event e JOIN story s ON s.number = e.other WHERE "
                              "e.story = ? AND e.kind = 'merged' ORDER BY e.number",
                              number);
       row.next();)
    story.merged.push_back({std::string(row.text(0)), std::string(row.text(1))});
  return story;
}

std::string id_of_story(const StoreReader& store, std::size_t story) {
  SqlRows row = store.sql().rows("SELECT id FROM story WHERE number = ?", story);
  return row.next() ? std::string(row.text(0)) : std::string();
}

std::size_t begin_story(Store& store, const std::string& id, std::int64_t at) {
  return static_cast<std::size_t>(store.sql().insert(
      "INSERT INTO story(id, begun, changed, state, articles) VALUES(?,?,?,0,0) RETURNING number", id, at, at));
}

std::size_t story_of_article(const StoreReader& store, std::size_t article) {
  return static_cast<std::size_t>(
      store.sql().number("SELECT story FROM article WHERE number = ?", article).value_or(0));
}

void merge_stories(Store& store, std::size_t kept, std::size_t gone, const std::string& why, std::int64_t at) {
  SqlDatabase& sql = store.sql();
  for (const char* table : {"claim", "disagreement", "point", "origin", "entity_name", "entity", "told_version"})
    sql.write(fmt::format("DELETE FROM {} WHERE story = ?", table), gone);
  sql.write("UPDATE article SET story = ? WHERE story = ?", kept, gone);
  sql.write(
      "UPDATE story SET articles = (SELECT count(*) FROM article WHERE story = ?1), state = state + 1, "
      "changed = ?2 WHERE number = ?1",
      kept, at);
  sql.write(
      "UPDATE story SET merged_into = ?, articles = 0, account = NULL, told_state = NULL, changed = ? WHERE "
      "number = ?",
      kept, at, gone);
  sql.write("INSERT INTO story_event(story, at, kind, other, why) VALUES(?,?,'merged',?,?)", kept, at, gone, why);
}

void add_copy(Store& store, const Copy& copy) {
  SqlDatabase& sql = store.sql();
  const std::int64_t number = sql.insert(
      "INSERT INTO copy(from_article, to_article, kind, share, direction_known, why) VALUES(?,?,?,?,?,?) RETURNING "
      "number",
      copy.from, copy.to, to_text(copy.kind), copy.share, copy.direction_known ? 1 : 0, copy.why);
  std::size_t place = 0;
  const auto add = [&](std::string_view kind, Span from, Span to) {
    sql.write("INSERT INTO copy_span VALUES(?,?,?,?,?,?,?)", number, place++, kind, from.begin, from.end, to.begin,
              to.end);
  };
  for (const Passage& passage : copy.passages) add("passage", passage.from, passage.to);
  for (const Change& change : copy.changes) add(to_text(change.kind), change.from, change.to);
}

}  // namespace hearsay
