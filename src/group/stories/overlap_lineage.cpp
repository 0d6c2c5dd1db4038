// The rules of lineage.cpp as far as held words, credits and times can tell, with containment (the share of the shorter
// text) as the bar, which a stream of strangers needs higher than the articles of one story.
#include "group/stories/overlap_lineage.h"

#include "group/copies/changes.h"
#include "group/copies/families.h"
#include "group/copies/taken_words.h"
#include "group/copies/telling.h"
#include "group/copies/upstreams.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr double least_contained = 0.57;  // part of the shorter text's runs
constexpr double in_other_words = 0.3;    // at most so much of a translation stands word for word in the other text
constexpr std::size_t least_words = 12;
constexpr std::size_t least_in_a_row = 8;

bool is_enough(const Overlap& overlap) {
  return overlap.by_runs && overlap.contained >= least_contained &&
         std::max(overlap.in_new, overlap.in_earlier) >= least_words && overlap.longest >= least_in_a_row;
}

class OverlapJudge {
 public:
  OverlapJudge(const Overlap& overlap, const OverlapSide& earlier, const OverlapSide& article, const RecordNames& names)
      : overlap_(overlap), from_(&earlier), to_(&article), runs_(overlap.runs), names_(names) {}

  CopyRecord judge(const std::optional<Telling>& telling) {
    decide_direction();
    copy_.from = from_->record.number;
    copy_.to = to_->record.number;
    copy_.shared = static_cast<std::uint32_t>(count_taken(from_->text, to_->text));
    copy_.from_words = static_cast<std::uint32_t>(from_->text.words.size());
    copy_.to_words = static_cast<std::uint32_t>(to_->text.words.size());
    copy_.longest = static_cast<std::uint32_t>(overlap_.longest);
    copy_.same_outlet = from_->record.outlet != 0 && is_same_outlet(outlet_of(*from_), outlet_of(*to_));
    copy_.agency = shared_agency();
    copy_.owner_of = shared_owner();
    if (telling) {
      copy_.in_order = static_cast<std::uint16_t>(telling->marks.common);
      copy_.order_marks = static_cast<std::uint16_t>(telling->marks.shorter);
      copy_.words_in_order = static_cast<std::uint16_t>(telling->in_order);
      copy_.words_once = static_cast<std::uint16_t>(telling->words);
    }
    copy_.kind =
        kind_of({copy_.shared, own_voice(), std::min<std::size_t>(copy_.from_words, copy_.to_words), copy_.same_outlet,
                 copy_.named != CopyRecord::Named::no, copy_.agency != 0, telling.has_value()});
    decide_known();
    copy_.passages = pack_spans(passages(), changes());
    return copy_;
  }

 private:
  const std::string& outlet_of(const OverlapSide& side) const { return names_.outlets[side.record.outlet]; }

  // That `to` credits the agency that `from` is, or names its outlet.
  bool find_named(const OverlapSide& to, const OverlapSide& from) {
    const std::string& outlet = outlet_of(from);
    if (outlet.empty()) return false;
    for (const ArticleNotes::NotedCredit& credit : to.notes.credits) {
      if (!is_same_outlet(names_.outlets[credit.outlet], outlet)) continue;
      copy_.named = CopyRecord::Named::credits_agency;
      copy_.source = credit.agency;
      return true;
    }
    if (to.notes.upstreams.empty() || is_same_outlet(outlet_of(to), outlet)) return false;
    for (const std::uint32_t name : names_of_outlet(outlet)) {
      const auto& named = to.notes.upstreams;
      if (std::find(named.begin(), named.end(), name & 0xFFFFFFU) == named.end()) continue;
      copy_.named = CopyRecord::Named::names_outlet;
      copy_.source = from.record.outlet;
      return true;
    }
    return false;
  }

  // A credit outweighs the times, which a republication can have turned round; where each names the other, neither
  // does.
  void decide_direction() {
    const int order = order_in_time(from_->record.time(), to_->record.time());
    const bool this_way = find_named(*to_, *from_);
    const CopyRecord named = copy_;
    const bool other_way = find_named(*from_, *to_);
    turned_ = this_way == other_way ? order > 0 : other_way;
    if (this_way) copy_ = named;
    if (this_way && other_way) copy_.named = CopyRecord::Named::no;
    copy_.earlier = order != 0 && (order > 0) == turned_;
    if (!turned_) return;
    std::swap(from_, to_);
    for (Run& run : runs_) std::swap(run.from, run.to);
    std::sort(runs_.begin(), runs_.end(),
              [](const Run& a, const Run& b) { return a.to != b.to ? a.to < b.to : a.from < b.from; });
  }

  void decide_known() {
    const bool derived = copy_.kind == CopyKind::copy || copy_.kind == CopyKind::revision;
    copy_.direction_known = derived && (copy_.named != CopyRecord::Named::no || copy_.earlier);
  }

  std::uint32_t shared_agency() const {
    for (const ArticleNotes::NotedCredit& credit : from_->notes.credits) {
      for (const ArticleNotes::NotedCredit& other : to_->notes.credits) {
        if (credit.agency == other.agency && (credit.whole || other.whole)) return credit.agency;
      }
    }
    return 0;
  }

  std::uint32_t shared_owner() const {
    if (copy_.same_outlet || from_->record.outlet == 0 || to_->record.outlet == 0) return 0;
    const auto owner = owner_of(outlet_of(*from_));
    return owner && owner == owner_of(outlet_of(*to_)) ? from_->record.outlet : 0;
  }

  std::size_t own_voice() const {
    std::size_t words = 0;
    for (const Run& run : runs_) {
      for (std::size_t i = 0; i < run.count; ++i) {
        words += from_->text.places[run.from + i].quoted == 0 && to_->text.places[run.to + i].quoted == 0 ? 1 : 0;
      }
    }
    return words;
  }

  static Span hull(const PlacedWords& text, std::size_t first, std::size_t count) {
    return {text.places[first].begin, text.places[first + count - 1].end};
  }

  std::vector<Passage> passages() const {
    std::vector<Passage> passages;
    for (const Run& run : runs_)
      passages.push_back({hull(from_->text, run.from, run.count), hull(to_->text, run.to, run.count)});
    return passages;
  }

  std::vector<Change> changes() const {
    if (copy_.kind != CopyKind::copy && copy_.kind != CopyKind::revision) return {};
    return find_changes(from_->text, to_->text, runs_);
  }

  const Overlap& overlap_;
  const OverlapSide* from_;
  const OverlapSide* to_;
  std::vector<Run> runs_;
  const RecordNames& names_;
  bool turned_ = false;
  CopyRecord copy_;
};

}  // namespace

std::optional<CopyRecord> judge_overlap(const Overlap& overlap, const OverlapSide& earlier, const OverlapSide& article,
                                        const RecordNames& names) {
  std::optional<Telling> telling;
  if (!is_enough(overlap)) {
    if (!overlap.by_marks || overlap.contained > in_other_words) return std::nullopt;
    // One outlet's columns of a kind, weather or markets, name the same things in the same order each week.
    if (earlier.record.outlet != 0 && earlier.record.outlet == article.record.outlet) return std::nullopt;
    telling = compare_tellings(earlier.text, article.text, overlap.runs);
    if (!is_one_telling(*telling)) return std::nullopt;
  }
  return OverlapJudge(overlap, earlier, article, names).judge(telling);
}

}  // namespace hearsay
