// Judges copies in a stream by containment (the share of the shorter text) and tells direction by time alone, for the
// earlier text is no longer there to be read: find_copies looks deeper into the few articles of one story.
#include "group/grouping_records.h"

#include "group/packed_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

constexpr double least_contained = 0.57;  // part of the shorter text's runs
constexpr double most = 0.5;
constexpr std::size_t least_words = 12;
constexpr std::size_t least_in_a_row = 8;

// -1: a is earlier, 1: b is earlier, 0: the times do not say.
int order_in_time(const ArticleRecord& a, const ArticleRecord& b) {
  if (!a.has_day || !b.has_day) return 0;
  constexpr std::int64_t day = 86400;
  const bool exact = a.has_time && b.has_time;
  const std::int64_t at = exact ? a.seconds : a.seconds / day;
  const std::int64_t bt = exact ? b.seconds : b.seconds / day;
  if (at == bt) return 0;
  return at < bt ? -1 : 1;
}

}  // namespace

std::string pack_passages(const std::vector<PlacedPassage>& passages) {
  std::string bytes;
  std::uint32_t last = 0;
  for (const PlacedPassage& passage : passages) {
    // A greedy match may step back a little where the other text repeats itself, so the step is signed (zigzag).
    const auto step = static_cast<std::int64_t>(passage.to.begin) - last;
    put_number(bytes, static_cast<std::uint64_t>(step) << 1 ^ static_cast<std::uint64_t>(step >> 63));
    put_number(bytes, passage.to.end - passage.to.begin);
    put_number(bytes, passage.from.begin);
    put_number(bytes, passage.from.end - passage.from.begin);
    last = passage.to.end;
  }
  bytes.shrink_to_fit();
  return bytes;
}

std::vector<Passage> unpack_passages(std::string_view bytes) {
  std::vector<Passage> passages;
  std::uint64_t last = 0;
  while (!bytes.empty()) {
    const std::uint64_t coded = take_number(bytes);
    const std::uint64_t begin = last + ((coded >> 1) ^ (0 - (coded & 1U)));
    const std::uint64_t length = take_number(bytes);
    const std::uint64_t from = take_number(bytes);
    const std::uint64_t from_length = take_number(bytes);
    passages.push_back({{from, from + from_length}, {begin, begin + length}});
    last = begin + length;
  }
  return passages;
}

std::optional<CopyRecord> judge_overlap(const Overlap& overlap, const ArticleRecord& earlier,
                                        const ArticleRecord& article, std::size_t article_words) {
  const double part_of_new = static_cast<double>(overlap.in_new) / static_cast<double>(article_words);
  const double part_of_earlier = static_cast<double>(overlap.in_earlier) / static_cast<double>(overlap.earlier_words);
  if (overlap.contained < least_contained) return std::nullopt;
  if (std::max(overlap.in_new, overlap.in_earlier) < least_words || overlap.longest < least_in_a_row)
    return std::nullopt;
  const int order = order_in_time(earlier, article);
  const bool turned = order > 0;
  CopyRecord copy;
  copy.from = turned ? article.number : earlier.number;
  copy.to = turned ? earlier.number : article.number;
  copy.shared = static_cast<std::uint32_t>(turned ? overlap.in_earlier : overlap.in_new);
  copy.words = static_cast<std::uint32_t>(turned ? overlap.earlier_words : article_words);
  copy.longest = static_cast<std::uint32_t>(overlap.longest);
  copy.same_outlet = earlier.outlet != 0 && earlier.outlet == article.outlet;
  copy.agency = earlier.agency == article.agency ? article.agency : 0;
  copy.earlier = order != 0;
  if (copy.same_outlet && std::min(part_of_new, part_of_earlier) >= most)
    copy.kind = CopyKind::revision;
  else if (copy.agency != 0)
    copy.kind = CopyKind::common_source;
  copy.direction_known = copy.earlier && copy.kind != CopyKind::common_source;
  std::vector<PlacedPassage> passages = overlap.passages;
  if (turned) {
    for (PlacedPassage& passage : passages) std::swap(passage.from, passage.to);
    std::sort(passages.begin(), passages.end(), [](const auto& a, const auto& b) { return a.to.begin < b.to.begin; });
  }
  copy.passages = pack_passages(passages);
  return copy;
}

Copy copy_of(const CopyRecord& record, const std::vector<std::string>& agencies) {
  Copy copy;
  copy.from = record.from;
  copy.to = record.to;
  copy.kind = record.kind;
  copy.share = static_cast<double>(record.shared) / std::max<double>(1, record.words);
  copy.direction_known = record.direction_known;
  copy.passages = unpack_passages(record.passages);
  copy.why = fmt::format("{} of {} words stand in both, {} in a row", record.shared, record.words, record.longest);
  if (record.same_outlet) copy.why += "; same outlet";
  if (record.agency != 0) copy.why += "; both credit " + agencies[record.agency];
  if (record.earlier) copy.why += "; published later";
  return copy;
}

}  // namespace hearsay
