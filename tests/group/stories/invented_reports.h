// Articles for tests of grouping, and the resulting stories as text.
#pragma once

#include "group/stories/grouper.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace hearsay {

inline Article article(const std::string& id, const std::string& published, const std::string& title,
                       const std::string& text) {
  Article made;
  made.id = id;
  made.published = parse_moment(published);
  if (!title.empty()) made.title = title;
  made.text = text;
  return made;
}

// Words no story shares by chance: made from a seed.
inline std::string invented(unsigned seed, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    seed = seed * 1664525U + 1013904223U;
    for (unsigned letters = seed >> 8, n = 0; n < 4; ++n, letters /= 20) {
      text += "bcdfgklmnprstvz"[letters % 15];
      text += "aeiou"[letters / 15 % 5];
    }
    text += i % 12 == 11 ? ". " : " ";
  }
  return text;
}

// All that a story says, by id and not by number.
inline std::string told(const std::vector<Story>& stories, const std::vector<std::string>& ids) {
  std::string result;
  for (const Story& story : stories) {
    result += story.id + ":";
    for (const std::size_t number : story.articles) result += " " + ids[number];
    for (const Copy& copy : story.copies) {
      result +=
          fmt::format(" ({}>{} {} {:.4f} {})", ids[copy.from], ids[copy.to], to_text(copy.kind), copy.share, copy.why);
      for (const Passage& p : copy.passages)
        result += fmt::format(" {}-{}/{}-{}", p.from.begin, p.from.end, p.to.begin, p.to.end);
      for (const Change& c : copy.changes)
        result += fmt::format(" {} {}-{}/{}-{}", to_text(c.kind), c.from.begin, c.from.end, c.to.begin, c.to.end);
    }
    for (const MergedStory& merged : story.merged) result += " +" + merged.id;
    result += "\n";
  }
  return result;
}

}  // namespace hearsay
