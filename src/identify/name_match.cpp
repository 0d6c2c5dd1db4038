// Compares names word by word: each word of one is given the most similar word of the other (edit distance with cheap
// exchanges of letters that romanisations confuse, after Damerau 1964), then what is left over on either side decides.
// The idea of aligning words and weighing what stays alone is that of sanctions screening; all weights are our own.
#include "identify/name_match.h"

#include "base/folding.h"
#include "base/resources.h"
#include "identify/name_words.h"
#include "identify/place_spellings.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace hearsay {

namespace {

const std::size_t longest_name = 200;  // bytes
const double similar_enough = 0.79;

const NameRules& lists() {
  static const NameRules compiled;
  return compiled;
}

const PlaceSpellings& place_spellings() {
  static const PlaceSpellings table(resource("models/place_spellings.bin"));
  return table;
}

// Damerau's distance with the costs of data/name_sounds.txt.
double distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<double> cells((a.size() + 1) * width);
  const auto d = [&](std::size_t i, std::size_t j) -> double& { return cells[i * width + j]; };
  for (std::size_t i = 1; i <= a.size(); ++i) d(i, 0) = d(i - 1, 0) + lists().cost(a[i - 1], '-');
  for (std::size_t j = 1; j <= b.size(); ++j) d(0, j) = d(0, j - 1) + lists().cost('-', b[j - 1]);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d(i, j) = std::min({d(i - 1, j - 1) + lists().cost(a[i - 1], b[j - 1]), d(i - 1, j) + lists().cost(a[i - 1], '-'),
                          d(i, j - 1) + lists().cost('-', b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d(i, j) = std::min(d(i, j), d(i - 2, j - 2) + 0.7);
    }
  }
  return d(a.size(), b.size());
}

std::string consonants(std::string_view sound) {
  std::string left;
  for (const char c : sound)
    if (std::string_view("aeiou").find(c) == std::string_view::npos) left += c;
  return left;
}

double likeness(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter * 2 < longer) return 0;  // even cheap letters would be too many
  return longer == 0 ? 0 : 1 - distance(a, b) / static_cast<double>(longer);
}

