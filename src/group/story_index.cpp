// Online clustering with average linkage. Features have unit length, so the mean cosine between an article and a
// story's articles is its product with their sum, over their number: no article has to be kept for it. Candidates come
// from an inverted index of the stories' heaviest stems, of which only the newest stories are looked at, so that a stem
// which everyone uses costs no more than a rare one. The sum of a large story is cut to its heaviest features.
#include "group/story_index.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hearsay {

namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFFU;
constexpr std::size_t stems_posted = 12;  // of an article
constexpr std::size_t stems_asked = 28;
constexpr std::size_t stories_looked_at = 20;  // of one stem
constexpr std::size_t most_looked_up = 24;     // stories ranked, of which some are forgotten ones
constexpr std::size_t most_compared = 14;
constexpr std::size_t most_found = 8;

// Adds b to a, by stem.
std::vector<Feature> sum_of(const std::vector<Feature>& a, const std::vector<Feature>& b) {
  std::vector<Feature> sum;
  sum.reserve(a.size() + b.size());
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() || j != b.end()) {
    if (j == b.end() || (i != a.end() && i->stem < j->stem))
      sum.push_back(*i++);
    else if (i == a.end() || j->stem < i->stem)
      sum.push_back(*j++);
    else
      sum.push_back({i->stem, i++->weight + j++->weight});
  }
  return sum;
}

}  // namespace

float part_left(double days_between, const StoryRules& rules) {
  const double slow = rules.slow_days;
  const double left = 1 / (1 + rules.fall * std::log(1 + std::max(0.0, days_between - 1) / slow));
  return std::max(rules.least_left, static_cast<float>(left));
}

bool StoryIndex::is_found(std::uint32_t story) const {
  return story >= first_ && at(story).articles > 0 && at(story).arrived >= forgotten_before_;
}

// From halfway between the story's mean day and its last: a story that drags on drifts away from its own beginning, and
// the next event on the topic does not follow it for ever.
double StoryIndex::days_between(const Sum& story, std::optional<std::int32_t> day) const {
  if (!day || story.dated == 0) return 0;
  const double middle = (story.days / story.dated + story.last_day) / 2;
  return std::abs(static_cast<double>(*day) - middle);
}

// Stories that have some of the heaviest stems, with the weight of the stems that led to them, the heaviest first. All
// chains are walked side by side, so that the processor fetches the next steps of all of them at once.
std::vector<StoryIndex::Candidate> StoryIndex::candidates(const std::vector<Feature>& features) const {
  struct Walk {
    std::uint32_t at;
    float weight;
  };
  std::vector<Walk> walks;
  const std::vector<Feature> asked = heaviest(features, stems_asked);
  for (const Feature& feature : asked) __builtin_prefetch(&heads_[first_slot(feature.stem)]);
  for (const Feature& feature : asked) {
    const std::uint32_t first = heads_[slot_of(feature.stem)].first;
    if (first == nobody) continue;
    __builtin_prefetch(&postings_[first]);
    walks.push_back({first, feature.weight * feature.weight});
  }
  std::vector<Candidate> seen;
  seen.reserve(walks.size() * stories_looked_at);
  for (std::size_t looked = 0; looked < stories_looked_at && !walks.empty(); ++looked) {
    for (Walk& walk : walks) {
      const Posting& posting = postings_[walk.at];
      seen.push_back({posting.story, walk.weight});
      walk.at = posting.next;
      if (walk.at != nobody) __builtin_prefetch(&postings_[walk.at]);
    }
    std::erase_if(walks, [](const Walk& walk) { return walk.at == nobody; });
  }
  // One story's weights are added in one order, whatever the order of its chains was.
  std::sort(seen.begin(), seen.end(), [](const Candidate& a, const Candidate& b) {
    return a.story != b.story ? a.story < b.story : a.weight < b.weight;
  });
  std::vector<Candidate> ranked;
  for (const Candidate& next : seen) {
    if (ranked.empty() || ranked.back().story != next.story)
      ranked.push_back(next);
    else
      ranked.back().weight += next.weight;
  }
  const std::size_t kept = std::min(most_looked_up, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
                    [](const Candidate& a, const Candidate& b) {
                      return a.weight != b.weight ? a.weight > b.weight : a.story < b.story;
                    });
  ranked.resize(kept);
  return ranked;
}

