// A story as coders of conflict events record it: one row per event, in the columns that UCDP GED and ACLED have in
// common, filled as far as the account says and no further.
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

// The row of one happening. What the account does not say is empty, and is the coder's to decide. The sides always are:
// a report says whom somebody holds to have done it, and which side of which conflict that is, is not in the texts;
// where reports differ on the doer, the notes say so.
struct Happening {
  std::optional<Day> begin;
  std::optional<Day> end;
  std::optional<int> day_precision;  // of the codebook: ucdp 1 to 5, acled 1 to 3
  std::string place;
  std::optional<int> place_precision;  // of the codebook (where_precision.h)
  std::optional<double> low;           // deaths: the lowest last word of a report, ...
  std::optional<double> best;          // ... only where the codebook's rule gives one, ...
  std::optional<double> high;          // ... the highest
  std::vector<std::size_t> articles;
  std::size_t origins_min = 0;
  std::size_t origins_max = 0;
  std::vector<std::string> originals;  // who says so
  std::string notes;
};

// Happenings with their dead: the points that count dead are one happening where they are on one day and place; those
// that one outlet alone tells are left out where others are told by several. The story itself where none counts any.
//
// Deaths. What a number word leaves open counts as little as it can ("dozens" is 12, "hundreds" 100, data/numbers.txt).
// An outlet's last report counts, and of its figures the highest. best: ucdp, where all agree; acled, the lowest, its
// conservative figure; ibc, never: it has a minimum and a maximum.
std::vector<Happening> happenings_of(const Account& account, Codebook codebook);

// The sheet. Refers to the account, which must outlive it.
Table coding_table(const Account& account, Codebook codebook);

}  // namespace hearsay
