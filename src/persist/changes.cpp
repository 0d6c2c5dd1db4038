#include "persist/changes.h"

#include "base/utf8.h"
#include "persist/articles.h"

#include <algorithm>
#include <map>

namespace hearsay {

void add_change(Store& store, const StoryChange& change) {
  const bool placed = change.version.has_value();
  store.sql().write(
      "INSERT INTO change(at, story, kind, point, version, first, last, before, after) VALUES(?,?,?,?,?,?,?,?,?)",
      change.at, change.story, change.kind, change.point, change.version,
      placed ? std::optional(change.span.begin) : std::nullopt, placed ? std::optional(change.span.end) : std::nullopt,
      change.before, change.after);
}

std::int64_t last_change(const StoreReader& store) {
  return store.sql().number("SELECT max(number) FROM change").value_or(0);
}

std::vector<StoryChange> changes_of_article(const StoreReader& store, std::size_t version) {
  std::vector<StoryChange> changes;
  for (SqlRows row = store.sql().rows(
           "SELECT c.at, c.story, c.kind, c.version, c.first, c.last, c.before, c.after FROM version v "
           "JOIN change c ON c.version = v.number WHERE v.article = (SELECT article FROM version WHERE number = ?) AND "
           "c.point IS NULL AND c.kind IN ('headline', 'number', 'hedge', 'source', 'reworded', 'dropped', 'added', "
           "'rewritten') ORDER BY c.number",
           version);
       row.next();)
    changes.push_back({row.integer(0),
                       row.number(1),
                       std::string(row.text(2)),
                       std::nullopt,
                       row.number(3),
                       {row.number(4), row.number(5)},
                       std::string(row.text(6)),
                       std::string(row.text(7))});
  return changes;
}

std::vector<ChangeLine> newest_changes(const StoreReader& store, std::size_t most) {
  const auto before = store.sql().number("SELECT number FROM change ORDER BY number DESC LIMIT 1 OFFSET ?", most);
  std::vector<ChangeLine> lines = list_changes(store, {.after = before.value_or(0)});
  std::reverse(lines.begin(), lines.end());
  return lines;
}

std::vector<ChangeLine> list_changes(const StoreReader& store, const ChangeQuery& query) {
  std::vector<ChangeLine> lines;
  std::map<std::size_t, Article> articles;  // by version: many changes are in the same one
  for (SqlRows row = store.sql().rows(
           "SELECT c.number, c.at, c.story, c.kind, c.point, c.version, c.first, c.last, c.before, c.after, "
           "t.id, coalesce(t.title, '') FROM change c JOIN story s ON s.number = c.story "
           "JOIN story t ON t.number = coalesce(s.merged_into, s.number) "
           "WHERE c.at >= ? AND c.number > ? AND t.number = coalesce(?, t.number) ORDER BY c.number LIMIT ?",
           query.since, query.after, query.story, query.most == 0 ? INT64_MAX : static_cast<std::int64_t>(query.most));
       row.next();) {
    ChangeLine line;
    line.number = row.integer(0);
    line.change = {row.integer(1),
                   row.number(2),
                   std::string(row.text(3)),
                   row.maybe_text(4),
                   std::nullopt,
                   {},
                   std::string(row.text(8)),
                   std::string(row.text(9))};
    line.story_id = row.text(10);
    line.story_title = row.text(11);
    if (!row.is_null(5)) {
      line.change.version = row.number(5);
      line.change.span = {row.number(6), row.number(7)};
      if (articles.size() > 64) articles.clear();
      auto found = articles.find(row.number(5));
      if (found == articles.end()) found = articles.emplace(row.number(5), read_version(store, row.number(5))).first;
      const Article& article = found->second;
      const Span span{std::min(line.change.span.begin, article.text.size()),
                      std::min(line.change.span.end, article.text.size())};
      line.article = article.id;
      line.words = article.text.substr(span.begin, span.end - span.begin);
      const Span points = CodePointIndex(article.text).in_code_points(span);
      line.begin = points.begin;
      line.end = points.end;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace hearsay
