#include "persist/sources.h"

#include "persist/packed_text.h"

#include <algorithm>
#include <map>

namespace hearsay {

namespace {

// The origins that are this source, story by story: its name in one story may be another form of its name in the next.
const std::string origins_named =
    "WITH named AS (SELECT story, number FROM origin WHERE name = ?1 UNION SELECT o.story, o.number FROM entity_name n "
    "JOIN entity e ON e.story = n.story AND e.number = n.entity JOIN origin o ON o.story = e.story AND o.name = e.name "
    "WHERE n.name = ?1), "
    "said AS (SELECT c.story, c.point, min(c.number) AS claim, count(DISTINCT c.version) AS articles FROM named "
    "JOIN claim c ON c.story = named.story AND c.origin = named.number GROUP BY c.story, c.point) ";

// For LIKE: what a reader types is not a pattern, and large letters of ASCII are as small ones.
std::string as_pattern(std::string_view words) {
  std::string pattern = "%";
  for (const char c : words) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return pattern + "%";
}

}  // namespace

std::vector<SourceLine> find_sources(const StoreReader& store, std::string_view words, std::size_t most) {
  const char* const among =
      words.empty() ? "SELECT name, kind, count(DISTINCT story) AS stories FROM origin WHERE story IN (SELECT "
                      "number FROM story WHERE merged_into IS NULL AND told_state IS NOT NULL ORDER BY changed "
                      "DESC LIMIT 500) AND ?1 = '%%' AND kind <> 'unnamed' AND kind <> 'outlet' "
                    : "SELECT name, kind, count(DISTINCT story) AS stories FROM origin WHERE lower(name) LIKE ?1 "
                      "ESCAPE '\\' AND kind <> 'unnamed' ";
  std::vector<SourceLine> lines;
  for (SqlRows row =
           store.sql().rows(std::string(among) + "GROUP BY name, kind ORDER BY stories DESC, name, kind LIMIT ?2",
                            as_pattern(words), most);
       row.next();)
    lines.push_back({std::string(row.text(0)), std::string(row.text(1)), row.number(2)});
  return lines;
}

SourceFacts source_facts(const StoreReader& store, std::string_view name) {
  SqlRows row = store.sql().rows(
      origins_named +
          "SELECT count(DISTINCT said.story), count(*), count(*) FILTER (WHERE p.origins_most <= 1 AND "
          "p.standing <> 'contested'), "
          "count(*) FILTER (WHERE p.standing = 'contested'), "
          "count(*) FILTER (WHERE p.standing = 'corroborated') "
          "FROM said JOIN point p ON p.story = said.story AND p.number = said.point",
      name);
  row.next();
  return {row.number(0), row.number(1), row.number(2), row.number(3), row.number(4)};
}

std::vector<SaidPoint> list_source_words(const StoreReader& store, std::string_view name, std::size_t from,
                                         std::size_t most) {
  std::vector<SaidPoint> all;
  std::map<std::int64_t, std::string> texts;  // by version
  for (SqlRows row = store.sql().rows(
           origins_named +
               "SELECT s.id, coalesce(s.title, s.id), p.address, p.standing, p.origins_least, p.origins_most, "
               "c.stance, "
               "said.articles, coalesce(v.outlet, ''), v.published, c.version, c.first, c.last, v.text FROM said "
               "JOIN point p ON p.story = said.story AND p.number = said.point "
               "JOIN claim c ON c.story = said.story AND c.number = said.claim "
               "JOIN version v ON v.number = c.version JOIN story s ON s.number = said.story "
               "ORDER BY s.changed DESC, s.number, p.number LIMIT ?3 OFFSET ?2",
           name, from, most);
       row.next();) {
    if (texts.size() > 64) texts.clear();
    auto found = texts.find(row.integer(10));
    if (found == texts.end()) found = texts.emplace(row.integer(10), unpack_text(row.bytes(13))).first;
    const std::string& text = found->second;
    const std::size_t begin = std::min(row.number(11), text.size()), end = std::min(row.number(12), text.size());
    all.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                   std::string(row.text(3)), row.number(4), row.number(5), std::string(row.text(6)), row.number(7),
                   std::string(row.text(8)), row.maybe_text(9), text.substr(begin, end - begin)});
  }
  return all;
}

}  // namespace hearsay
