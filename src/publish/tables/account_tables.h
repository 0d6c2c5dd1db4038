// An account as tables: the nine that a reader opens, and those with more about their rows.
#pragma once

#include "narrate/account.h"
#include "publish/tables/story_facts.h"
#include "publish/tables/table.h"

#include <memory>
#include <vector>

namespace hearsay {

// Articles, claims, points, values, origins, disagreements, copies, names, corrections; then sources, mentions,
// passages, changes, omissions. Each id is in the first column of its own table, and every text that a row quotes is
// the article's own. Refers to the account, which must outlive it.
class AccountTables {
 public:
  explicit AccountTables(const Account& account);

  const std::vector<Table>& all() const { return tables_; }

  // Null if there is no table of that name.
  const Table* find(std::string_view name) const;

 private:
  std::unique_ptr<StoryFacts> facts_;  // the columns refer to it, so it must not move
  std::vector<Table> tables_;
};

// Each table by itself, from facts that must outlive it.
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
