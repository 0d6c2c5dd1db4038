// Values drawn on one axis: a bar from low to high, an open end that fades out, a hollow mark for "about".
#pragma once

#include "present/page_view.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// One answer, given by one claim or by several.
struct ScaleRow {
  std::optional<double> low;  // in the axis' unit; for days, days since 1970-01-01
  std::optional<double> high;
  bool approximate = false;
  std::string reading;              // the value in the program's words
  std::vector<std::size_t> claims;  // who gives it
};

enum class Axis { numbers, days };

// Draws rows in order of their values. Where the numbers span more than two powers of ten the axis is logarithmic, and
// says so. Draws nothing for rows without any bound.
void write_scale(std::string& page, const PageView& view, std::vector<ScaleRow> rows, Axis axis);

}  // namespace hearsay
