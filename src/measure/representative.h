// The claim that speaks for its point.
#pragma once

#include "measure/evidence/story_context.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace hearsay {

// The claim nearest to all others of its point that can be read by itself; of two equally good ones the shorter.
// `point` holds indices into the story's claims and is not empty. An earlier event does not speak for this one, unless
// all claims tell of such; words that hang on others ("who ...", "it ...") do only where there are no better ones.
std::size_t representative_of(std::span<const std::size_t> point, const StoryContext& story);

// Can a claim be read by itself? Not where it begins with a word that depends on others, or says only that somebody
// spoke.
bool reads_alone(const Assertion& assertion, std::string_view words);

}  // namespace hearsay
