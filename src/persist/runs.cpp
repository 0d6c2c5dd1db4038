#include "persist/runs.h"

#include "base/version.h"
#include "persist/packed_text.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t most_refusals = 1000;
constexpr std::size_t part_bytes =
    64u << 20;  // of the grouping's state; both kinds of database hold 1 GB at most in one value

}  // namespace

std::size_t begin_run(Store& store, std::int64_t at) {
  return static_cast<std::size_t>(store.sql().insert(
      "INSERT INTO run(begun, program, added, changed, again, refused) VALUES(?,?,0,0,0,0) RETURNING number", at,
      std::string(version())));
}

void note_run(Store& store, std::size_t run, const RunCounts& counts) {
  store.sql().write("UPDATE run SET added = ?, changed = ?, again = ?, refused = ? WHERE number = ?", counts.added,
                    counts.changed, counts.again, counts.refused, run);
}

void end_run(Store& store, std::size_t run, const RunCounts& counts, std::int64_t at) {
  note_run(store, run, counts);
  store.sql().write("UPDATE run SET ended = ? WHERE number = ?", at, run);
}

void add_refusal(Store& store, std::size_t run, std::size_t place, const Problem& problem) {
  if (place < most_refusals)
    store.sql().write("INSERT INTO refusal VALUES(?,?,?,?)", run, place, problem.where, problem.reason);
}

std::vector<RunLine> list_runs(const StoreReader& store, std::size_t most) {
  std::vector<RunLine> lines;
  for (SqlRows row = store.sql().rows(
           "SELECT begun, ended, added, changed, again, refused FROM run ORDER BY number DESC LIMIT ?", most);
       row.next();)
    lines.push_back(
        {row.integer(0), row.maybe_integer(1), {row.number(2), row.number(3), row.number(4), row.number(5)}});
  return lines;
}

std::vector<Problem> newest_refusals(const StoreReader& store, std::size_t most) {
  std::vector<Problem> problems;
  for (SqlRows row =
           store.sql().rows("SELECT location, reason FROM refusal ORDER BY run DESC, place DESC LIMIT ?", most);
       row.next();)
    problems.push_back({std::string(row.text(0)), std::string(row.text(1))});
  return problems;
}

std::map<std::string, Validators> read_fetched(const StoreReader& store) {
  std::map<std::string, Validators> known;
  for (SqlRows row = store.sql().rows("SELECT address, etag, last_modified FROM fetched"); row.next();)
    known[std::string(row.text(0))] = {std::string(row.text(1)), std::string(row.text(2))};
  return known;
}

void keep_fetched(Store& store, const std::string& address, const Validators& validators) {
  store.sql().write("DELETE FROM fetched WHERE address = ?", address);
  store.sql().write("INSERT INTO fetched VALUES(?,?,?)", address, validators.etag, validators.last_modified);
}

GroupingState read_grouping(const StoreReader& store) {
  GroupingState state;
  try {
    for (SqlRows row = store.sql().rows("SELECT articles, bytes FROM grouping ORDER BY part"); row.next();) {
      state.articles = row.number(0);
      state.bytes += unpack_text(row.bytes(1));
    }
  } catch (const StoreError&) {
    throw;
  } catch (const std::runtime_error&) {
    return {};  // it can be rebuilt from the articles
  }
  return state;
}

void keep_grouping(Store& store, std::size_t articles, std::string_view bytes) {
  store.sql().write("DELETE FROM grouping");
  for (std::size_t part = 0; part * part_bytes < bytes.size(); ++part)
    store.sql().write("INSERT INTO grouping VALUES(?,?,?)", part, articles,
                      SqlBytes{pack_text(bytes.substr(part * part_bytes, part_bytes))});
}

}  // namespace hearsay
