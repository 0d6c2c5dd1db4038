// The time left assumes that what is to come is like what was. Files and a limit may both tell where the end is; the
// nearer one counts.
#include "present/terminal/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace hearsay {

namespace {

std::string size_in_words(double bytes) {
  if (bytes >= 1e9) return fmt::format("{:.1f} GB", bytes / 1e9);
  if (bytes >= 1e6) return fmt::format("{:.0f} MB", bytes / 1e6);
  return fmt::format("{:.0f} kB", bytes / 1e3);
}

std::string time_in_words(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", std::max(1.0, std::ceil(seconds)));
  if (seconds < 5400) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

std::string to_text(const Progress& progress) {
  const auto articles = static_cast<double>(progress.articles);
  std::string line = fmt::format("{} articles, {:.0f} a second", progress.articles,
                                 progress.seconds > 0 ? articles / progress.seconds : 0);
  double done = 0;
  if (progress.bytes_in_all && *progress.bytes_in_all > 0) {
    const auto all = static_cast<double>(*progress.bytes_in_all);
    done = std::min(static_cast<double>(progress.bytes_read) / all, 1.0);
    line += fmt::format(", {:.0f} % of {}", std::floor(100 * done), size_in_words(all));
  }
  if (progress.limit > 0) done = std::clamp(articles / static_cast<double>(progress.limit), done, 1.0);
  if (done > 0 && done < 1 && progress.seconds >= 0.5)
    line += ", about " + time_in_words(progress.seconds * (1 - done) / done) + " left";
  return line;
}

}  // namespace hearsay
