// Rules, no learned weights; kinds after Clough et al. (METER, 2002): text taken over as a whole, text taken from one
// source, text rewritten.
#include "group/copies/copy_kind.h"

namespace hearsay {

CopyKind kind_of(const SharedText& shared) {
  constexpr double most = 0.5;
  constexpr double good_part = 0.3;
  constexpr std::size_t paragraph = 60;
  constexpr std::size_t few = 5;
  const auto smaller = static_cast<double>(shared.smaller);
  if (shared.same_outlet)
    return static_cast<double>(shared.words) >= most * smaller ? CopyKind::revision : CopyKind::copy;
  if (shared.in_other_words && shared.own_voice < paragraph) return CopyKind::translation;
  if (shared.named && shared.own_voice >= few) return CopyKind::copy;
  if (shared.same_agency) return CopyKind::common_source;
  // Paragraphs of the same words in two long articles are an agency's; only the bulk of a text makes a copy.
  return static_cast<double>(shared.own_voice) >= good_part * smaller ? CopyKind::copy : CopyKind::common_source;
}

int order_in_time(const PublishedTime& a, const PublishedTime& b) {
  if (!a.has_day || !b.has_day) return 0;
  constexpr std::int64_t day = 86400;
  const auto day_of = [](std::int64_t seconds) { return seconds >= 0 ? seconds / day : (seconds - day + 1) / day; };
  const std::int64_t a_day = day_of(a.seconds);
  const std::int64_t b_day = day_of(b.seconds);
  if (a_day != b_day) return a_day < b_day ? -1 : 1;
  if (!a.has_time || !b.has_time || a.seconds == b.seconds) return 0;
  return a.seconds < b.seconds ? -1 : 1;
}

}  // namespace hearsay
