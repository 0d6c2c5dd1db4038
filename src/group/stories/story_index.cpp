// Online clustering with average linkage. Features have unit length, so the mean cosine between an article and a
// story's articles is its product with their sum, over their number: no article has to be kept for it. The same sum's
// length tells how close the articles are: the more sides a large event is told from, the less any two of its reports
// have in common, but for the names that all of them need; so there these count more. Candidates come
// from an inverted index of the stories' heaviest stems, of which only the newest stories are looked at, so that a stem
// which everyone uses costs no more than a rare one. The sum of a large story is cut to its heaviest features.
#include "group/stories/story_index.h"

#include "base/prefetch.h"
#include "group/held/spread_sort.h"
#include "group/stories/word_weights.h"

#include <algorithm>
#include <array>
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
  return story >= first_ && story != Head::no_story && at(story).articles > 0 && at(story).arrived >= forgotten_before_;
}

// From halfway between the story's mean day and its last: a story that drags on drifts away from its own beginning, and
// the next event on the topic does not follow it for ever.
double StoryIndex::days_between(const Sum& story, std::optional<std::int32_t> day) const {
  if (!day || story.dated == 0) return 0;
  const double middle = (story.days / story.dated + story.last_day) / 2;
  return std::abs(static_cast<double>(*day) - middle);
}

double StoryIndex::days_told(std::uint32_t story, std::int32_t day) const {
  const Sum& sum = at(story);
  return sum.dated == 0 ? 0 : day - sum.days / sum.dated;
}

// The length of the sum over the number of articles is the root of their mean likeness, each with itself included: near
// one of those that are close. Reports in a language of which no word is known to be common are let alone.
float StoryIndex::raised(const Sum& story) const {
  if (!story.familiar || story.articles < 2) return 1;
  const auto articles = static_cast<float>(story.articles);
  const float mean = story.features.square() / (articles * articles);
  return std::clamp(rules_.close * rules_.close / mean, 1.0F, rules_.most_raised);
}

std::vector<Feature> StoryIndex::rare_ones(std::vector<Feature> features) const {
  const WordWeights& weights = WordWeights::shared();
  std::erase_if(features, [&](const Feature& f) { return weights.part_of_articles(f.stem) >= rules_.rare; });
  return features;
}

// Stories that have some of the heaviest stems, with the weight of the stems that led to them, the heaviest first. All
// chains are walked side by side, so that the processor fetches the next steps of all of them at once.
std::vector<WeighedStory> StoryIndex::candidates(const std::vector<Feature>& features) const {
  struct Walk {
    std::uint32_t at;
    std::uint32_t number;  // of the stem asked for
  };
  std::vector<Feature> asked = heaviest(features, stems_asked);
  for (const Feature& feature : asked) heads_.prefetch(mixed(feature.stem));
  // One story's weights are added from the lowest, whatever the order of its chains was.
  sort_nearly_sorted(asked, [](const Feature& a, const Feature& b) { return a.weight < b.weight; });
  std::array<std::array<std::uint32_t, stories_looked_at>, stems_asked> met;  // NOLINT: only the first of each are read
  std::array<std::size_t, stems_asked> met_by{};
  std::vector<Walk> walks;
  for (std::uint32_t i = 0; i < asked.size(); ++i) {
    const std::uint32_t first = place_of(asked[i].stem);
    if (first == Head::free || first == (Head::no_story | Head::one_story)) continue;
    if ((first & Head::one_story) != 0) {
      met[i][met_by[i]++] = first & ~Head::one_story;
      continue;
    }
    prefetch_memory(&postings_[first]);
    walks.push_back({first, i});
  }
  for (std::size_t looked = 0; looked < stories_looked_at && !walks.empty(); ++looked) {
    for (Walk& walk : walks) {
      const Posting& posting = postings_[walk.at];
      met[walk.number][met_by[walk.number]++] = posting.story;
      walk.at = posting.next;
      if (walk.at != nobody) prefetch_memory(&postings_[walk.at]);
    }
    std::erase_if(walks, [](const Walk& walk) { return walk.at == nobody; });
  }
  StoryWeights<stems_asked * stories_looked_at> weights;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    for (std::size_t k = 0; k < met_by[i]; ++k) weights.add(met[i][k], asked[i].weight * asked[i].weight);
  }
  return weights.heaviest(most_looked_up);
}

