#include "measure/evidence/point.h"

namespace hearsay {

std::string_view to_text(OriginKind kind) {
  static constexpr std::string_view names[] = {"speaker", "organization", "document", "outlet", "unnamed"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view to_text(DisagreementKind kind) {
  static constexpr std::string_view names[] = {"quantity", "date", "place", "actor", "polarity", "wording", "scope"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view to_text(DisagreementRelation relation) {
  static constexpr std::string_view names[] = {"conflict", "compatible", "update", "scope", "translation"};
  return names[static_cast<std::size_t>(relation)];
}

std::string_view to_text(Standing standing) {
  static constexpr std::string_view names[] = {"corroborated", "single-origin", "contested", "unanswered",
                                               "background"};
  return names[static_cast<std::size_t>(standing)];
}

}  // namespace hearsay
