// The JSON repeats the articles' texts in small pieces, so it is packed with them as its prefix: a fifth of what it
// takes alone.
#include "persist/accounts.h"

#include "persist/packed_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

class AccountRows {
 public:
  AccountRows(SqlDatabase& sql, std::size_t story, const ToldAccount& told) : sql_(sql), story_(story), told_(told) {}

  void replace() {
    for (const char* table : {"told_version", "claim", "disagreement", "point", "origin", "entity_name", "entity"})
      sql_.write(fmt::format("DELETE FROM {} WHERE story = ?", table), story_);
    std::size_t place = 0;
    for (const std::size_t version : told_.versions)
      sql_.write("INSERT INTO told_version VALUES(?,?,?)", story_, place++, version);
    const Account& account = told_.account;
    for (std::size_t i = 0; i < account.entities.size(); ++i) put(account.entities[i], i + 1);
    for (std::size_t i = 0; i < account.origins.size(); ++i)
      sql_.write("INSERT INTO origin VALUES(?,?,?,?)", story_, i + 1, to_text(account.origins[i].kind),
                 account.origins[i].name);
    for (std::size_t i = 0; i < account.claims.size(); ++i) put(account.claims[i], i + 1);
    for (std::size_t i = 0; i < account.points.size(); ++i) put(account.points[i], i + 1);
  }

 private:
  void put(const Entity& entity, std::size_t number) {
    sql_.write("INSERT INTO entity VALUES(?,?,?,?)", story_, number, to_text(entity.kind), entity.name);
    for (std::size_t i = 0; i < entity.variants.size(); ++i)
      sql_.write("INSERT INTO entity_name VALUES(?,?,?,?)", story_, number, i + 1, entity.variants[i]);
  }

  void put(const Claim& claim, std::size_t number) {
    sql_.write("INSERT INTO claim VALUES(?,?,?,?,?,?,?,?)", story_, number, told_.versions[claim.article],
               claim.span.begin, claim.span.end, to_text(claim.stance), claim.origin + 1, claim.point + 1);
  }

  void put(const Point& point, std::size_t number) {
    sql_.write("INSERT INTO point VALUES(?,?,?,?,?,?,?,?,?)", story_, number, told_.addresses[number - 1],
               point.representative + 1, to_text(point.standing), point.origins.min, point.origins.max,
               point.reporters.min, point.reporters.max);
    for (std::size_t i = 0; i < point.disagreements.size(); ++i)
      sql_.write("INSERT INTO disagreement VALUES(?,?,?,?,?)", story_, number, i + 1,
                 to_text(point.disagreements[i].kind), to_text(point.disagreements[i].relation));
  }

  SqlDatabase& sql_;
  std::size_t story_;
  const ToldAccount& told_;
};

std::size_t count_outlets(const Account& account) {
  std::set<std::string> outlets;
  for (const Article& article : account.articles) outlets.insert(article.outlet.value_or(""));
  return outlets.size();
}

std::optional<std::string> as_iso(const std::optional<Day>& day) {
  return day ? std::optional(to_iso(*day)) : std::nullopt;
}

}  // namespace

void keep_account(Store& store, std::size_t story, std::size_t state, const ToldAccount& told, std::int64_t at) {
  const Account& account = told.account;
  std::string texts;
  for (const Article& article : account.articles) texts += article.text;
  const auto contested = std::count_if(account.points.begin(), account.points.end(),
                                       [](const Point& point) { return point.standing == Standing::contested; });
  store.sql().write(
      "UPDATE story SET told_state = ?, told = ?, title = ?, first_day = ?, last_day = ?, outlets = ?, "
      "origins = ?, points = ?, contested = ?, account = ? WHERE number = ?",
      state, at, account.title, as_iso(account.begin), as_iso(account.end), count_outlets(account),
      account.origins.size(), account.points.size(), static_cast<std::int64_t>(contested),
      SqlBytes{pack_behind(texts, told.json)}, story);
  AccountRows(store.sql(), story, told).replace();
}

std::optional<KeptAccount> read_kept_account(const StoreReader& store, std::size_t story) {
  const SqlSnapshot moment(store.sql());  // the account and the texts that it is packed behind
  SqlRows row =
      store.sql().rows("SELECT account, told_state FROM story WHERE number = ? AND account IS NOT NULL", story);
  if (!row.next()) return std::nullopt;
  KeptAccount kept;
  kept.state = row.number(1);
  try {
    std::string texts;
    for (SqlRows told = store.sql().rows("SELECT v.number, v.text FROM told_version t JOIN version v ON v.number = "
                                         "t.version WHERE t.story = ? ORDER BY t.place",
                                         story);
         told.next();) {
      kept.versions.push_back(told.number(0));
      kept.texts.push_back(unpack_text(told.bytes(1)));
      texts += kept.texts.back();
    }
    kept.json = unpack_behind(texts, row.bytes(0));
  } catch (const StoreError&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw StoreError(fmt::format("{} is damaged: the account of story {} {}", store.name(), story, error.what()));
  }
  return kept;
}

}  // namespace hearsay
