#include "run/inputs/set_aside.h"

#include <utility>

namespace hearsay {

namespace {

// What is said of one, behind its place, and of several, behind their number.
struct Words {
  const char* one;
  const char* several;
};

constexpr std::array<Words, 4> words = {{
    {"is a picture, sound, a style sheet, a script or the like, which is not read",
     "pictures, sounds, style sheets, scripts and the like are not read"},
    {"has a name that begins with a dot, and is not read", "files whose names begin with a dot are not read"},
    {"is JSON or XML that holds no article", "files of JSON or XML hold no article"},
    {"came again with the same outlet and text, and is counted once",
     "articles came again with the same id, outlet and text, and are counted once"},
}};

}  // namespace

void SetAsideCounts::add(SetAside one) {
  Count& count = counts_[static_cast<std::size_t>(one.kind)];
  if (++count.number == 1) count.first = std::move(one.where);
}

std::vector<std::string> SetAsideCounts::sentences() const {
  std::vector<std::string> all;
  for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
    const auto& [number, first] = counts_[kind];
    if (number == 1) all.push_back(first + " " + words[kind].one);
    if (number > 1) all.push_back(std::to_string(number) + " " + words[kind].several + " (the first: " + first + ")");
  }
  return all;
}

}  // namespace hearsay
