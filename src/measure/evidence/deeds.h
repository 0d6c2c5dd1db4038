// Who does what: the doer of a claim's act, where accounts may differ on him.
#pragma once

#include "clean/articles/article.h"
#include "dissect/trees/tree.h"
#include "extract/marks.h"
#include "itemise/claims.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// One claim's deed: the act, whom or what it befell, and who did it.
struct Deed {
  std::string act;                    // folded base form of the verb or noun
  std::string done_to;                // folded head of what it befell; empty when it is not told
  Span doer;                          // the words that name the doer, in the claim's article
  std::optional<std::size_t> entity;  // an index into the story's entities, for a doer with a name
  std::string party;                  // otherwise the first word of the party's line in data/deeds.txt
  std::string side;                   // ... and whose it is, folded: "norlandish" of "the Norlandish army"
};

// The words of data/deeds.txt. Const after loading, shared by all threads.
class DeedWords {
 public:
  // Throws std::runtime_error naming the line that is neither a deed's nor a party's.
  DeedWords();

  bool is_deed(const std::string& word) const { return deeds_.contains(word); }
  std::string_view party(const std::string& word) const;  // the first word of its line; empty when it is in none

 private:
  std::set<std::string> deeds_;
  std::map<std::string, std::string> parties_;
};

// The deed that a claim tells of: "X fired the shot", "the shot was fired by X", "X was behind the attack", "they
// blamed X for the attack". Nothing for acts that many can do at once, for doers without a name or a side of their own,
// and for what a claim denies or leaves open in its grammar (a negated predicate). The tree is that of the marks.
std::optional<Deed> deed_of(const FoundClaim& found, std::string_view text, const Marks& marks, const Tree& tree,
                            const std::vector<std::size_t>& entity_of_named, const DeedWords& words);

}  // namespace hearsay
