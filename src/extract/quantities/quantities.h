// Numbers with what they count: bounds, not just figures. What one unit is in another: extract/quantities/units.h.
#pragma once

#include "base/span.h"
#include "dissect/words/dissection.h"
#include "extract/times/times.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Quantity {
  Span span;                   // the number with its bound words and unit: "at least 4,000 trees" without the object
  std::optional<double> low;   // nothing: open below ("up to 30")
  std::optional<double> high;  // nothing: open above ("at least 4,000")
  bool approximate = false;    // "about", "some", "a couple of hundred"
  std::optional<std::string>
      unit;                       // as the rules name it: "kilometre", "percent", "US dollar"; nothing for a bare count
  std::optional<std::string> of;  // what is counted, the head with its modifiers, verbatim: "Norlandish troops"
  std::optional<Span> of_span;
  std::string why;
};

class QuantityFinder {
 public:
  QuantityFinder();  // compiles data/numbers.txt and data/units.txt; throws std::runtime_error naming a broken line
  ~QuantityFinder();
  QuantityFinder(const QuantityFinder&) = delete;
  QuantityFinder& operator=(const QuantityFinder&) = delete;

  // In text order, not overlapping. A number that is part of one of `times` is not a quantity, but an amount of time is
  // one, also where it tells when ("two years ago"); only a "two-year plan" is left to the times. Linear in the text's
  // length.
  std::vector<Quantity> find(std::string_view text, const Dissection& dissection, const std::vector<Time>& times) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace hearsay
