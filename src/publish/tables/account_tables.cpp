#include "publish/tables/account_tables.h"

#include <algorithm>

namespace hearsay {

AccountTables::AccountTables(const Account& account) : facts_(std::make_unique<StoryFacts>(account)) {
  for (const auto make :
       {articles_table, claims_table, points_table, values_table, origins_table, disagreements_table, copies_table,
        names_table, corrections_table, sources_table, mentions_table, passages_table, changes_table, omissions_table})
    tables_.push_back(make(*facts_));
}

const Table* AccountTables::find(std::string_view name) const {
  const auto found =
      std::find_if(tables_.begin(), tables_.end(), [&](const Table& table) { return table.name == name; });
  return found == tables_.end() ? nullptr : &*found;
}

Table corrections_table(const StoryFacts& facts) {
  const auto& corrections = facts.account.corrections;
  const auto of = [&corrections](auto get) {
    return [&corrections, get](std::size_t i) { return get(corrections[i]); };
  };
  using C = CorrectionOutcome;
  return {"corrections",
          "The lines of the reader's corrections, and what became of them",
          corrections.size(),
          {{"line", CellKind::whole_number, "Line of the file", of([](const C& c) { return cell_of(c.line); })},
           {"text", CellKind::text, "The line", of([](const C& c) { return cell_of(c.text); })},
           {"applied", CellKind::truth, "Was it applied?", of([](const C& c) { return Cell(c.applied); })},
           {"why", CellKind::text, "What it did, or why it no longer fits",
            of([](const C& c) { return cell_of(c.why); })}}};
}

Table omissions_table(const StoryFacts& facts) {
  const auto& omissions = facts.account.omissions;
  return {"omissions",
          "What the account leaves out or cannot tell",
          omissions.size(),
          {{"count", CellKind::whole_number, "How many",
            [&omissions](std::size_t i) { return cell_of(omissions[i].count); }},
           {"what", CellKind::text, "Of what", [&omissions](std::size_t i) { return cell_of(omissions[i].what); }}}};
}

}  // namespace hearsay
