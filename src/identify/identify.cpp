#include "identify/identify.h"

#include "base/counted.h"

#include <fmt/format.h>

#include <utility>

namespace hearsay {

StoryNames identify(std::span<const Article> articles, std::span<const Marks> marks, std::span<const NameRule> rules) {
  Entities entities = join_names(articles, marks, rules);
  auto affiliations = find_affiliations(articles, marks, entities);
  auto seats = find_seats(entities);
  PlaceRelations places(articles, marks, entities);
  Neighbours neighbours = find_neighbours(marks, entities);
  return {std::move(entities), std::move(affiliations), std::move(seats), std::move(places), std::move(neighbours)};
}

std::string to_text(const StoryNames& names) {
  const auto& all = names.entities.all;
  std::string text;
  for (std::size_t e = 0; e < all.size(); ++e) {
    const Entity& entity = all[e];
    text += fmt::format("e{} {} {}", e + 1, to_text(entity.kind), entity.name);
    for (const std::string& variant : entity.variants) text += fmt::format(" = {}", variant);
    text += fmt::format(" ({})", counted(entity.mentions.size(), "mention", "mentions"));
    for (const MaybeSame& maybe : entity.maybe) text += fmt::format(" maybe e{}", maybe.entity + 1);
    text += '\n';
  }
  for (const Affiliation& tie : names.affiliations)
    text += fmt::format("{} speaks for {}: {}\n", all[tie.person].name, all[tie.body].name, tie.why);
  for (const Seat& seat : names.seats)
    text += fmt::format("{} {} for {}: {}\n", all[seat.entity].name, seat.sure ? "stands" : "may stand",
                        all[seat.country].name, seat.why);
  return text;
}

}  // namespace hearsay
