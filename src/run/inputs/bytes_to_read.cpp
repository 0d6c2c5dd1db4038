// Sizes by stat(), without opening anything.
#include "run/inputs/reading.h"

#include "capture/folders/walk.h"
#include "capture/network/fetch.h"
#include "run/inputs/reading_shape.h"

#include <sys/stat.h>
#include <unistd.h>

namespace hearsay {

std::optional<std::uint64_t> bytes_to_read(const std::vector<std::string>& paths) {
  std::uint64_t sum = 0;
  bool known = true;
  const auto add = [&](const std::string& file, bool named) {
    struct stat about {};
    const int failed = file == "-" ? ::fstat(STDIN_FILENO, &about) : ::stat(file.c_str(), &about);
    if (failed || !S_ISREG(about.st_mode))
      known = false;
    else if (named || !is_passed_over(file))
      sum += static_cast<std::uint64_t>(about.st_size);
  };
  for (const std::string& path : paths) {
    if (is_web_address(path)) return std::nullopt;
    walk(path, add, [](const Problem&) {});
  }
  return known ? std::optional(sum) : std::nullopt;
}

}  // namespace hearsay
