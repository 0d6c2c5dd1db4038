#include "match/pair_clues.h"

#include "base/share_one.h"
#include "itemise/values/claim_values.h"
#include "match/likeness.h"
#include "match/nearest.h"
#include "match/value_clues.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hearsay {

namespace {

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

std::optional<std::size_t> speaker_of(const ClaimProfile& profile) {
  return profile.claim->sources.empty() ? std::nullopt : profile.claim->sources.back().entity;
}

std::int32_t in_thousandths(float value) { return static_cast<std::int32_t>(std::lround(value * 1000)); }

class Filler {
 public:
  Filler(const ClaimProfile& a, const ClaimProfile& b) : a_(a), b_(b) {}

  PairClues fill() {
    note_likeness();
    note_words();
    note_surroundings();
    note_predicates();
    note_roles();
    note_forms();
    note_sayings();
    note_values();
    note_value_clues(a_, b_, out_);
    return out_;
  }

 private:
  void set(PairClue clue, std::int32_t value) { out_[clue] = value; }

  void set_if(PairClue clue, bool holds) { out_[clue] = holds ? 1000 : 0; }

  void set_both(PairClue least, PairClue most, std::int32_t of_a, std::int32_t of_b) {
    set(least, std::min(of_a, of_b));
    set(most, std::max(of_a, of_b));
  }

  void note_likeness() {
    set(PairClue::words, in_thousandths(product(a_.words, b_.words)));
    set(PairClue::alike_words, in_thousandths((partners_of(a_, b_) + partners_of(b_, a_)) / 2));
    set(PairClue::meaning, in_thousandths(std::max(0.0F, likeness(a_.meaning, b_.meaning))));
    const std::int32_t sense = sense_likeness(a_.sense, b_.sense);
    set(PairClue::sense, sense);
    set_both(PairClue::sense_rank_least, PairClue::sense_rank_most, rank_among_candidates(a_, sense),
             rank_among_candidates(b_, sense));
    set_if(PairClue::predicate, one_predicate(a_, b_));
    const bool one_happening = share_one(a_.happenings, b_.happenings);
    set_if(PairClue::happening, one_happening);
    set_if(PairClue::other_happening, !one_happening && !a_.happenings.empty() && !b_.happenings.empty());
    const bool one_name = share_one(a_.names, b_.names);
    set_if(PairClue::names, one_name);
    set_if(PairClue::other_names, !one_name && !a_.names.empty() && !b_.names.empty());
    set_if(PairClue::same_speaker, speaker_of(a_) && speaker_of(a_) == speaker_of(b_));
    set_if(PairClue::other_polarity, a_.assertion.negated != b_.assertion.negated);
    constexpr std::chrono::days month{31};
    set_if(PairClue::other_time,
           a_.reported && b_.reported && (*a_.reported > *b_.reported + month || *b_.reported > *a_.reported + month));
    set_if(PairClue::nested, a_.article == b_.article && a_.span.overlaps(b_.span));
    set_if(PairClue::same_article, a_.article == b_.article);
  }

  void note_words() {
    float mass_of_a = 0;
    float mass_of_b = 0;
    float weight = 0;
    float rarest = 0;
    std::int32_t count = 0;
    for_shared(a_.words, b_.words, [&](float x, float y) {
      mass_of_a += x * x;
      mass_of_b += y * y;
      const float both = std::min(x * a_.mass, y * b_.mass);
      weight += both;
      rarest = std::max(rarest, both);
      ++count;
    });
    set_both(PairClue::shared_mass_least, PairClue::shared_mass_most, in_thousandths(mass_of_a),
             in_thousandths(mass_of_b));
    set(PairClue::shared_weight, in_thousandths(weight));
    set(PairClue::rarest_shared, in_thousandths(rarest));
    set(PairClue::shared_words, count);
    set_both(PairClue::mass_least, PairClue::mass_most, in_thousandths(a_.mass), in_thousandths(b_.mass));
    set_both(PairClue::tokens_least, PairClue::tokens_most, a_.tokens, b_.tokens);
    const auto runs = static_cast<std::int32_t>(count_shared(a_.runs, b_.runs));
    set(PairClue::shared_runs, runs);
    const auto fewest = static_cast<std::int32_t>(std::max<std::size_t>(std::min(a_.runs.size(), b_.runs.size()), 1));
    set(PairClue::run_share, runs * 1000 / fewest);
  }

  void note_surroundings() {
    set(PairClue::sentence_words, in_thousandths(product(*a_.sentence, *b_.sentence)));
    set_both(PairClue::sentence_holds_least, PairClue::sentence_holds_most,
             in_thousandths(part_in(a_.words, *b_.sentence)), in_thousandths(part_in(b_.words, *a_.sentence)));
    const bool one_article = a_.article == b_.article;
    set(PairClue::same_sentence, one_article && a_.sentence_number == b_.sentence_number ? 1 : 0);
    constexpr std::int32_t other_article = 999;
    const auto apart =
        std::abs(static_cast<std::int32_t>(a_.sentence_number) - static_cast<std::int32_t>(b_.sentence_number));
    set(PairClue::sentences_apart, one_article ? std::min(apart, other_article - 1) : other_article);
    set_both(PairClue::place_least, PairClue::place_most, a_.place, b_.place);
  }

