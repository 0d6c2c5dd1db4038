// Pairwise coreference of claims: a few clues from words, meaning, grammar and values, weighed by logistic regression
// (weights in data/points.txt, fitted by tools/fit_points.py on hand-grouped claims). In the line of cross-document
// event coreference (Lee et al. 2012) with static word and sentence meanings in the place of a large encoder: the
// encoder they are drawn from, tried as one more clue, brought next to nothing, and so did who does it to whom.
#include "match/likeness.h"

#include "base/lines.h"
#include "base/resources.h"
#include "base/share_one.h"
#include "itemise/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace hearsay {

namespace {

float cosine_of_words(const ClaimProfile& a, const ClaimProfile& b) {
  float cosine = 0;
  for (std::size_t i = 0, j = 0; i < a.words.size() && j < b.words.size();) {
    if (a.words[i].first < b.words[j].first) {
      ++i;
    } else if (b.words[j].first < a.words[i].first) {
      ++j;
    } else {
      cosine += a.words[i++].second * b.words[j++].second;
    }
  }
  return cosine;
}

// The part of a claim's words, by weight, that find a partner in the other: 1 for the word itself.
float partners_of(const ClaimProfile& a, const ClaimProfile& b) {
  float found = 0;
  float all = 0;
  auto at = b.words.begin();  // both are sorted by number
  for (const auto& [word, weight] : a.words) {
    while (at != b.words.end() && at->first < word) ++at;
    const bool same = at != b.words.end() && at->first == word;
    found += weight * (same ? 1 : a.partners->best_of(word, b.words));
    all += weight;
  }
  return all > 0 ? found / all : 0;
}

// A few days at the most.
bool is_short(const DateValue& date) { return date.from && date.to && *date.to - *date.from <= std::chrono::days{2}; }

bool months_apart(const DateValue& a, const DateValue& b) {
  constexpr std::chrono::days month{31};
  const auto from_a = a.from ? a.from : a.to;
  const auto from_b = b.from ? b.from : b.to;
  const auto to_a = a.to ? a.to : a.from;
  const auto to_b = b.to ? b.to : b.from;
  return from_a && from_b && (*from_a > *to_b + month || *from_b > *to_a + month);
}

// What the values of two claims say for their being on one thing.
class ValueClues {
 public:
  ValueClues(const ClaimProfile& a, const ClaimProfile& b) : a_(a), b_(b) {
    for (std::size_t i = 0; i < a.values.size(); ++i) {
      if (!a.values[i].own) continue;
      for (std::size_t j = 0; j < b.values.size(); ++j) {
        if (b.values[j].own) compare(i, j);
      }
    }
  }

  void set(Clues& clues) const {
    const auto put = [&](Clue clue, float value) { clues[static_cast<std::size_t>(clue)] = value; };
    put(Clue::same_figure, same_figure_);
    put(Clue::same_number, same_number_ ? 1 : 0);
    put(Clue::near_number, near_number_ && !same_number_ ? 1 : 0);
    put(Clue::far_number, far_number_ && !near_number_ && !same_number_ ? 1 : 0);
    put(Clue::same_day, same_day_);
    put(Clue::other_month, other_month_ && !near_day_ ? 1 : 0);
  }

 private:
  void compare(std::size_t i, std::size_t j) {
    const auto& x = a_.claim->values[i].what;
    const auto& y = b_.claim->values[j].what;
    if (const auto* p = std::get_if<DateValue>(&x), *q = std::get_if<DateValue>(&y); p && q) compare(*p, *q, i, j);
    if (const auto* p = std::get_if<QuantityValue>(&x), *q = std::get_if<QuantityValue>(&y); p && q)
      compare(*p, *q, i, j);
  }

  void compare(const DateValue& x, const DateValue& y, std::size_t i, std::size_t j) {
    constexpr float part_of_a_period = 1.0F / 3;  // "last month" and a day of it
    (months_apart(x, y) ? other_month_ : near_day_) = true;
    if (!compatible(x, y)) return;
    const float rarity = (a_.values[i].rarity + b_.values[j].rarity) / 2;
    same_day_ = std::max(same_day_, is_short(x) && is_short(y) ? rarity : rarity * part_of_a_period);
  }

  void compare(const QuantityValue& x, const QuantityValue& y, std::size_t i, std::size_t j) {
    constexpr double smallest_figure = 5;  // two, three and four stand everywhere
    if (middle(x) >= smallest_figure && middle(x) == middle(y))
      same_figure_ = std::max(same_figure_, a_.values[i].rarity);
    if (!tell_of_one_thing(a_, i, b_, j)) return;
    same_number_ = same_number_ || same_bounds(x, y);
    const double ratio = (std::max(middle(x), middle(y)) + 1) / (std::min(middle(x), middle(y)) + 1);
    near_number_ = near_number_ || ratio < 1.7;
    far_number_ = far_number_ || ratio > 4;
  }

