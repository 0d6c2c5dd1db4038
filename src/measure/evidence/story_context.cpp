#include "measure/evidence/story_context.h"

namespace hearsay {

NumbersOf copies_by_article(std::size_t articles, std::span<const Copy> copies) {
  NumbersOf numbers(articles);
  for (std::size_t c = 0; c < copies.size(); ++c) {
    numbers[copies[c].from].push_back(c);
    if (copies[c].to != copies[c].from) numbers[copies[c].to].push_back(c);
  }
  return numbers;
}

NumbersOf affiliations_by_person(const StoryNames& names) {
  NumbersOf numbers(names.entities.all.size());
  for (std::size_t a = 0; a < names.affiliations.size(); ++a) numbers[names.affiliations[a].person].push_back(a);
  return numbers;
}

}  // namespace hearsay
