// A list of the numbers held, and the names by their places in it.
#include "group/held/held_names.h"

#include <algorithm>
#include <cassert>

namespace hearsay {

void HeldNames::add(std::string_view name) {
  names_.add(static_cast<std::uint32_t>(numbers_.size()), name);
  numbers_.push_back(next_++);
}

std::string_view HeldNames::at(std::uint32_t number) const {
  const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), number);
  assert(found != numbers_.end() && *found == number);
  return names_.at(static_cast<std::uint32_t>(found - numbers_.begin()));
}

void HeldNames::keep_only(std::span<const std::uint32_t> numbers) {
  PackedTexts names;
  for (std::uint32_t place = 0; place < numbers.size(); ++place) names.add(place, at(numbers[place]));
  numbers_.assign(numbers.begin(), numbers.end());
  names_ = std::move(names);
}

}  // namespace hearsay
