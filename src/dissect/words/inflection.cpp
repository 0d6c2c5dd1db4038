// The spelling rules of English grammars for regular inflection. Stress, on which doubling depends ("admitted", but
// "edited"), is not in the spelling: for words of several syllables the plain form counts as the usual one, except
// for those in "-l", which have both ("labeled", "labelled"). The others that double stand on lists of irregular forms.
#include "dissect/words/inflection.h"

#include <algorithm>

namespace hearsay {

namespace {

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The u of "qu" is no vowel; a y after a consonant is one.
bool vowel_at(std::string_view word, std::size_t at) {
  if (word[at] == 'u') return at == 0 || word[at - 1] != 'q';
  if (word[at] == 'y') return at > 0 && !is_vowel(word[at - 1]);
  return is_vowel(word[at]);
}

// Runs of vowels; an e at the end is silent.
std::size_t syllables(std::string_view word) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < word.size(); ++at)
    if (vowel_at(word, at) && (at == 0 || !vowel_at(word, at - 1))) ++found;
  return found > 1 && word.ends_with('e') && !vowel_at(word, word.size() - 2) ? found - 1 : found;
}

// Ends in one consonant after one vowel: "stop", "label", "panic", but not "shout", "play" or "fix".
bool ends_short(std::string_view word) {
  const std::size_t last = word.size() - 1;
  if (last < 1 || is_vowel(word[last]) || std::string_view("wxyh").find(word[last]) != std::string_view::npos)
    return false;
  return vowel_at(word, last - 1) && (last < 2 || !vowel_at(word, last - 2));
}

bool ends_in_consonant_and(std::string_view word, char end) {
  return word.size() > 1 && word.back() == end && !vowel_at(word, word.size() - 2);
}

class Inflecting {
 public:
  explicit Inflecting(std::string_view base)
      : base_(base),
        stem_(base.substr(0, base.size() - 1)),
        doubled_(std::string(base) + base.back()),
        one_syllable_(syllables(base) == 1) {}

  std::vector<Inflected> noun() && {
    if (base_.size() > 3 && base_.ends_with("man")) add(base_.substr(0, base_.size() - 3), "men");
    if (one_syllable_ && ends_short_in("sz")) add(doubled_, "es");  // "quizzes", "gasses"
    with_s();
    return std::move(forms_);
  }

  std::vector<Inflected> verb() && {
    with_s();
    if (base_.ends_with("ie")) {
      add(base_, "d");
      add(base_.substr(0, base_.size() - 2), "ying");
    } else if (base_.ends_with('e')) {
      const bool keeps = ends_in_any(base_, {"ee", "oe", "ye"});
      add(base_, "d");
      if (!keeps) add(stem_, "ing");
      if (keeps || ends_in_any(base_, {"ge", "ue"})) add(base_, "ing", !keeps && !base_.ends_with("nge"));
    } else {
      with_vowel({"ed", "ing"});
    }
    return std::move(forms_);
  }

  std::vector<Inflected> compared(Tag tag) && {
    const bool two_may = tag == Tag::ADJ && syllables(base_) == 2 && ends_in_any(base_, {"y", "le", "ow", "er"});
    if (!one_syllable_ && !two_may) return {};
    if (base_.ends_with('e')) {
      add(base_, "r");
      add(base_, "st");
    } else {
      with_vowel({"er", "est"});
    }
    return std::move(forms_);
  }

 private:
  void add(std::string_view stem, std::string_view ending, bool doubtful = false) {
    forms_.push_back({std::string(stem) + std::string(ending), doubtful});
  }

  bool ends_short_in(std::string_view letters) const {
    return ends_short(base_) && letters.find(base_.back()) != std::string_view::npos;
  }

  void with_s() {
    if (ends_in_consonant_and(base_, 'y')) return add(stem_, "ies");
    if (ends_in_any(base_, {"s", "x", "z", "ch", "sh"})) {
      add(base_, "es");
      if (base_.ends_with("ch")) add(base_, "s", true);  // "stomachs"
      return;
    }
    if (ends_in_consonant_and(base_, 'o')) add(base_, "es");
    add(base_, "s");
  }

  void with_vowel(std::initializer_list<std::string_view> endings) {
    const bool by_y = ends_in_consonant_and(base_, 'y');
    const bool by_k = base_.ends_with("ic") && !one_syllable_;
    const bool doubles = ends_short(base_) && one_syllable_;
    for (const std::string_view ending : endings) {
      if (by_y && ending != "ing") {
        add(stem_, "i" + std::string(ending));
      } else if (by_k) {
        add(std::string(base_) + 'k', ending);
      } else if (doubles) {
        add(doubled_, ending);
        if (base_.ends_with('s')) add(base_, ending, true);  // "buses", "bused"
      } else {
        if (!one_syllable_ && ends_short_in("lpst")) add(doubled_, ending, !base_.ends_with('l'));
        add(base_, ending);
      }
    }
  }

  std::string_view base_, stem_;  // without the last letter
  std::string doubled_;
  bool one_syllable_;
  std::vector<Inflected> forms_;
};

}  // namespace

std::vector<Inflected> inflect(std::string_view base, Tag tag) {
  if (base.size() < 2) return {};
  if (tag == Tag::NOUN) return Inflecting(base).noun();
  if (tag == Tag::VERB) return Inflecting(base).verb();
  if (tag == Tag::ADJ || tag == Tag::ADV) return Inflecting(base).compared(tag);
  return {};
}

}  // namespace hearsay
