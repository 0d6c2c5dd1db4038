#include "itemise/itemise.h"

#include "itemise/seats.h"
#include "itemise/values/values.h"

#include <fmt/format.h>

#include <iterator>

namespace hearsay {

std::vector<FoundClaim> itemise(std::span<const Article> articles, std::span<const Marks> marks,
                                const StoryNames& names, const ClaimRules& rules) {
  std::vector<std::vector<FoundClaim>> of_articles;
  for (std::size_t a = 0; a < articles.size(); ++a)
    of_articles.push_back(find_claims(articles[a], a, marks[a], names.entities, rules));
  return gather_claims(std::move(of_articles), names);
}

std::vector<FoundClaim> gather_claims(std::vector<std::vector<FoundClaim>> of_articles, const StoryNames& names) {
  std::vector<FoundClaim> all;
  for (auto& found : of_articles) std::move(found.begin(), found.end(), std::back_inserter(all));
  let_seats_stand(names.seats, names.entities, all);
  return all;
}

std::string to_text(std::span<const FoundClaim> claims, std::span<const Article> articles) {
  std::string text;
  for (const FoundClaim& found : claims) {
    const Claim& claim = found.claim;
    const Article& article = articles[claim.article];
    text += fmt::format("{} {}", article.id, to_text(claim.stance));
    if (claim.left_open) text += " (left open)";
    for (const Source& source : claim.sources) text += fmt::format(" [{}]", source.name);
    text += fmt::format(" \"{}\"", words_at(article.text, claim.span));
    for (const Value& value : claim.values) text += fmt::format(" {}", to_text(value));
    text += '\n';
  }
  return text;
}

}  // namespace hearsay
