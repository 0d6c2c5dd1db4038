// The account of a story: its points in the order to be read, each with its evidence.
#pragma once

#include "match/meaning.h"
#include "measure/evidence/story_context.h"
#include "measure/measure.h"
#include "narrate/account.h"
#include "narrate/order.h"

#include <string>
#include <vector>

namespace hearsay {

// What telling an account needs beside the story; the caller owns the parts.
struct NarrateRules {
  const Meaning& meaning;
  const OrderModel& order;
};

// `measured` is of `story`. Articles where `removed` is true (none where the list is empty) are left out with their
// copies and names; no claim of the story may stand in them.
Account narrate(const StoryContext& story, MeasuredStory measured, const NarrateRules& rules,
                std::vector<bool> removed = {});

// The account without some articles, outlets or sources (without.h says how they are named). The points are taken as
// they were brought together from all articles and measured anew from what is left, so that only the loss itself shows.
// `full` is the whole account of `story`.
Account narrate_without(const Account& full, const StoryContext& story, const NarrateRules& rules,
                        const std::vector<std::string>& names);

}  // namespace hearsay