bool all_digits(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

// One word of each name, and how alike they are.
struct Pair {
  std::size_t a;
  std::size_t b;
  double like;
  bool initial = false;
  bool nickname = false;
  bool given = false;    // listed as spellings of one given name
  bool genders = false;  // a man's name and the woman's that is made of it
};

class Comparison {
 public:
  Comparison(const NameForm& a, const NameForm& b) : a_(a), b_(b) { align(); }

  NameJudgement judge() const;

 private:
  Pair compare(std::size_t i, std::size_t j) const;
  void align();
  std::vector<std::size_t> alone(const NameForm& form, bool first) const;
  std::optional<NameJudgement> abbreviation() const;
  NameJudgement subset(const NameForm& longer, const std::vector<std::size_t>& extra) const;
  bool has_partner(std::size_t word, bool first) const;
  std::string letters_alone(const NameForm& form, bool first) const;
  std::string reason() const;
  double mean_likeness() const;
  bool crossed() const;
  bool may_be_man_and_woman() const;
  std::optional<NameJudgement> two_given_names(const std::vector<std::size_t>& left,
                                               const std::vector<std::size_t>& right) const;
  std::size_t strong_pairs() const;

  const NameForm& a_;
  const NameForm& b_;
  std::vector<Pair> pairs_;  // in the order of a's words
};

// "carl" and "carla", "sander" and "sandra", "alessandro" and "alessandra", "gabriel" and "gabrielle".
bool makes_a_woman_of(std::string_view man, std::string_view woman) {
  constexpr std::size_t shortest = 3;
  if (man.size() < shortest || man == "ann") return false;
  const std::string_view stem = man.substr(0, man.size() - 1);
  const auto is = [&](std::string_view begin, std::string_view end) {
    return woman.size() == begin.size() + end.size() && woman.starts_with(begin) && woman.ends_with(end);
  };
  if (man.ends_with('a') || man.ends_with('i')) return false;
  if (man.ends_with('e')) return is(stem, "ia");
  if (man.ends_with('o')) return is(stem, "a");
  if (man.ends_with("er") && is(man.substr(0, man.size() - 2), "ra")) return true;
  return is(man, "a") || (man.ends_with("el") && is(man, "le"));
}

Pair Comparison::compare(std::size_t i, std::size_t j) const {
  const ComparedWord& a = a_.words[i];
  const ComparedWord& b = b_.words[j];
  Pair pair{i, j, 0};
  const bool vowels = !a_.consonants_only && !b_.consonants_only;
  const bool given_names = vowels && a.given_name != 0 && b.given_name != 0;
  const bool in_front = i == 0 && j == 0 && a_.words.size() > 1 && b_.words.size() > 1;
  if (a.plain == b.plain) {
    pair.like = 1;
  } else if (all_digits(a.plain) || all_digits(b.plain)) {
    pair.like = 0;
  } else if (a.plain.size() == 1 || b.plain.size() == 1) {
    // "AB" beside "A" and "B" is two initials, not a name with the first.
    pair.initial = a.plain.front() == b.plain.front() && a.plain.size() + b.plain.size() > 3;
    pair.like = pair.initial ? 0.85 : 0;
  } else if (given_names) {
    pair.given = a.given_name == b.given_name;
    pair.like = pair.given ? 0.96 : 0;
  } else if (in_front && vowels && (makes_a_woman_of(a.plain, b.plain) || makes_a_woman_of(b.plain, a.plain))) {
    pair.genders = true;
    pair.like = similar_enough;
  } else if (a.sound == b.sound) {
    pair.like = 0.96;
  } else if (lists().are_nicknames(a.plain, b.plain)) {
    pair.nickname = true;
    pair.like = 0.9;
  } else {
    pair.like = std::max(likeness(a.plain, b.plain), likeness(a.sound, b.sound));
    if (a_.consonants_only != b_.consonants_only) {
      const std::string left = consonants(a.sound);
      const std::string right = consonants(b.sound);
      if (left.size() > 1 && right.size() > 1) pair.like = std::max(pair.like, likeness(left, right) - 0.02);
    }
  }
  return pair;
}

// The most alike words first; each word is used once. Names are short, so trying all pairs is cheap.
void Comparison::align() {
  std::vector<Pair> all;
  for (std::size_t i = 0; i < a_.words.size(); ++i)
    for (std::size_t j = 0; j < b_.words.size(); ++j)
      if (const Pair pair = compare(i, j); pair.like >= similar_enough) all.push_back(pair);
  std::stable_sort(all.begin(), all.end(), [](const Pair& x, const Pair& y) { return x.like > y.like; });
  std::vector<bool> used_a(a_.words.size());
  std::vector<bool> used_b(b_.words.size());
  for (const Pair& pair : all) {
    if (used_a[pair.a] || used_b[pair.b]) continue;
    used_a[pair.a] = used_b[pair.b] = true;
    pairs_.push_back(pair);
  }
  std::sort(pairs_.begin(), pairs_.end(), [](const Pair& x, const Pair& y) { return x.a < y.a; });
}

bool Comparison::has_partner(std::size_t word, bool first) const {
  return std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return (first ? pair.a : pair.b) == word; });
}

// The words without a partner that matter.
std::vector<std::size_t> Comparison::alone(const NameForm& form, bool first) const {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    if (has_partner(i, first)) continue;
    if (form.words[i].kind != ComparedWordKind::light && form.words[i].kind != ComparedWordKind::group)
      left.push_back(i);
  }
  return left;
}

double Comparison::mean_likeness() const {
  double sum = 0;
  for (const Pair& pair : pairs_) sum += pair.like;
  return pairs_.empty() ? 0 : sum / static_cast<double>(pairs_.size());
}

bool Comparison::crossed() const {
  for (std::size_t i = 1; i < pairs_.size(); ++i)
    if (pairs_[i].b < pairs_[i - 1].b) return true;
  return false;
}

