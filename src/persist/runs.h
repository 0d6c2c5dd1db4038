// What a store keeps of the runs that filled it, of what was fetched, and of the grouping's state.
#pragma once

#include "base/problem.h"
#include "capture/network/fetch_state.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What a run did with its inputs.
struct RunCounts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t again = 0;
  std::size_t refused = 0;
};

// Call all that write within a transaction.
std::size_t begin_run(Store& store, std::int64_t at);
void note_run(Store& store, std::size_t run, const RunCounts& counts);
void end_run(Store& store, std::size_t run, const RunCounts& counts, std::int64_t at);
// `place` counts the run's refusals from 0; those beyond 1,000 are not kept.
void add_refusal(Store& store, std::size_t run, std::size_t place, const Problem& problem);

struct RunLine {
  std::int64_t begun = 0;  // in seconds since 1970
  std::optional<std::int64_t> ended;
  RunCounts counts;
};
// The last runs, and the last refusals: at most this many, newest first.
std::vector<RunLine> list_runs(const StoreReader& store, std::size_t most);
std::vector<Problem> newest_refusals(const StoreReader& store, std::size_t most);

std::map<std::string, Validators> read_fetched(const StoreReader& store);
void keep_fetched(Store& store, const std::string& address, const Validators& validators);

// The state of the grouping after this many articles.
struct GroupingState {
  std::size_t articles = 0;
  std::string bytes;  // as Grouper::save() wrote them; empty if none is kept
};

GroupingState read_grouping(const StoreReader& store);
void keep_grouping(Store& store, std::size_t articles, std::string_view bytes);

}  // namespace hearsay
