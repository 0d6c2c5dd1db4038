// What was left out and what fell with it, for a person at a terminal: before the account, since it says what the rest
// is worth.
#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "present/words/print_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t most_lost_shown = 12;  // of points that one report had: the rest is counted

std::string before_and_after(std::string_view before, std::string_view after) {
  return fmt::format("{}, now {}", before, after);
}

}  // namespace

std::string left_out_phrase(const Without::Part& part) {
  std::string words = quoted(part.asked);
  if (part.what.empty()) return words + ": no article, outlet or source of this story has that name";
  words += fmt::format(" ({}): {}", part.what, counted(part.claims, "claim", "claims"));
  if (part.what == "outlet") words += fmt::format(" and {}", counted(part.articles.size(), "article", "articles"));
  for (const std::string& id : part.copies) words += fmt::format("; {}, which shares text with it, is kept", id);
  return words;
}

std::vector<std::string> change_phrases(const PointBefore& before, const Point& now) {
  std::vector<std::string> phrases;
  if (before.standing != now.standing)
    phrases.push_back(before_and_after(standing_phrase(before.standing), standing_phrase(now.standing)));
  const auto origins = [](const Bracket& b) { return bracket_phrase(b, "origin", "origins"); };
  if (origins(before.origins) != origins(now.origins))
    phrases.push_back(before_and_after(origins(before.origins), origins(now.origins)));
  const auto reporters = [](const Bracket& b) { return bracket_phrase(b, "newsroom", "newsrooms"); };
  if (reporters(before.reporters) != reporters(now.reporters))
    phrases.push_back("gathered by " + before_and_after(reporters(before.reporters), reporters(now.reporters)));
  for (const Disagreement& gone : before.gone) phrases.push_back("no longer: " + difference_phrase(gone));
  return phrases;
}

std::string print_without(const Account& account) {
  const Without& without = *account.without;
  const std::string title =
      fmt::format("WITHOUT ({} gone, {} lost, {} changed, of {})", counted(without.claims, "claim", "claims"),
                  counted(without.lost.size(), "point", "points"), without.changed.size(), without.points);
  std::string out = '\n' + underlined(title, '-');
  for (const Without::Part& part : without.parts) out += wrapped(left_out_phrase(part), 0, 4);
  for (const PointBefore& before : without.changed) {
    std::string words = fmt::format("{}: ", quoted(before.words));
    const auto changes = change_phrases(before, account.points[*before.point]);
    for (std::size_t i = 0; i < changes.size(); ++i) words += (i > 0 ? "; " : "") + changes[i];
    out += beside(fmt::format("p{}", *before.point + 1), words, 0, 4);
  }
  if (without.lost.empty()) return out;
  out += "Nothing is left of:\n";
  const std::size_t shown = std::min(without.lost.size(), most_lost_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const PointBefore& lost = without.lost[i];
    out += wrapped(fmt::format("{} [{}; {}]", quoted(lost.words), standing_phrase(lost.standing),
                               bracket_phrase(lost.origins, "origin", "origins")),
                   4, 6);
  }
  if (shown < without.lost.size())
    out += wrapped(fmt::format("and {}", counted(without.lost.size() - shown, "more point", "more points")), 4, 6);
  return out;
}

}  // namespace hearsay
