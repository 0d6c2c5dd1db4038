// A story for a person at a terminal.
#include "present/print.h"

#include <fmt/format.h>

namespace hearsay {

std::string to_text(const Story& story, std::span<const std::string> names) {
  std::string text =
      fmt::format("{}  {} article{}\n", story.id, story.articles.size(), story.articles.size() == 1 ? "" : "s");
  for (const std::size_t number : story.articles) text += fmt::format("  {}\n", names[number]);
  for (const Copy& copy : story.copies) {
    text += fmt::format("  {} from {}\n    to {}\n    {:.0f} % of it, direction {}; {}\n", to_text(copy.kind),
                        names[copy.from], names[copy.to], 100 * copy.share, copy.direction_known ? "known" : "unknown",
                        copy.why);
  }
  for (const MergedStory& other : story.merged) text += fmt::format("  merged with {}: {}\n", other.id, other.why);
  return text;
}

}  // namespace hearsay
