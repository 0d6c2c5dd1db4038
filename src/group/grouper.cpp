#include "group/grouper.h"

namespace hearsay {

struct Grouper::State {
  std::vector<Story> stories;
};

Grouper::Grouper(Options) : state_(std::make_unique<State>()) {}
Grouper::~Grouper() = default;

std::size_t Grouper::add(const Article& article) {
  const std::size_t number = state_->stories.size();
  state_->stories.push_back({article.id, {number}, {}});
  return number;
}

std::vector<Story> Grouper::stories() const { return state_->stories; }

}  // namespace hearsay
