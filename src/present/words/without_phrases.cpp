#include "present/words/without_phrases.h"

#include "present/words/lines.h"
#include "present/words/phrases.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

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

}  // namespace hearsay
