// A story for a person at a terminal.
#include "present/terminal/print.h"

#include "base/counted.h"
#include "present/words/lines.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace hearsay {

namespace {

// "changed: 1 hedge, 2 number, 3 dropped", the kinds that weigh most first; "" where nothing was.
std::string changes_phrase(const Copy& copy) {
  constexpr std::array order = {Change::Kind::hedge,    Change::Kind::source,  Change::Kind::number,
                                Change::Kind::reworded, Change::Kind::dropped, Change::Kind::added};
  std::array<std::size_t, order.size()> counts{};
  for (const Change& change : copy.changes) ++counts[static_cast<std::size_t>(change.kind)];
  std::string phrase;
  for (const Change::Kind kind : order) {
    const std::size_t count = counts[static_cast<std::size_t>(kind)];
    if (count > 0) phrase += fmt::format("{} {} {}", phrase.empty() ? "    changed:" : ",", count, to_text(kind));
  }
  return phrase.empty() ? phrase : phrase + "\n";
}

}  // namespace

std::string to_text(const Story& story, std::span<const std::string> names,
                    const std::optional<TerminalStyle>& terminal) {
  std::string text = fmt::format("{}  {}\n", story.id, counted(story.articles.size(), "article", "articles"));
  for (const std::size_t number : story.articles) text += fmt::format("  {}\n", on_one_line(names[number]));
  for (const Copy& copy : story.copies) {
    text += fmt::format("  {} from {}\n    to {}\n    {:.0f} % of it, direction {}; {}\n", to_text(copy.kind),
                        on_one_line(names[copy.from]), on_one_line(names[copy.to]), 100 * copy.share,
                        copy.direction_known ? "known" : "unknown", on_one_line(copy.why));
    text += changes_phrase(copy);
  }
  for (const MergedStory& other : story.merged)
    text += fmt::format("  merged with {}: {}\n", other.id, on_one_line(other.why));
  return terminal ? wrapped_lines(text, terminal->columns) : text;
}

}  // namespace hearsay