bool is_strong(const ComparedWord& word) {
  return word.kind != ComparedWordKind::light && word.kind != ComparedWordKind::group && word.plain.size() > 1;
}

bool Comparison::may_be_man_and_woman() const {
  return std::any_of(pairs_.begin(), pairs_.end(), [](const Pair& pair) { return pair.genders; });
}

// Words in common that are words, not initials and not light ones.
std::size_t Comparison::strong_pairs() const {
  std::size_t count = 0;
  for (const Pair& pair : pairs_) count += !pair.initial && is_strong(a_.words[pair.a]);
  return count;
}

std::string Comparison::reason() const {
  std::string why;
  const auto tell = [&](const std::string& what) { why += (why.empty() ? "" : "; ") + what; };
  for (const Pair& pair : pairs_) {
    const std::string both = "'" + a_.words[pair.a].plain + "' and '" + b_.words[pair.b].plain + "'";
    if (pair.initial) {
      tell("an initial: " + both);
    } else if (pair.nickname) {
      tell("a nickname: " + both);
    } else if (pair.given) {
      tell("one given name: " + both);
    } else if (pair.genders) {
      tell(both + " may be a man's name and a woman's");
    } else if (pair.like < 1) {
      tell((pair.like >= 0.96 ? "the same sound: " : "almost the same spelling: ") + both);
    }
  }
  if (crossed()) tell("a different word order");
  return why.empty() ? "the same words" : why;
}

// The letters of all words without a partner, light ones too.
std::string Comparison::letters_alone(const NameForm& form, bool first) const {
  std::string text;
  for (std::size_t i = 0; i < form.words.size(); ++i)
    if (!has_partner(i, first)) text += form.words[i].plain;
  return lists().sound_of(text);
}

std::string listed(const NameForm& form, const std::vector<std::size_t>& words) {
  std::string text;
  for (const std::size_t i : words) text += (text.empty() ? "'" : " ") + form.words[i].plain;
  return text + "'";
}

// "WFP" and a name with these initials.
std::optional<NameJudgement> Comparison::abbreviation() const {
  const auto fits = [](const NameForm& shorter, const NameForm& longer) {
    if (shorter.words.size() != 1 || longer.words.size() < 2) return false;
    const std::string& word = shorter.words.front().plain;
    return word.size() >= 2 && word.size() <= 6 && word == longer.initials && word.size() == longer.initials.size();
  };
  if (!fits(a_, b_) && !fits(b_, a_)) return std::nullopt;
  return NameJudgement{SameName::yes, 0.8, "one is the other's initials"};
}

// A word of each name that stands alone there, and the two are known as different names.
std::optional<NameJudgement> Comparison::two_given_names(const std::vector<std::size_t>& left,
                                                         const std::vector<std::size_t>& right) const {
  for (const std::size_t i : left) {
    for (const std::size_t j : right) {
      const ComparedWord &a = a_.words[i], &b = b_.words[j];
      if (a.given_name != 0 && b.given_name != 0 && a.given_name != b.given_name)
        return NameJudgement{SameName::no, 0.3, "'" + a.plain + "' and '" + b.plain + "' are two given names"};
    }
  }
  return std::nullopt;
}

NameJudgement Comparison::subset(const NameForm& longer, const std::vector<std::size_t>& extra) const {
  const std::string why = listed(longer, extra) + " appears in only one of them";
  const auto is_place = [&](std::size_t i) { return longer.words[i].kind == ComparedWordKind::place; };
  if (std::all_of(extra.begin(), extra.end(), is_place)) return {SameName::yes, 0.85, why};
  const bool company = !a_.legal.empty() || !b_.legal.empty();
  const bool number =
      std::any_of(extra.begin(), extra.end(), [&](std::size_t i) { return all_digits(longer.words[i].plain); });
  if (company || number) return {SameName::no, 0.4, why};
  if (strong_pairs() < 2) return {SameName::maybe, 0.5, why + ", and one word is too little to tell"};
  if (extra.size() > strong_pairs() + 1) return {SameName::maybe, 0.6, why};
  // "Ann B. Example" and "Ann Example"
  if (mean_likeness() >= 0.85) return {SameName::yes, 0.75, why};
  return {SameName::maybe, 0.6, why};
}

