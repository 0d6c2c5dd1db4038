#include "run/teller.h"

#include "run/stored_story.h"

#include <utility>

namespace hearsay {

Teller::Teller(Store& store, unsigned threads, Clock now) : store_(store), threads_(threads), now_(std::move(now)) {}
Teller::~Teller() = default;

std::size_t Teller::tell(const std::function<bool(std::size_t, std::size_t)>& on_told) {
  const std::vector<std::size_t> stories = untold_stories(store_);
  if (!stories.empty() && !tools_) tools_ = std::make_unique<TellingTools>();
  std::size_t done = 0;
  for (const std::size_t story : stories) {
    tell_story(store_, story, tools_->marker, tools_->rules, threads_, now_());
    ++done;
    if (on_told && !on_told(done, stories.size())) break;
  }
  return done;
}

}  // namespace hearsay