  const ClaimProfile& a_;
  const ClaimProfile& b_;
  float same_figure_ = 0;
  float same_day_ = 0;
  bool same_number_ = false;
  bool near_number_ = false;
  bool far_number_ = false;
  bool near_day_ = false;
  bool other_month_ = false;
};

std::optional<std::size_t> speaker_of(const ClaimProfile& profile) {
  return profile.claim->sources.empty() ? std::nullopt : profile.claim->sources.back().entity;
}

}  // namespace

std::string_view to_text(Clue clue) {
  static constexpr std::string_view names[] = {
      "words",       "alike_words",    "meaning",     "predicate",   "happening",   "other_happening", "names",
      "other_names", "same_speaker",   "same_figure", "same_number", "near_number", "far_number",      "same_day",
      "other_month", "other_polarity", "other_time",  "nested",      "same_article"};
  static_assert(std::size(names) == clue_count);
  return names[static_cast<std::size_t>(clue)];
}

bool tell_of_one_thing(const ClaimProfile& a, std::size_t value_of_a, const ClaimProfile& b, std::size_t value_of_b) {
  const auto* const x = std::get_if<QuantityValue>(&a.claim->values[value_of_a].what);
  const auto* const y = std::get_if<QuantityValue>(&b.claim->values[value_of_b].what);
  if (x == nullptr || y == nullptr || !count_one_thing(*x, *y)) return false;
  const ValueProfile& p = a.values[value_of_a];
  const ValueProfile& q = b.values[value_of_b];
  if (p.whole != q.whole) return false;
  if (p.happenings.empty() || q.happenings.empty()) {
    return x->of.has_value() == y->of.has_value() || a.predicate == b.predicate;
  }
  return share_one(p.happenings, q.happenings);
}

bool one_predicate(const ClaimProfile& a, const ClaimProfile& b) {
  return a.predicate == b.predicate || share_one(a.predicate_happenings, b.predicate_happenings);
}

Clues compare(const ClaimProfile& a, const ClaimProfile& b) {
  Clues clues{};
  const auto set = [&](Clue clue, float value) { clues[static_cast<std::size_t>(clue)] = value; };
  const auto set_if = [&](Clue clue, bool holds) { set(clue, holds ? 1 : 0); };
  set(Clue::words, cosine_of_words(a, b));
  set(Clue::alike_words, (partners_of(a, b) + partners_of(b, a)) / 2);
  set(Clue::meaning, std::max(0.0F, likeness(a.meaning, b.meaning)));
  set_if(Clue::predicate, one_predicate(a, b));
  const bool one_happening = share_one(a.happenings, b.happenings);
  set_if(Clue::happening, one_happening);
  set_if(Clue::other_happening, !one_happening && !a.happenings.empty() && !b.happenings.empty());
  const bool one_name = share_one(a.names, b.names);
  set_if(Clue::names, one_name);
  set_if(Clue::other_names, !one_name && !a.names.empty() && !b.names.empty());
  set_if(Clue::same_speaker, speaker_of(a) && speaker_of(a) == speaker_of(b));
  ValueClues(a, b).set(clues);
  set_if(Clue::other_polarity, a.assertion.negated != b.assertion.negated);
  constexpr std::chrono::days month{31};
  set_if(Clue::other_time,
         a.reported && b.reported && (*a.reported > *b.reported + month || *b.reported > *a.reported + month));
  set_if(Clue::nested, a.article == b.article && a.span.overlaps(b.span));
  set_if(Clue::same_article, a.article == b.article);
  return clues;
}

LikenessModel::LikenessModel() {
  std::unordered_map<std::string, float> numbers;
  std::string_view file = resource("data/points.txt");
  while (!file.empty()) {
    const std::string_view line = next_line(file);
    const std::size_t gap = line.find(' ');
    if (line.empty() || line.front() == '#' || gap == std::string_view::npos) continue;
    float value = 0;
    const std::string_view number = line.substr(line.find_last_of(' ') + 1);
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() || !std::isfinite(value)) {
      throw std::runtime_error("data/points.txt: not a number: " + std::string(line));
    }
    numbers[std::string(line.substr(0, gap))] = value;
  }
  const auto weight = [&](std::string_view name) {
    const auto found = numbers.find(std::string(name));
    if (found == numbers.end()) throw std::runtime_error("data/points.txt lacks " + std::string(name));
    return found->second;
  };
  for (std::size_t i = 0; i < clue_count; ++i) weights_[i] = weight(to_text(static_cast<Clue>(i)));
  bias_ = weight("bias");
  threshold_ = weight("threshold");
  sure_ = weight("sure");
  agree_ = weight("agree");
}

float LikenessModel::probability(const Clues& clues) const {
  float sum = bias_;
  for (std::size_t i = 0; i < clue_count; ++i) sum += weights_[i] * clues[i];
  return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace hearsay
