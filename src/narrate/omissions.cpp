#include "narrate/omissions.h"

#include <algorithm>

namespace hearsay {

std::vector<Omission> omissions_of(const Account& account, std::span<const Marks> marks,
                                   const std::vector<bool>& removed) {
  std::vector<Omission> omissions;
  const auto note = [&](std::size_t count, const char* what) {
    if (count > 0) omissions.push_back({count, what});
  };
  std::size_t boilerplate = 0;
  std::size_t undated = 0;
  std::size_t times = 0;
  std::size_t nobody = 0;
  for (std::size_t a = 0; a < account.articles.size(); ++a) {
    if (removed[a]) continue;
    const Marks& m = marks[a];
    boilerplate += account.articles[a].boilerplate.size();
    undated += !account.articles[a].published;
    times += static_cast<std::size_t>(std::count_if(m.times.begin(), m.times.end(), [](const Time& t) {
      return !t.from && !t.to && (t.type == TimeType::date || t.type == TimeType::time);
    }));
    nobody += static_cast<std::size_t>(std::count_if(m.attributions.begin(), m.attributions.end(),
                                                     [](const Attribution& said) { return !said.source; }));
  }
  note(boilerplate, "passages left out as not part of an article");
  note(undated, "articles without a publication day: their relative times are resolved against other dates");
  note(times, "times that could not be resolved to a day");
  note(nobody, "statements whose speaker the text does not name");
  std::size_t maybe = 0;
  for (const Entity& entity : account.entities) maybe += entity.maybe.size();
  note(maybe, "pairs of names that may be one, kept apart");
  std::size_t doubtful = 0;
  for (const Point& point : account.points) doubtful += point.origins.min != point.origins.max;
  note(doubtful, "points whose number of origins cannot be determined exactly");
  return omissions;
}

}  // namespace hearsay
