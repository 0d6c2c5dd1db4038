// Rules, no learned weights. The bar stands where independent reports of one event stop sharing runs in what was looked
// at; it is not proof.
#include "group/copies/evidence.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr double enough_words = 8;
constexpr double moderate_words = 5.5;
constexpr std::size_t enough_moderate = 3;

bool is_quoted(std::span<const Word> words) {
  const auto quoted = std::count_if(words.begin(), words.end(), [](const Word& word) { return word.quoted; });
  return 5 * static_cast<std::size_t>(quoted) >= 4 * words.size();
}

// "Ilse Ravnkilde, 43, of Port Aster": independent reports share such runs because there is one way to say it.
bool tells_age(std::span<const Word> words, std::string_view text) {
  static const std::uint32_t year = hash_of_word("year");
  static const std::uint32_t years = hash_of_word("years");
  std::size_t names = 0;
  bool age = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    names += words[i].capital ? 1 : 0;
    if (!words[i].number || words[i].end - words[i].begin > 3) continue;
    const bool comma = words[i].end < text.size() && text[words[i].end] == ',';
    age = age || comma || (i + 1 < words.size() && (words[i + 1].hash == year || words[i + 1].hash == years));
  }
  return age && names >= 2;
}

double weight_of(std::span<const Word> words, std::string_view text) {
  const auto names =
      std::count_if(words.begin(), words.end(), [](const Word& word) { return word.capital && !word.opens; });
  const double age = tells_age(words, text) ? 4 : 0;
  return static_cast<double>(words.size()) - 0.5 * static_cast<double>(names) - age;
}

}  // namespace

SharedEvidence weigh(const WordedText& from, const WordedText& to, std::span<const Run> runs) {
  SharedEvidence evidence;
  for (const Run& run : runs) {
    const auto there = std::span(from.words).subspan(run.from, run.count);
    const auto here = std::span(to.words).subspan(run.to, run.count);
    const double weight = std::min(weight_of(there, from.text), weight_of(here, to.text));
    evidence.shared += run.count;
    if (is_quoted(there) && is_quoted(here)) evidence.quoted = std::max(evidence.quoted, run.count);
    if (!is_quoted(there) && !is_quoted(here)) evidence.own_voice += run.count;
    if (weight >= moderate_words) ++evidence.moderate;
    if (weight > evidence.strongest) {
      evidence.strongest = weight;
      evidence.shown = run;
    }
  }
  return evidence;
}

bool is_enough(const SharedEvidence& evidence) {
  return evidence.strongest >= enough_words || evidence.quoted >= enough_quoted || evidence.moderate >= enough_moderate;
}

std::vector<Run> without_footer(std::vector<Run> runs, std::size_t from_words, std::size_t to_words) {
  while (!runs.empty()) {
    const Run& last = runs.back();
    const bool at_end = last.from + last.count + 2 >= from_words && last.to + last.count + 2 >= to_words;
    if (!at_end || last.from == 0 || last.to == 0) break;
    from_words = last.from;
    to_words = last.to;
    runs.pop_back();
  }
  return runs;
}

}  // namespace hearsay
