#include "itemise/propositions/claim.h"

namespace hearsay {

std::string_view to_text(Stance stance) {
  static constexpr std::string_view names[] = {"asserts", "confirms", "denies", "estimates", "hedges", "declines"};
  return names[static_cast<std::size_t>(stance)];
}

}  // namespace hearsay