std::vector<StoryIndex::Found> StoryIndex::find(const std::vector<Feature>& features,
                                                std::optional<std::int32_t> day) const {
  std::vector<WeighedStory> compared = candidates(features);
  for (const WeighedStory& candidate : compared) {
    if (candidate.story >= first_) prefetch_memory(&at(candidate.story));
  }
  std::erase_if(compared, [&](const WeighedStory& candidate) { return !is_found(candidate.story); });
  if (compared.size() > most_compared) compared.resize(most_compared);
  for (const WeighedStory& candidate : compared) at(candidate.story).features.prefetch();
  const FeatureFactor factor(features);
  const bool any_raised = std::any_of(compared.begin(), compared.end(),
                                      [&](const WeighedStory& candidate) { return at(candidate.story).raised > 1; });
  const std::vector<Feature> rare = any_raised ? rare_ones(features) : std::vector<Feature>();
  std::optional<FeatureFactor> rare_factor;
  if (any_raised) rare_factor.emplace(rare);
  std::vector<Found> found;
  for (const WeighedStory& candidate : compared) {
    const Sum& sum = at(candidate.story);
    float alike = factor.times(sum.features);
    if (sum.raised > 1) alike += (sum.raised - 1) * rare_factor->times(sum.features);
    const float mean = alike / static_cast<float>(sum.articles);
    found.push_back({candidate.story, mean * part_left(days_between(sum, day), rules_)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.alike != b.alike ? a.alike > b.alike : a.story < b.story;
  });
  if (found.size() > most_found) found.resize(most_found);
  return found;
}

std::uint32_t StoryIndex::begin(const Part& part) {
  stories_.emplace_back();
  const auto story = static_cast<std::uint32_t>(first_ + stories_.size() - 1);
  join(story, part);
  return story;
}

void StoryIndex::join(std::uint32_t story, const Part& part) {
  Sum& sum = at(story);
  sum.features = sum.articles == 0 ? PackedFeatures(part.features, true)
                                   : PackedFeatures(sum_of(sum.features.unpacked(), part.features), false);
  ++sum.articles;
  sum.arrived = std::max(sum.arrived, part.arrived);
  if (sum.articles == 1) sum.arrived = part.arrived;
  if (part.day) {
    sum.last_day = sum.dated == 0 ? *part.day : std::max(sum.last_day, *part.day);
    ++sum.dated;
    sum.days += *part.day;
  }
  sum.familiar = sum.familiar && part.familiar;
  sum.raised = raised(sum);
  post(story, part.features);
}

float StoryIndex::alike(std::uint32_t a, std::uint32_t b) const {
  const Sum& one = at(a);
  const Sum& other = at(b);
  const std::vector<Feature> features = one.features.unpacked();
  float alike = FeatureFactor(features).times(other.features);
  const float times = std::max(one.raised, other.raised);
  if (times > 1) {
    const std::vector<Feature> rare = rare_ones(features);
    alike += (times - 1) * FeatureFactor(rare).times(other.features);
  }
  const float mean = alike / static_cast<float>(one.articles) / static_cast<float>(other.articles);
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
  kept.familiar = kept.familiar && gone.familiar;
  kept.raised = raised(kept);
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

// What the stem's head holds; Head::free where there is none.
std::uint32_t StoryIndex::place_of(std::uint32_t stem) const {
  const std::uint32_t key = mixed(stem);
  const auto& part = heads_.part_of(key);
  if (part.slots.empty()) return Head::free;
  const std::size_t slot = part.first_of(key);
  return part.has(slot, key) ? part.slots[slot].place() : Head::free;
}

// The stem's head or a free one, to be its own.
StoryIndex::Head& StoryIndex::head_for(std::uint32_t stem) {
  const std::uint32_t key = mixed(stem);
  auto& part = heads_.part_of(key);
  if (part.is_full()) heads_.renew(part, [this](const Head& head) { return is_live(head); });
  const std::size_t slot = part.first_of(key);
  if (part.has(slot, key)) return part.slots[slot];
  Head head;
  head.low_key = static_cast<std::uint16_t>(heads_.kept_of(key) >> 8);
  return heads_.insert(part, slot, head);
}

// Of chains only `rebuild` looks what they still hold; and stories are looked up only when some were forgotten, as each
// is far from the processor.
bool StoryIndex::is_live(const Head& head) const {
  return forgotten_before_ == INT32_MIN || (head.place() & Head::one_story) == 0 ||
         is_found(head.place() & ~Head::one_story);
}

void StoryIndex::post(std::uint32_t story, const std::vector<Feature>& features) {
  constexpr std::size_t slack = 4096;
  if (postings_.size() + 2 * stems_posted > rebuild_at_ + slack) {
    rebuild();
    postings_.reserve(rebuild_at_ + slack);
  }
  for (const Feature& feature : heaviest(features, stems_posted)) post(story, feature.stem);
}

void StoryIndex::post(std::uint32_t story, std::uint32_t stem) {
  Head& head = head_for(stem);
  const auto chain = [&](std::uint32_t next_story, std::uint32_t next) {
    postings_.push_back({next_story, next});
    head.set_place(static_cast<std::uint32_t>(postings_.size() - 1));
  };
  if (head.is_free()) return head.set_place(story | Head::one_story);
  if ((head.place() & Head::one_story) != 0) {
    const std::uint32_t other = head.place() & ~Head::one_story;
    if (other == story) return;
    if (!is_found(other)) return head.set_place(story | Head::one_story);
    chain(other, nobody);
    return chain(story, head.place());
  }
  // A story in the news is posted again with each article; once among the newest few is enough.
  constexpr int newest = 6;
  int looked = 0;
  for (std::uint32_t at = head.place(); at != nobody && looked < newest; at = postings_[at].next, ++looked) {
    if (postings_[at].story == story) return;
  }
  chain(story, head.place());
}

// Rewrites the chains without stories that are gone, and without what lies deeper than is ever looked at.
void StoryIndex::rebuild() {
  const std::vector<Posting> old = std::move(postings_);
  postings_ = {};
  const auto chain_of = [&](std::uint32_t first) {
    std::vector<std::uint32_t> chain;
    for (std::uint32_t at = first; at != nobody && chain.size() < stories_looked_at; at = old[at].next) {
      const std::uint32_t story = old[at].story;
      if (is_found(story) && std::find(chain.begin(), chain.end(), story) == chain.end()) chain.push_back(story);
    }
    return chain;
  };
  for (auto& part : heads_.parts()) {
    for (Head& head : part.slots) {
      if (head.is_free() || (head.place() & Head::one_story) != 0) continue;
      const std::vector<std::uint32_t> chain = chain_of(head.place());
      // A head whose chain has come to nothing keeps its slot until its part is renewed, under a story that is gone.
      if (chain.size() < 2) {
        head.set_place((chain.empty() ? Head::no_story : chain.front()) | Head::one_story);
        continue;
      }
      std::uint32_t next = nobody;
      for (auto story = chain.rbegin(); story != chain.rend(); ++story) {
        postings_.push_back({*story, next});
        next = static_cast<std::uint32_t>(postings_.size() - 1);
      }
      head.set_place(next);
    }
  }
  rebuild_at_ = postings_.size() * 3 / 2;
}

}  // namespace hearsay
