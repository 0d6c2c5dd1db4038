// A story as coders of conflict events record it: one row per event, in the columns that UCDP GED and ACLED have in
// common, filled only as far as the account says.
#pragma once

#include "narrate/account.h"
#include "publish/tables/table.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hearsay {

// Uppsala Conflict Data Program, Georeferenced Event Dataset; Armed Conflict Location & Event Data; Iraq Body Count.
enum class Codebook : std::uint8_t { ucdp, acled, ibc };

// The row of one happening. What the account does not say is left empty for the coder to decide. The sides always are:
// a report says who is held to have done it, but which side of which conflict that is, is not in the texts; if reports
// differ on the doer, the notes say so.
struct Happening {
  std::optional<Day> begin;
  std::optional<Day> end;
  std::optional<int> day_precision;  // of the codebook: ucdp 1 to 5, acled 1 to 3
  std::string place;
  std::optional<int> place_precision;  // of the codebook (where_precision.h)
  std::optional<double> low;           // deaths: the lowest of the outlets' last figures, ...
  std::optional<double> best;          // ... only if the codebook's rule gives one, ...
  std::optional<double> high;          // ... the highest
  std::vector<std::size_t> articles;
  std::size_t origins_min = 0;
  std::size_t origins_max = 0;
  std::vector<std::string> originals;  // who says so
  std::string notes;
};

// Happenings with their dead: points that count dead are one happening if they have the same day and place; those
// reported by only one outlet are left out if others are reported by several. If no point counts any, the story itself.
//
// Deaths. A vague number word counts as its least value ("dozens" is 12, "hundreds" 100, data/numbers.txt). An outlet's
// last report counts, and of its figures the highest. best: ucdp, if all agree; acled, the lowest, its conservative
// figure; ibc, never: it has a minimum and a maximum.
std::vector<Happening> happenings_of(const Account& account, Codebook codebook);

// The sheet. Refers to the account, which must outlive it.
Table coding_table(const Account& account, Codebook codebook);

}  // namespace hearsay
