// Values drawn on one axis: a bar from low to high, an open end that fades out, a hollow mark for "about".
#pragma once

#include "present/words/account_view.h"
#include "present/words/answers.h"

#include <string>
#include <vector>

namespace hearsay {

enum class Axis { numbers, days };

// Draws answers in the order given. Where the numbers span more than two powers of ten the axis is logarithmic, and
// says so; an axis of less than two days has hours. Draws nothing when none has a bound.
void write_scale(std::string& page, const AccountView& view, const std::vector<Answer>& answers, Axis axis);

}  // namespace hearsay
