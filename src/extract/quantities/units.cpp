// Reads data/units.txt into hash tables from spellings, cut into pieces as the text is, to units. A unit made of two
// ("dollar per barrel") is named by joining their names and converted part by part.
#include "extract/quantities/units.h"

#include "base/resources.h"
#include "base/word_lists.h"

#include <stdexcept>
#include <utility>

namespace hearsay {

namespace {

const std::size_t longest_spelling = 5;  // pieces

bool has_letters_only(std::string_view word) {
  for (const char c : word)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return false;
  return !word.empty();
}

// The pieces' texts with single spaces, hyphens left out: "square-mile" is "square mile".
struct Joined {
  std::string exact;
  std::string lower;
};

void append(Joined& joined, const Pieces& pieces, std::size_t i) {
  if (!joined.exact.empty()) {
    joined.exact += ' ';
    joined.lower += ' ';
  }
  joined.exact += pieces.exact(i);
  joined.lower += pieces.lower(i);
}

Joined joined(std::string_view spelling) {
  const Pieces pieces(spelling, {0, spelling.size()}, [](std::string_view) { return false; });
  Joined whole;
  for (std::size_t i = 0; i < pieces.size(); ++i) append(whole, pieces, i);
  return whole;
}

std::size_t letters_in(std::string_view text) { return text.size(); }

}  // namespace

Units::Units(std::string_view rules, std::string_view file) {
  read_list(rules, file, {}, [this](const ListLine& line) {
    if (line.section.empty()) throw std::invalid_argument("a unit before the first section");
    // A line without "=" names a unit that no text writes out, for others to be reckoned in.
    const bool has_spellings = !line.key.empty();
    add_unit(has_spellings ? line.key : line.word(), std::string(line.section));
    if (!has_spellings) return;
    for (const std::string_view spelling : line.words) add_spelling(spelling, units_.size() - 1);
  });
}

// "metre", "kilometre (1000 metre)", "fahrenheit (0.5 celsius -32)".
void Units::add_unit(std::string_view key, const std::string& kind) {
  const std::size_t bracket = key.find(" (");
  const std::string name(key.substr(0, bracket));
  if (!by_name_.emplace(name, units_.size()).second) throw std::invalid_argument("the unit is named twice");
  MeasureUnit unit{name, kind, units_.size(), 1, 0};
  if (bracket != std::string_view::npos) {
    if (key.back() != ')') throw std::invalid_argument("no \")\" after what the unit is");
    convert(unit, key.substr(bracket + 2, key.size() - bracket - 3));
  }
  units_.push_back(std::move(unit));
}

// "1000 metre", "0.5 celsius -32".
void Units::convert(MeasureUnit& unit, std::string_view meaning) const {
  const std::size_t space = meaning.find(' ');
  if (space == std::string_view::npos) throw std::invalid_argument("a factor without a unit");
  unit.factor = number_in(meaning.substr(0, space));
  if (unit.factor == 0) throw std::invalid_argument("a factor of 0");
  meaning.remove_prefix(space + 1);
  if (const std::size_t minus = meaning.find(" -"); minus != std::string_view::npos) {
    unit.offset = number_in(meaning.substr(minus + 1));
    meaning = meaning.substr(0, minus);
  }
  const auto base = find(meaning);
  if (!base) throw std::invalid_argument("\"" + std::string(meaning) + "\" is not a unit above this line");
  unit.base = units_[*base].base;
  unit.factor *= units_[*base].factor;
}

void Units::add_spelling(std::string_view spelling, std::size_t unit) {
  Place place = Place::behind;
  if (spelling.front() == '^') place = Place::before;
  if (spelling.front() == '+') place = Place::glued;
  if (spelling.front() == '~') place = Place::hundred;
  if (place != Place::behind) spelling.remove_prefix(1);
  auto& table = place == Place::before ? before_ : behind_;
  const Joined key = joined(spelling);
  if (key.exact.empty()) throw std::invalid_argument("an empty spelling");
  const bool any_case = letters_in(spelling) > 3;
  if (place == Place::before) sign_ends_.insert(key.lower.substr(key.lower.rfind(' ') + 1));
  if (place != Place::before) begins_.insert(key.lower.substr(0, key.lower.find(' ')));
  const auto [entry, is_new] = table.emplace(any_case ? key.lower : key.exact, Spelling{unit, place});
  if (!is_new && entry->second.unit != unit)  // a plural may have been added already
    throw std::invalid_argument("'" + std::string(spelling) + "' is spelt so twice");
  if (any_case && has_letters_only(spelling.substr(spelling.size() - 1)) && place != Place::before) {
    table.emplace(key.lower + 's', Spelling{unit, place});
    if (key.lower.find(' ') == std::string::npos) begins_.insert(key.lower + 's');
  }
}

std::optional<std::size_t> Units::find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

const Units::Spelling* Units::spelling(const std::string& exact, const std::string& lower, bool before) const {
  const auto& table = before ? before_ : behind_;
  if (const auto found = table.find(exact); found != table.end()) return &found->second;
  // Short spellings stand in the table as they are written, so that a lower-case copy must not find them.
  if (letters_in(lower) <= 3) return nullptr;
  if (const auto found = table.find(lower); found != table.end()) return &found->second;
  return nullptr;
}

std::optional<UnitMatch> Units::behind(const Pieces& pieces, std::size_t first, double value) const {
  std::optional<UnitMatch> longest;
  Joined words;
  const std::size_t begin = pieces.is_hyphen(first) && pieces.glued(first) ? first + 1 : first;
  if (begin >= pieces.size() || !begins_.contains(pieces.lower(begin))) return longest;
  for (std::size_t i = first, count = 0; i < pieces.size() && count < longest_spelling; ++i) {
    if (pieces.joins(i) || (pieces.is_hyphen(i) && pieces.glued(i) && i == first)) continue;
    append(words, pieces, i);
    ++count;
    const Spelling* found = spelling(words.exact, words.lower, false);
    if (found == nullptr) continue;
    if (found->place == Place::glued && !pieces.glued(first)) continue;
    if (found->place == Place::hundred && value < 100) continue;
    longest = UnitMatch{found->unit, i + 1};
  }
  return longest;
}

CurrencySign Units::before(const Pieces& pieces, std::size_t number) const {
  CurrencySign longest;
  if (number == 0 || !sign_ends_.contains(pieces.lower(number - 1))) return longest;
  std::string exact;
  std::string lower;
  for (std::size_t count = 1; count <= longest_spelling && count <= number; ++count) {
    const std::size_t i = number - count;
    exact = std::string(pieces.exact(i)) + (exact.empty() ? "" : " ") + exact;
    lower = std::string(pieces.lower(i)) + (lower.empty() ? "" : " ") + lower;
    if (const Spelling* found = spelling(exact, lower, true)) longest = {true, found->unit, i};
  }
  return longest;
}

bool Units::is_prefix(std::string_view letters) const { return before_.contains(joined(letters).exact); }

const Units& units() {
  static const Units compiled(resource("data/units.txt"), "data/units.txt");
  return compiled;
}

std::optional<BaseAmount> to_base_unit(double value, std::string_view name) {
  const Units& all = units();
  if (const auto unit = all.find(name)) {
    const MeasureUnit& known = all[*unit];
    return BaseAmount{(value + known.offset) * known.factor, all[known.base].name};
  }
  const std::size_t per = name.find(" per ");
  if (per == std::string_view::npos) return std::nullopt;
  const auto above = to_base_unit(value, name.substr(0, per));
  if (!above) return std::nullopt;
  const std::string_view below_name = name.substr(per + 5);
  const auto below = to_base_unit(1, below_name);
  // "dollar per share": what is not a unit stays as it is written.
  if (!below) return BaseAmount{above->value, above->unit + " per " + std::string(below_name)};
  return BaseAmount{above->value / below->value, above->unit + " per " + below->unit};
}

}  // namespace hearsay
