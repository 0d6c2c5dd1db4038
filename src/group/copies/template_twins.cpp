// Between two shared runs lies a slot, with words of each text. A name or number in it that the other text has nowhere
// is an exchanged one. A few are exchanged in a corrected report too; of a form filled in twice they are a good part of
// all. It knows no dates: a weekday or month is a name to it, and the same form for one place on two days is told apart
// by its numbers and the day's name together.
#include "group/copies/template_twins.h"

#include "group/copies/orders.h"
#include "group/held/word_codes.h"

#include <algorithm>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t longest_slot = 24;  // words
constexpr double least_shared = 0.4;      // of either text's words
constexpr double least_exchanged = 0.35;  // of either text's names and numbers
constexpr std::size_t fewest_exchanged = 3;

struct Counts {
  std::size_t names = 0;
  std::size_t numbers = 0;

  std::size_t all() const { return names + numbers; }
};

// The names and numbers of a text, and which of them the other text lacks.
class NamesAndNumbers {
 public:
  NamesAndNumbers(const PlacedWords& text, const PlacedWords& other) : codes_(text.words), places_(marks_in(text)) {
    std::vector<std::uint16_t> there = other.words;
    std::sort(there.begin(), there.end());
    std::erase_if(places_, [&](std::size_t place) {
      const bool is_shared = std::binary_search(there.begin(), there.end(), codes_[place]);
      if (!is_shared) return false;
      shared_.push_back(codes_[place]);
      return true;
    });
    std::sort(shared_.begin(), shared_.end());
    shared_.erase(std::unique(shared_.begin(), shared_.end()), shared_.end());
  }

  // Those of its own in [begin, end).
  Counts own_in(std::size_t begin, std::size_t end) const {
    Counts counts;
    for (auto place = std::lower_bound(places_.begin(), places_.end(), begin); place != places_.end() && *place < end;
         ++place) {
      ++(WordCodes::is_number(codes_[*place]) ? counts.numbers : counts.names);
    }
    return counts;
  }

  std::size_t own() const { return places_.size(); }
  std::size_t all() const { return places_.size() + shared_.size(); }

 private:
  const std::vector<std::uint16_t>& codes_;
  std::vector<std::size_t> places_;    // of its own, in order
  std::vector<std::uint16_t> shared_;  // each once
};

// Where a run of either text begins or, for the slot after the last one, the text ends.
struct SlotEnd {
  std::size_t from = 0;
  std::size_t to = 0;
};

Counts count_exchanged(const NamesAndNumbers& a, const NamesAndNumbers& b, const std::vector<Run>& runs, SlotEnd ends) {
  Counts exchanged;
  SlotEnd begin;
  const auto look_in = [&](SlotEnd end) {
    if (end.from <= begin.from || end.to <= begin.to) return;
    if (end.from - begin.from > longest_slot || end.to - begin.to > longest_slot) return;
    const Counts there = a.own_in(begin.from, end.from);
    const Counts here = b.own_in(begin.to, end.to);
    exchanged.names += std::min(there.names, here.names);
    exchanged.numbers += std::min(there.numbers, here.numbers);
  };
  for (const Run& run : runs) {
    if (run.from < begin.from || run.to < begin.to) continue;  // moved to another place
    look_in({run.from, run.to});
    begin = {run.from + run.count, run.to + run.count};
  }
  look_in(ends);
  return exchanged;
}

bool share_enough(const PlacedWords& a, const PlacedWords& b, std::span<const Run> runs) {
  std::size_t words = 0;
  for (const Run& run : runs) words += run.count;
  return static_cast<double>(words) >= least_shared * static_cast<double>(std::max(a.words.size(), b.words.size()));
}

}  // namespace

bool are_template_twins(const PlacedWords& a, const PlacedWords& b, std::span<const Run> runs) {
  if (runs.empty() || !share_enough(a, b, runs)) return false;
  const NamesAndNumbers there(a, b);
  const NamesAndNumbers here(b, a);
  const auto part = [](std::size_t own, const NamesAndNumbers& marks) {
    return static_cast<double>(own) >= least_exchanged * static_cast<double>(marks.all());
  };
  if (!part(there.own(), there) || !part(here.own(), here)) return false;
  const Counts exchanged = count_exchanged(there, here, {runs.begin(), runs.end()}, {a.words.size(), b.words.size()});
  return exchanged.names > 0 && exchanged.all() >= fewest_exchanged && part(exchanged.all(), there) &&
         part(exchanged.all(), here);
}

}  // namespace hearsay
