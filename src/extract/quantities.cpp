#include "extract/quantities.h"

namespace hearsay {

struct QuantityFinder::Rules {};

QuantityFinder::QuantityFinder() = default;
QuantityFinder::~QuantityFinder() = default;

std::vector<Quantity> QuantityFinder::find(std::string_view, const Dissection&, const std::vector<Time>&) const {
  return {};
}

}  // namespace hearsay
