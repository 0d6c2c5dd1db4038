// A reader's corrections, each applied at the stage it concerns.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "group/copies/copies.h"
#include "identify/entities.h"
#include "match/match.h"
#include "narrate/corrections.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Called in this order, each before the stage that depends on what it changes. Corrections are taken in the order of
// their lines, so that a later line has the last word. `corrections` must outlive this.
class Corrector {
 public:
  explicit Corrector(std::span<const Correction> corrections);

  bool has(CorrectionKind kind) const;

  // Passages to ignore become boilerplate: no claim is read from them, and no copy seen in them.
  void ignore_passages(std::vector<Article>& articles);

  void correct_copies(std::span<const Article> articles, std::vector<Copy>& copies);

  // Names that an article treats as one, and a correction as two, are separated in the article's own names.
  void part_names(std::span<const Article> articles, std::vector<Marks>& marks) const;

  // The rules for joining names; what became of them goes to note_names.
  std::vector<NameRule> name_rules() const;
  void note_names(const std::vector<std::string>& unfit);

  // Who says a claim; before the claims are compared.
  void correct_sources(std::span<const Article> articles, const Entities& entities, std::vector<FoundClaim>& claims);

  // Which claims stand together; before a point's support is weighed. A claim that was moved surely belongs there.
  void correct_points(std::span<const Article> articles, MatchedClaims& matched);

  // One for each correction, in the order of the lines.
  const std::vector<CorrectionOutcome>& outcomes() const { return outcomes_; }

 private:
  void apply(std::size_t correction, std::string what);
  void reject(std::size_t correction, std::string why);

  // The article of an id; says why there is none.
  std::optional<std::size_t> article_called(std::size_t correction, const std::string& id,
                                            std::span<const Article> articles);
  std::optional<std::size_t> claim_at(std::size_t correction, const WordsIn& where, std::span<const Article> articles,
                                      const std::vector<FoundClaim>& claims);

  std::span<const Correction> corrections_;
  std::vector<CorrectionOutcome> outcomes_;
};

}  // namespace hearsay