NameJudgement Comparison::judge() const {
  if (a_.words.empty() || b_.words.empty()) return {SameName::no, 0, "no words to compare"};
  if (const auto found = abbreviation()) return *found;
  const auto left = alone(a_, true);
  const auto right = alone(b_, false);
  if (!a_.legal.empty() && !b_.legal.empty() && a_.legal != b_.legal && left.empty() && right.empty())
    return {SameName::no, 0.45, "different legal forms: '" + a_.legal + "' and '" + b_.legal + "'"};
  if (const auto found = two_given_names(left, right)) return *found;
  if (may_be_man_and_woman() && (left.empty() || right.empty())) return {SameName::maybe, 0.6, reason()};
  if (left.empty() && right.empty()) {
    if (strong_pairs() == 0) return {SameName::maybe, 0.5, "initials and common words only"};
    if (crossed() && a_.descent && b_.descent)
      return {SameName::no, 0.4, "the father's name and the child's change places"};
    const double like = mean_likeness();
    const bool one_word = pairs_.size() == 1;
    if (one_word && like < 0.85) return {SameName::maybe, 0.6, reason()};
    return {SameName::yes, std::min(1.0, 0.2 + 0.8 * like - (crossed() && !a_.has_comma && !b_.has_comma ? 0.05 : 0)),
            reason()};
  }
  // The same letters with the words parted elsewhere: "van der Brill" and "Vanderbrill".
  const std::string x = letters_alone(a_, true);
  const std::string y = letters_alone(b_, false);
  if (a_.words.size() != b_.words.size() && likeness(x, y) >= similar_enough)
    return {SameName::yes, 0.8, "the same letters, divided differently: '" + x + "' and '" + y + "'"};
  if (!left.empty() && !right.empty()) {
    const double part =
        static_cast<double>(pairs_.size()) / static_cast<double>(std::max(a_.words.size(), b_.words.size()));
    return {SameName::no, 0.4 * mean_likeness() * part, listed(a_, left) + " against " + listed(b_, right)};
  }
  return left.empty() ? subset(b_, right) : subset(a_, left);
}

// What the table of places says; nothing when it does not know both names.
std::optional<NameJudgement> judge_places(const NameForm& a, const NameForm& b) {
  const auto places_a = place_spellings().places(a.folded);
  const auto places_b = place_spellings().places(b.folded);
  if (places_a.empty() || places_b.empty()) return std::nullopt;
  for (const std::uint32_t place : places_a)
    if (std::binary_search(places_b.begin(), places_b.end(), place))
      return NameJudgement{SameName::yes, 0.95, "spellings of one place (GeoNames " + std::to_string(place) + ")"};
  return NameJudgement{SameName::no, 0.1, "names of different places"};
}

}  // namespace

std::string_view to_text(SameName same) {
  return same == SameName::yes ? "yes" : same == SameName::maybe ? "maybe" : "no";
}

NameJudgement judge_names(std::string_view a, std::string_view b) {
  if (a == b && !a.empty()) return {SameName::yes, 1, "the same letters"};
  if (a.size() > longest_name || b.size() > longest_name) return {SameName::no, 0, "too long to be names"};
  if (b < a) std::swap(a, b);
  const NameForm form_a = lists().form_of(a);
  const NameForm form_b = lists().form_of(b);
  if (form_a.folded.empty() || form_b.folded.empty()) return {SameName::no, 0, "no letters to compare"};
  if (form_a.folded == form_b.folded) return {SameName::yes, 1, "the same letters but for accents and marks"};
  // Characters that sound alike are different names.
  if (form_a.syllables && form_b.syllables) return {SameName::no, 0.2, "different characters"};
  if (const auto places = judge_places(form_a, form_b)) return *places;
  return Comparison(form_a, form_b).judge();
}

}  // namespace hearsay
