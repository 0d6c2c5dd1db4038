// What was left out and what fell with it, for a person at a terminal: before the account, since it says what the rest
// is worth.
#include "present/terminal/print_without.h"

#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "present/words/without_phrases.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t most_lost_shown = 12;  // of points that one report had: the rest is counted

}  // namespace

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
