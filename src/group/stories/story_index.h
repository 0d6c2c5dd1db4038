// The current stories, as sums of their articles' features, and the search for the one a new article belongs to.
#pragma once

#include "group/held/table_parts.h"
#include "group/stories/packed_features.h"
#include "group/stories/signature.h"
#include "group/stories/story_weights.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace hearsay {

// What decides. One set of values for all kinds of news; tuned on one half of two sets of events, see docs/quality.md.
struct StoryRules {
  float alike = 0.175F;  // an article this much like a story's articles on average joins it; stories so alike merge
  float slow_days = 3;   // likeness falls with the days between: 1 / (1 + fall * ln(1 + (days - 1) / slow_days)),
  float fall = 0.25F;
  float least_left = 0.7F;  // but not below this part of it, as dates of publication are often wrong
  float close = 0.65F;      // of a story less close than this, likeness in rare words, most of them names, counts
  float most_raised = 3;    // (close / closeness)^2 fold, at most so much
  float rare = 0.002F;      // the part of all articles that a rare word stands in
};

// How much of a likeness counts after so many days.
float part_left(double days_between, const StoryRules& rules);

class StoryIndex {
 public:
  explicit StoryIndex(StoryRules rules = {}) : rules_(rules) {}

  struct Found {
    std::uint32_t story = 0;
    // The mean likeness to the story's articles, raised where they are not close, after the fall with time.
    float alike = 0;
  };
  // The stories most like an article, best first; at most eight. `day` is the article's, where it has one.
  std::vector<Found> find(const std::vector<Feature>& features, std::optional<std::int32_t> day) const;

  // An article's part in a story.
  struct Part {
    std::vector<Feature> features;    // of unit length
    std::optional<std::int32_t> day;  // where it has one
    std::int32_t arrived = 0;         // the day on the grouping's own clock
    bool familiar = true;             // as Signature::familiar: what is rare can be told
  };
  // A story of one article; returns its number.
  std::uint32_t begin(const Part& part);

  void join(std::uint32_t story, const Part& part);

  // The days from the middle of a story's articles to this one; 0 where none has a day.
  double days_told(std::uint32_t story, std::int32_t day) const;

  // The mean likeness of two stories' articles, raised as that of an article is, after the fall with time.
  float alike(std::uint32_t a, std::uint32_t b) const;

  // Story `b` becomes part of `a` and is no longer found.
  void merge(std::uint32_t a, std::uint32_t b);

  // Numbers below this one are forgotten for good.
  std::uint32_t first_held() const { return first_; }

  // No story that had its last article before this day is found any more. Takes time in proportion to the stories held.
  void forget_before(std::int32_t arrived);

  template <class Archive>
  void fields(Archive& archive) {
    archive(stories_, first_, heads_, postings_, rebuild_at_, forgotten_before_);
  }

 private:
  struct Sum {
    PackedFeatures features;
    std::uint32_t articles = 0;  // 0: merged into another
    std::uint32_t dated = 0;
    std::int32_t last_day = 0;  // of the dated ones
    std::int32_t arrived = 0;   // the last one's arrival
    double days = 0;            // sum over the dated ones
    float raised = 1;           // how often likeness in rare words counts
    bool familiar = true;

    template <class Archive>
    void fields(Archive& archive) {
      archive(features, articles, dated, last_day, arrived, days, raised, familiar);
    }
  };
  struct Posting {
    std::uint32_t story;
    std::uint32_t next;
  };
  // Of a stem: 16 of its 24 bits, the others being those of its part; and the one story that has it, or where its
  // chain begins. Most stems are in one story.
  struct Head {
    std::uint16_t low_key = 0;
    std::uint16_t low_place = 0xFFFFU;
    std::uint16_t high_place = 0xFFFFU;

    static constexpr std::uint32_t one_story = 1U << 31;  // with the story's number in place of the chain's begin
    static constexpr std::uint32_t free = 0xFFFFFFFFU;
    static constexpr std::uint32_t no_story = free - one_story - 1;

    std::uint32_t place() const { return low_place | static_cast<std::uint32_t>(high_place) << 16; }
    void set_place(std::uint32_t place) {
      low_place = static_cast<std::uint16_t>(place);
      high_place = static_cast<std::uint16_t>(place >> 16);
    }
    std::uint32_t key() const { return std::uint32_t(low_key) << 8; }
    bool is_free() const { return place() == free; }
  };

  Sum& at(std::uint32_t story) { return stories_[story - first_]; }
  const Sum& at(std::uint32_t story) const { return stories_[story - first_]; }
  bool is_found(std::uint32_t story) const;
  float raised(const Sum& story) const;
  std::vector<Feature> rare_ones(std::vector<Feature> features) const;
  double days_between(const Sum& story, std::optional<std::int32_t> day) const;
  std::vector<WeighedStory> candidates(const std::vector<Feature>& features) const;
  static std::uint32_t mixed(std::uint32_t stem) { return stem * 0x9E3779B1U << 8; }
  std::uint32_t place_of(std::uint32_t stem) const;
  Head& head_for(std::uint32_t stem);
  bool is_live(const Head& head) const;
  void post(std::uint32_t story, const std::vector<Feature>& features);
  void post(std::uint32_t story, std::uint32_t stem);
  void rebuild();

  StoryRules rules_;
  std::deque<Sum> stories_;  // of number first_ + index
  std::uint32_t first_ = 0;
  TableParts<Head> heads_;
  std::vector<Posting> postings_;  // chains of stories by stem, the newest first
  std::uint64_t rebuild_at_ = 0;
  std::int32_t forgotten_before_ = INT32_MIN;
};

}  // namespace hearsay