  void note_predicates() {
    set(PairClue::predicates_same, a_.predicate == b_.predicate ? 1 : 0);
    const WordWeights of_a{{a_.predicate, 1.0F}};
    set(PairClue::predicates_alike, in_thousandths(a_.partners->best_of(b_.predicate, of_a)));
    set(PairClue::predicate_in_other, (has(b_.words, a_.predicate) ? 1 : 0) + (has(a_.words, b_.predicate) ? 1 : 0));
    set(PairClue::predicate_of_host, (a_.host_predicate != 0 && a_.host_predicate == b_.predicate ? 1 : 0) +
                                         (b_.host_predicate != 0 && b_.host_predicate == a_.predicate ? 1 : 0));
    const auto verbs = count_shared(a_.verbs, b_.verbs);
    set(PairClue::shared_verbs, static_cast<std::int32_t>(verbs));
    set(PairClue::other_verbs, static_cast<std::int32_t>(a_.verbs.size() + b_.verbs.size() - 2 * verbs));
  }

  // 0: one of them names none; 1: one in common; 2: none.
  static std::int32_t shared_role(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return 0;
    return share_one(a, b) ? 1 : 2;
  }

  void note_roles() {
    const Assertion& x = a_.assertion;
    const Assertion& y = b_.assertion;
    set(PairClue::doers, shared_role(x.doers, y.doers));
    set(PairClue::patients, shared_role(x.patients, y.patients));
    set(PairClue::circumstances, shared_role(x.circumstances, y.circumstances));
    set(PairClue::crossed_roles, share_one(x.doers, y.patients) || share_one(x.patients, y.doers) ? 1 : 0);
    const auto shared = count_shared(a_.names, b_.names);
    set(PairClue::names_shared, static_cast<std::int32_t>(shared));
    set_both(PairClue::names_only_least, PairClue::names_only_most, static_cast<std::int32_t>(a_.names.size() - shared),
             static_cast<std::int32_t>(b_.names.size() - shared));
  }

  void note_forms() {
    const Assertion& x = a_.assertion;
    const Assertion& y = b_.assertion;
    set(PairClue::hosts_same, a_.host_predicate != 0 && a_.host_predicate == b_.host_predicate ? 1 : 0);
    set_both(PairClue::hosted_least, PairClue::hosted_most, a_.host_predicate != 0 ? 1 : 0,
             b_.host_predicate != 0 ? 1 : 0);
    set_both(PairClue::prepositional_least, PairClue::prepositional_most, a_.preposition != 0 ? 1 : 0,
             b_.preposition != 0 ? 1 : 0);
    set_both(PairClue::clause_least, PairClue::clause_most, x.clause ? 1 : 0, y.clause ? 1 : 0);
    set_both(PairClue::nominal_least, PairClue::nominal_most, x.nominal ? 1 : 0, y.nominal ? 1 : 0);
    set(PairClue::real_least, x.real && y.real ? 1 : 0);
    set_both(PairClue::tied_least, PairClue::tied_most, x.tied ? 1 : 0, y.tied ? 1 : 0);
    set(PairClue::same_modal, x.modal == y.modal ? 1 : 0);
  }

  void note_sayings() {
    const Claim& x = *a_.claim;
    const Claim& y = *b_.claim;
    set(PairClue::same_stance, x.stance == y.stance ? 1 : 0);
    set(PairClue::stances, 6 * static_cast<std::int32_t>(std::min(x.stance, y.stance)) +
                               static_cast<std::int32_t>(std::max(x.stance, y.stance)));
    set_both(PairClue::denies_least, PairClue::denies_most, x.stance == Stance::denies ? 1 : 0,
             y.stance == Stance::denies ? 1 : 0);
    set(PairClue::sources, shared_source(x, y));
  }

  // 0: the outlets tell both; 1: one is told by a source; 2: both are, by others; 3: by one.
  static std::int32_t shared_source(const Claim& a, const Claim& b) {
    if (a.sources.empty() && b.sources.empty()) return 0;
    if (a.sources.empty() || b.sources.empty()) return 1;
    const Source& x = a.sources.back();
    const Source& y = b.sources.back();
    const bool one = x.entity && y.entity ? x.entity == y.entity : x.name == y.name;
    return one ? 3 : 2;
  }

  template <class Kind>
  void note_counts(PairClue least, PairClue most) {
    set_both(least, most, static_cast<std::int32_t>(count_values<Kind>(*a_.claim)),
             static_cast<std::int32_t>(count_values<Kind>(*b_.claim)));
  }

