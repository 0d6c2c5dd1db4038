// The stories under way, as sums of their articles' features, and the search for the one a new article belongs to.
#pragma once

#include "group/packed_features.h"
#include "group/signature.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hearsay {

// What decides. One set of values for all kinds of news; tuned on one half of two sets of events, see docs/quality.md.
struct StoryRules {
  float alike = 0.17F;  // an article this much like a story's articles on average joins it; stories so alike merge
  float slow_days = 3;  // likeness falls with the days between: 1 / (1 + fall * ln(1 + (days - 1) / slow_days)),
  float fall = 0.15F;
  float least_left = 0.7F;  // but not below this part of it, as dates of publication are often wrong
};

// How much of a likeness counts after so many days.
float part_left(double days_between, const StoryRules& rules);

class StoryIndex {
 public:
  explicit StoryIndex(StoryRules rules = {}) : rules_(rules) {}

  struct Found {
    std::uint32_t story = 0;
    float alike = 0;  // mean likeness to the story's articles, after the fall with time
  };
  // The stories most like an article, best first; at most eight. `day` is the article's, where it has one.
  std::vector<Found> find(const std::vector<Feature>& features, std::optional<std::int32_t> day) const;

  // A story of one article; returns its number. `arrived` is the day on the grouping's own clock.
  std::uint32_t begin(const std::vector<Feature>& features, std::optional<std::int32_t> day, std::int32_t arrived);

  void join(std::uint32_t story, const std::vector<Feature>& features, std::optional<std::int32_t> day,
            std::int32_t arrived);

  // The mean likeness of two stories' articles, after the fall with time.
  float alike(std::uint32_t a, std::uint32_t b) const;

  // Story `b` becomes part of `a` and is no longer found.
  void merge(std::uint32_t a, std::uint32_t b);

  // Numbers below this one are forgotten for good.
  std::uint32_t first_held() const { return first_; }

  // No story that had its last article before this day is found any more. Takes time in proportion to the stories held.
  void forget_before(std::int32_t arrived);

  template <class Archive>
  void fields(Archive& archive) {
    archive(stories_, first_, postings_, heads_, stems_held_, rebuild_at_, forgotten_before_);
  }

 private:
  struct Sum {
    PackedFeatures features;
    std::uint32_t articles = 0;  // 0: merged into another
    std::uint32_t dated = 0;
    std::int32_t last_day = 0;  // of the dated ones
    std::int32_t arrived = 0;   // the last one's arrival
    double days = 0;            // sum over the dated ones

    template <class Archive>
    void fields(Archive& archive) {
      archive(features, articles, dated, last_day, arrived, days);
    }
  };
  struct Posting {
    std::uint32_t story;
    std::uint32_t next;
  };
  struct Head {
    std::uint32_t stem = 0;
    std::uint32_t first = 0xFFFFFFFFU;
  };

  struct Candidate {
    std::uint32_t story;
    float weight;
  };

  Sum& at(std::uint32_t story) { return stories_[story - first_]; }
  const Sum& at(std::uint32_t story) const { return stories_[story - first_]; }
  bool is_found(std::uint32_t story) const;
  double days_between(const Sum& story, std::optional<std::int32_t> day) const;
  std::vector<Candidate> candidates(const std::vector<Feature>& features) const;
  std::size_t first_slot(std::uint32_t stem) const {
    return (static_cast<std::uint64_t>(stem * 0x9E3779B1U) * heads_.size()) >> 32;
  }
  std::size_t slot_of(std::uint32_t stem) const;
  void post(std::uint32_t story, const std::vector<Feature>& features);
  void post(std::uint32_t story, std::uint32_t stem);
  void rebuild();

  StoryRules rules_;
  std::vector<Sum> stories_;  // of number first_ + index
  std::uint32_t first_ = 0;
  std::vector<Posting> postings_;  // chains of stories by stem, the newest first
  std::vector<Head> heads_;        // open addressing
  std::uint64_t stems_held_ = 0;
  std::uint64_t rebuild_at_ = 0;
  std::int32_t forgotten_before_ = INT32_MIN;
};

}  // namespace hearsay
