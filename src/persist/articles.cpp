#include "persist/articles.h"

#include "base/calendar.h"
#include "persist/databases/word_search.h"
#include "persist/packed_text.h"

#include <fmt/format.h>

#include <chrono>

namespace hearsay {

namespace {

std::optional<std::string> as_iso(const std::optional<Moment>& moment) {
  return moment ? std::optional(to_iso(*moment)) : std::nullopt;
}

std::optional<std::int64_t> in_seconds(const std::optional<Moment>& moment) {
  if (!moment) return std::nullopt;
  const std::chrono::seconds day = moment->day.time_since_epoch();
  return (day + moment->time_of_day_utc.value_or(std::chrono::seconds(0))).count();
}

std::optional<HeldArticle> held(SqlRows rows) {
  if (!rows.next()) return std::nullopt;
  return HeldArticle{rows.number(0), rows.number(1), rows.number(2), static_cast<std::uint64_t>(rows.integer(3))};
}

std::size_t put_version(SqlDatabase& sql, std::size_t number, const Article& article, std::int64_t at) {
  const auto version = static_cast<std::size_t>(sql.insert(
      "INSERT INTO version(article, came, location, outlet, title, published, published_at, modified, language, "
      "address, content, text) VALUES(?,?,?,?,?,?,?,?,?,?,?,?) RETURNING number",
      number, at, article.location, article.outlet, article.title, as_iso(article.published),
      in_seconds(article.published), as_iso(article.modified), article.language, article.address,
      static_cast<std::int64_t>(content_of(article.title.value_or(""), article.text)),
      SqlBytes{pack_text(article.text)}));
  for (const Boilerplate& part : article.boilerplate)
    sql.write("INSERT INTO boilerplate VALUES(?,?,?,?)", version, part.span.begin, part.span.end, part.why);
  std::size_t place = 0;
  for (const std::string& author : article.authors)
    sql.write("INSERT INTO statement VALUES(?,?,'author',?,NULL)", version, place++, author);
  for (const std::string& origin : article.stated_origins)
    sql.write("INSERT INTO statement VALUES(?,?,'origin',?,NULL)", version, place++, origin);
  for (const Statement& one : article.statements)
    sql.write("INSERT INTO statement VALUES(?,?,'statement',?,?)", version, place++, one.what, one.where);
  add_words(sql, number, article.title.value_or(""), article.text);
  return version;
}

}  // namespace

std::optional<HeldArticle> find_known(const StoreReader& store, std::string_view known_by) {
  return held(
      store.sql().rows("SELECT a.number, a.version, a.story, v.content FROM article a JOIN version v ON "
                       "v.number = a.version WHERE a.known_by = ?",
                       known_by));
}

std::optional<HeldArticle> find_article(const StoreReader& store, std::string_view id) {
  return held(
      store.sql().rows("SELECT a.number, a.version, a.story, v.content FROM article a JOIN version v ON "
                       "v.number = a.version WHERE a.id = ?",
                       id));
}

std::size_t count_articles(const StoreReader& store) {
  return static_cast<std::size_t>(*store.sql().number("SELECT coalesce(max(number), 0) FROM article"));
}

std::string free_id(const StoreReader& store, const std::string& id) {
  std::string free = id;
  for (int times = 2; store.sql().number("SELECT 1 FROM article WHERE id = ?", free); ++times)
    free = fmt::format("{}#{}", id, times);
  return free;
}

Article read_first_version(const StoreReader& store, std::size_t article) {
  const auto first = store.sql().number("SELECT min(number) FROM version WHERE article = ?", article);
  return read_version(store, static_cast<std::size_t>(first.value_or(0)));
}

HeldArticle add_article(Store& store, const Article& article, std::string_view known_by, std::size_t story,
                        std::int64_t at) {
  SqlDatabase& sql = store.sql();
  const std::size_t number = count_articles(store) + 1;
  sql.write("INSERT INTO article VALUES(?,?,?,?,0)", number, article.id, known_by, story);
  const std::size_t version = put_version(sql, number, article, at);
  sql.write("UPDATE article SET version = ? WHERE number = ?", version, number);
  sql.write("UPDATE story SET articles = articles + 1, state = state + 1, changed = ? WHERE number = ?", at, story);
  sql.write("INSERT INTO story_event(story, at, kind, version) VALUES(?,?,'article',?)", story, at, version);
  return {number, version, story, content_of(article.title.value_or(""), article.text)};
}

HeldArticle add_version(Store& store, const HeldArticle& before, const Article& article, std::int64_t at) {
  SqlDatabase& sql = store.sql();
  const Article old = read_version(store, before.version);
  remove_words(sql, before.number, old.title.value_or(""), old.text);
  const std::size_t version = put_version(sql, before.number, article, at);
  sql.write("UPDATE article SET version = ? WHERE number = ?", version, before.number);
  sql.write("UPDATE story SET state = state + 1, changed = ? WHERE number = ?", at, before.story);
  sql.write("INSERT INTO story_event(story, at, kind, version) VALUES(?,?,'version',?)", before.story, at, version);
  return {before.number, version, before.story, content_of(article.title.value_or(""), article.text)};
}

Article read_version(const StoreReader& store, std::size_t version) {
  SqlDatabase& sql = store.sql();
  SqlRows row = sql.rows(
      "SELECT a.id, v.location, v.outlet, v.title, v.published, v.modified, v.language, v.address, v.text "
      "FROM version v JOIN article a ON a.number = v.article WHERE v.number = ?",
      version);
  if (!row.next()) throw StoreError(fmt::format("{} is damaged: it has no version {}", store.name(), version));
  Article article;
  article.id = row.text(0);
  article.location = row.text(1);
  article.outlet = row.maybe_text(2);
  article.title = row.maybe_text(3);
  article.published = parse_moment(row.text(4));
  article.modified = parse_moment(row.text(5));
  article.language = row.maybe_text(6);
  article.address = row.maybe_text(7);
  try {
    article.text = unpack_text(row.bytes(8));
  } catch (const std::runtime_error& error) {
    throw StoreError(fmt::format("{} is damaged: the text of {} {}", store.name(), article.id, error.what()));
  }
  for (SqlRows part = sql.rows("SELECT first, last, why FROM boilerplate WHERE version = ? ORDER BY first", version);
       part.next();)
    article.boilerplate.push_back({{part.number(0), part.number(1)}, std::string(part.text(2))});
  for (SqlRows one = sql.rows("SELECT kind, what, stands FROM statement WHERE version = ? ORDER BY place", version);
       one.next();) {
    if (one.text(0) == "author") article.authors.emplace_back(one.text(1));
    if (one.text(0) == "origin") article.stated_origins.emplace_back(one.text(1));
    if (one.text(0) == "statement") article.statements.push_back({std::string(one.text(1)), std::string(one.text(2))});
  }
  return article;
}

std::vector<std::size_t> versions_of_story(const StoreReader& store, std::size_t story) {
  std::vector<std::size_t> versions;
  for (SqlRows row = store.sql().rows("SELECT a.version FROM article a JOIN version v ON v.number = a.version WHERE "
                                      "a.story = ? ORDER BY v.published_at IS NULL, v.published_at, a.number",
                                      story);
       row.next();)
    versions.push_back(row.number(0));
  return versions;
}

std::string id_of_article(const StoreReader& store, std::size_t article) {
  SqlRows row = store.sql().rows("SELECT id FROM article WHERE number = ?", article);
  return row.next() ? std::string(row.text(0)) : std::string();
}

std::vector<VersionLine> versions_of_article(const StoreReader& store, std::size_t article) {
  std::vector<VersionLine> lines;
  for (SqlRows row =
           store.sql().rows("SELECT number, came, title FROM version WHERE article = ? ORDER BY number", article);
       row.next();)
    lines.push_back({row.number(0), row.integer(1), row.maybe_text(2)});
  return lines;
}

}  // namespace hearsay
