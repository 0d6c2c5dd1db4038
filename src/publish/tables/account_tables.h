// An account as tables: the nine that a reader opens, and those that tell more of their rows.
#pragma once

#include "narrate/account.h"
#include "publish/tables/story_facts.h"
#include "publish/tables/table.h"

#include <memory>
#include <vector>

namespace hearsay {

// Articles, claims, points, values, origins, disagreements, copies, names, corrections; then sources, mentions,
// passages, changes, omissions. Each id stands in the first column of its own table, and every text that a row quotes
// is the article's own. Refers to the account, which must outlive it.
class AccountTables {
 public:
  explicit AccountTables(const Account& account);

  const std::vector<Table>& all() const { return tables_; }

  // Null when there is no table of that name.
  const Table* find(std::string_view name) const;

 private:
  std::unique_ptr<StoryFacts> facts_;  // the columns refer to it, so it stays where it is
  std::vector<Table> tables_;
};

// One for each, from facts that outlive them.
Table articles_table(const StoryFacts& facts);
Table claims_table(const StoryFacts& facts);
Table points_table(const StoryFacts& facts);
Table values_table(const StoryFacts& facts);
Table origins_table(const StoryFacts& facts);
Table disagreements_table(const StoryFacts& facts);
Table copies_table(const StoryFacts& facts);
Table names_table(const StoryFacts& facts);
Table corrections_table(const StoryFacts& facts);
Table sources_table(const StoryFacts& facts);
Table mentions_table(const StoryFacts& facts);
Table passages_table(const StoryFacts& facts);
Table changes_table(const StoryFacts& facts);
Table omissions_table(const StoryFacts& facts);

}  // namespace hearsay