std::vector<StoryIndex::Found> StoryIndex::find(const std::vector<Feature>& features,
                                                std::optional<std::int32_t> day) const {
  if (heads_.empty()) return {};
  std::vector<Candidate> compared = candidates(features);
  for (const Candidate& candidate : compared) {
    if (candidate.story >= first_) __builtin_prefetch(&at(candidate.story));
  }
  std::erase_if(compared, [&](const Candidate& candidate) { return !is_found(candidate.story); });
  if (compared.size() > most_compared) compared.resize(most_compared);
  for (const Candidate& candidate : compared) at(candidate.story).features.prefetch();
  const FeatureFactor factor(features);
  std::vector<Found> found;
  for (const Candidate& candidate : compared) {
    const Sum& sum = at(candidate.story);
    const float mean = factor.times(sum.features) / static_cast<float>(sum.articles);
    found.push_back({candidate.story, mean * part_left(days_between(sum, day), rules_)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.alike != b.alike ? a.alike > b.alike : a.story < b.story;
  });
  if (found.size() > most_found) found.resize(most_found);
  return found;
}

std::uint32_t StoryIndex::begin(const std::vector<Feature>& features, std::optional<std::int32_t> day,
                                std::int32_t arrived) {
  stories_.emplace_back();
  const auto story = static_cast<std::uint32_t>(first_ + stories_.size() - 1);
  join(story, features, day, arrived);
  return story;
}

void StoryIndex::join(std::uint32_t story, const std::vector<Feature>& features, std::optional<std::int32_t> day,
                      std::int32_t arrived) {
  Sum& sum = at(story);
  sum.features = sum.articles == 0 ? PackedFeatures(features, true)
                                   : PackedFeatures(sum_of(sum.features.unpacked(), features), false);
  ++sum.articles;
  sum.arrived = std::max(sum.arrived, arrived);
  if (sum.articles == 1) sum.arrived = arrived;
  if (day) {
    sum.last_day = sum.dated == 0 ? *day : std::max(sum.last_day, *day);
    ++sum.dated;
    sum.days += *day;
  }
  post(story, features);
}

float StoryIndex::alike(std::uint32_t a, std::uint32_t b) const {
  const Sum& one = at(a);
  const Sum& other = at(b);
  const float mean =
      product(one.features, other.features) / static_cast<float>(one.articles) / static_cast<float>(other.articles);
  if (one.dated == 0 || other.dated == 0) return mean;
  const double middle = (one.days / one.dated + one.last_day) / 2;
  return mean * part_left(days_between(other, static_cast<std::int32_t>(std::lround(middle))), rules_);
}

void StoryIndex::merge(std::uint32_t a, std::uint32_t b) {
  Sum& kept = at(a);
  Sum& gone = at(b);
  const std::vector<Feature> moved = gone.features.unpacked();
  kept.features = PackedFeatures(sum_of(kept.features.unpacked(), moved), false);
  kept.articles += gone.articles;
  kept.arrived = std::max(kept.arrived, gone.arrived);
  if (gone.dated > 0) kept.last_day = kept.dated == 0 ? gone.last_day : std::max(kept.last_day, gone.last_day);
  kept.dated += gone.dated;
  kept.days += gone.days;
  gone = {};
  post(a, moved);
}

void StoryIndex::forget_before(std::int32_t arrived) {
  forgotten_before_ = arrived;
  std::size_t gone = 0;
  while (gone < stories_.size() && (stories_[gone].articles == 0 || stories_[gone].arrived < arrived)) ++gone;
  stories_.erase(stories_.begin(), stories_.begin() + static_cast<std::ptrdiff_t>(gone));
  first_ += static_cast<std::uint32_t>(gone);
  for (Sum& sum : stories_) {
    if (sum.arrived < arrived) sum.features = {};
  }
}

// The slot that holds the stem or, where none does, the free one it would get.
std::size_t StoryIndex::slot_of(std::uint32_t stem) const {
  std::size_t slot = first_slot(stem);
  while (heads_[slot].first != nobody && heads_[slot].stem != stem) slot = slot + 1 == heads_.size() ? 0 : slot + 1;
  return slot;
}

void StoryIndex::post(std::uint32_t story, const std::vector<Feature>& features) {
  constexpr std::size_t slack = 4096;
  if (postings_.size() + stems_posted > rebuild_at_ + slack) rebuild();
  for (const Feature& feature : heaviest(features, stems_posted)) post(story, feature.stem);
}

void StoryIndex::post(std::uint32_t story, std::uint32_t stem) {
  constexpr double fullest = 0.8;
  if (static_cast<double>(stems_held_ + 1) > fullest * static_cast<double>(heads_.size())) rebuild();
  Head& head = heads_[slot_of(stem)];
  // A story in the news is posted again with each article; once among the newest few is enough.
  constexpr int newest = 6;
  int looked = 0;
  for (std::uint32_t at = head.first; at != nobody && looked < newest; at = postings_[at].next, ++looked) {
    if (postings_[at].story == story) return;
  }
  if (head.first == nobody) ++stems_held_;
  head.stem = stem;
  postings_.push_back({story, head.first});
  head.first = static_cast<std::uint32_t>(postings_.size() - 1);
}

// Writes the chains anew without stories that are gone, and without what lies deeper than is ever looked at.
void StoryIndex::rebuild() {
  const std::vector<Posting> old_postings = std::move(postings_);
  const std::vector<Head> old_heads = std::move(heads_);
  postings_ = {};
  std::size_t live_stems = 0;
  const auto chain_of = [&](const Head& head) {
    std::vector<std::uint32_t> chain;
    for (std::uint32_t at = head.first; at != nobody && chain.size() < stories_looked_at; at = old_postings[at].next) {
      const std::uint32_t story = old_postings[at].story;
      if (is_found(story) && std::find(chain.begin(), chain.end(), story) == chain.end()) chain.push_back(story);
    }
    return chain;
  };
  for (const Head& head : old_heads) live_stems += head.first != nobody && !chain_of(head).empty() ? 1 : 0;
  constexpr std::size_t smallest = 1U << 10;
  heads_.assign(std::max(smallest, live_stems * 8 / 5), {});
  stems_held_ = live_stems;
  for (const Head& old_head : old_heads) {
    if (old_head.first == nobody) continue;
    const std::vector<std::uint32_t> chain = chain_of(old_head);
    if (chain.empty()) continue;
    Head& head = heads_[slot_of(old_head.stem)];
    head.stem = old_head.stem;
    for (auto story = chain.rbegin(); story != chain.rend(); ++story) {
      postings_.push_back({*story, head.first});
      head.first = static_cast<std::uint32_t>(postings_.size() - 1);
    }
  }
  rebuild_at_ = postings_.size() * 3 / 2;
}

}  // namespace hearsay
