#include "run/engine.h"

#include "run/in_parallel.h"

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

// The earliest day that an article of the story knows of itself.
ReferenceDay day_of_story(const std::vector<ReferenceDay>& days) {
  ReferenceDay earliest;
  for (const ReferenceDay& day : days) {
    if (day.published && (!earliest.published || day.published->day < earliest.published->day)) earliest = day;
  }
  if (earliest.published) {
    earliest.published->time_of_day_utc.reset();
    earliest.why = "from the story's other articles";
  }
  return earliest;
}

}  // namespace

std::vector<Marks> mark_all(const std::vector<Article>& articles, const Marker& marker, bool one_story,
                            unsigned threads) {
  std::vector<ReferenceDay> days;
  for (const Article& article : articles) days.push_back(reference_day(article));
  if (one_story) {
    const ReferenceDay shared = day_of_story(days);
    for (ReferenceDay& day : days) {
      if (!day.published) day = shared;
    }
  }
  std::vector<Marks> all(articles.size());
  // A few articles at a time go through each finder together, but no thread is left without work.
  const std::size_t together = std::clamp<std::size_t>(articles.size() / threads, 1, 16);
  for_each_index((articles.size() + together - 1) / together, threads, [&](std::size_t part) {
    const std::size_t first = part * together, count = std::min(together, articles.size() - first);
    std::vector<Marks> marks = marker.mark({articles.data() + first, count}, {days.data() + first, count});
    std::move(marks.begin(), marks.end(), all.begin() + static_cast<std::ptrdiff_t>(first));
  });
  return all;
}

Account report(std::vector<Article> articles, const Marker& marker, const MatchRules& rules, unsigned threads,
               const Wishes& wishes) {
  if (articles.empty()) return {};
  const std::vector<Marks> marks = mark_all(articles, marker, true, threads);
  return narrate(std::move(articles), marks, rules, wishes);
}

}  // namespace hearsay