  void note_values() {
    const Claim& x = *a_.claim;
    const Claim& y = *b_.claim;
    note_counts<QuantityValue>(PairClue::numbers_least, PairClue::numbers_most);
    note_counts<DateValue>(PairClue::dates_least, PairClue::dates_most);
    set_both(PairClue::left_open_least, PairClue::left_open_most, x.left_open ? 1 : 0, y.left_open ? 1 : 0);
    set_both(PairClue::negated_least, PairClue::negated_most, a_.assertion.negated ? 1 : 0,
             b_.assertion.negated ? 1 : 0);
    const bool no_to_yes = (x.stance == Stance::denies) != a_.assertion.negated;
    const bool no_to_other = (y.stance == Stance::denies) != b_.assertion.negated;
    set(PairClue::contrary, no_to_yes != no_to_other ? 1 : 0);
    set(PairClue::same_preposition, a_.preposition != 0 && a_.preposition == b_.preposition ? 1 : 0);
    constexpr std::int32_t unknown = 99;
    const auto days = a_.reported && b_.reported ? std::abs((*a_.reported - *b_.reported).count()) : unknown;
    set(PairClue::days_apart, static_cast<std::int32_t>(std::min<std::int64_t>(days, unknown)));
    set_both(PairClue::long_ago_least, PairClue::long_ago_most, a_.long_ago ? 1 : 0, b_.long_ago ? 1 : 0);
    set(PairClue::happenings_shared, static_cast<std::int32_t>(count_shared(a_.happenings, b_.happenings)));
  }

  template <class Use>
  static void for_shared(const WordWeights& a, const WordWeights& b, Use use) {
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i].first < b[j].first) {
        ++i;
      } else if (b[j].first < a[i].first) {
        ++j;
      } else {
        use(a[i++].second, b[j++].second);
      }
    }
  }

  static float product(const WordWeights& a, const WordWeights& b) {
    float sum = 0;
    for_shared(a, b, [&](float x, float y) { sum += x * y; });
    return sum;
  }

  // How much of a claim's words, by the squares of their weights, the other's sentence holds.
  static float part_in(const WordWeights& words, const WordWeights& others) {
    float part = 0;
    for_shared(words, others, [&](float x, float) { part += x * x; });
    return part;
  }

  static bool has(const WordWeights& words, std::uint32_t word) {
    const auto found = std::lower_bound(words.begin(), words.end(), word,
                                        [](const auto& entry, std::uint32_t w) { return entry.first < w; });
    return found != words.end() && found->first == word;
  }

  template <class T>
  static std::size_t count_shared(const std::vector<T>& a, const std::vector<T>& b) {
    std::size_t count = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i] < b[j]) {
        ++i;
      } else if (b[j] < a[i]) {
        ++j;
      } else {
        ++count, ++i, ++j;
      }
    }
    return count;
  }

  const ClaimProfile& a_;
  const ClaimProfile& b_;
  PairClues out_{};
};

}  // namespace

PairClues pair_clues(const ClaimProfile& a, const ClaimProfile& b) { return Filler(a, b).fill(); }

const std::array<std::string_view, pair_clue_count>& pair_clue_names() {
  static constexpr std::array<std::string_view, pair_clue_count> all{
      "words",
      "alike_words",
      "meaning",
      "sense",
      "sense_rank_least",
      "sense_rank_most",
      "predicate",
      "happening",
      "other_happening",
      "names",
      "other_names",
      "same_speaker",
      "same_figure",
      "same_number",
      "near_number",
      "far_number",
      "same_day",
      "other_month",
      "other_polarity",
      "other_time",
      "nested",
      "same_article",
      "shared_mass_least",
      "shared_mass_most",
      "shared_weight",
      "rarest_shared",
      "shared_words",
      "mass_least",
      "mass_most",
      "tokens_least",
      "tokens_most",
      "shared_runs",
      "run_share",
      "sentence_words",
      "sentence_holds_least",
      "sentence_holds_most",
      "same_sentence",
      "sentences_apart",
      "place_least",
      "place_most",
      "predicates_same",
      "predicates_alike",
      "predicate_in_other",
      "predicate_of_host",
      "shared_verbs",
      "other_verbs",
      "doers",
      "patients",
      "circumstances",
      "crossed_roles",
      "names_shared",
      "names_only_least",
      "names_only_most",
      "hosts_same",
      "hosted_least",
      "hosted_most",
      "prepositional_least",
      "prepositional_most",
      "clause_least",
      "clause_most",
      "nominal_least",
      "nominal_most",
      "real_least",
      "tied_least",
      "tied_most",
      "same_modal",
      "same_stance",
      "stances",
      "denies_least",
      "denies_most",
      "sources",
      "numbers_least",
      "numbers_most",
      "dates_least",
      "dates_most",
      "one_counted",
      "days_apart",
      "long_ago_least",
      "long_ago_most",
      "happenings_shared",
      "left_open_least",
      "left_open_most",
      "figures_differ",
      "figure_ratio",
      "one_unit",
      "loose_figures_differ",
      "loose_figure_ratio",
      "days_differ",
      "day_gap",
      "clocks_differ",
      "clock_gap",
      "places_differ",
      "same_preposition",
      "contrary",
      "negated_least",
      "negated_most",
      "approximate_most",
  };
  return all;
}

}  // namespace hearsay
