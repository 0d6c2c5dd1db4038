// Spelling narrows down what a form can come from: "ploded" from "plode", for "plod" would double its d; "grelled" from
// "grell", for few words of one syllable end in a single l. Where that leaves several, a known noun or adjective that
// is spelt like one of them decides ("texted" from "text"), then what the treebank taught. It is a guess: "-ored" may
// come from "-or" or from
// "-ore".
#include "dissect/words/base_guess.h"

#include "dissect/words/inflection.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace hearsay {

namespace {

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// A shorter end is a word by chance too often ("-ring" in "mentoring", "-ties", "-uses").
std::size_t shortest_part(std::string_view word, Tag tag) {
  if (word.ends_with("es")) return 6;
  return tag != Tag::NOUN && ends_in_any(word, {"ing", "ed", "s", "er", "est"}) ? 5 : 4;
}

// By the longest known word that the form ends in, with something before it.
std::optional<std::string> by_last_part(std::string_view word, Tag tag, const Lexicon& lexicon) {
  const std::size_t shortest = shortest_part(word, tag);
  for (std::size_t at = 2; at + shortest <= word.size(); ++at) {
    const std::string_view part = word.substr(at);
    const std::optional<std::string> base = lexicon.find(part, tag);
    if (!base) continue;
    if (*base == part && tag == Tag::VERB && ends_in_any(part, {"ing", "ed"})) continue;  // not "bring" in "membring"
    return std::string(word.substr(0, at)) + *base;
  }
  return std::nullopt;
}

// Whether a verb can end like this: "explod", "receiv" and "vot" cannot.
bool ends_like_a_base(std::string_view base) {
  if (base.size() < 2 || std::none_of(base.begin(), base.end(), is_vowel)) return false;
  const char last = base.back(), before = base[base.size() - 2];
  if (last == 'e') return true;
  if (std::string_view("cijuv").find(last) != std::string_view::npos) return base.ends_with("ic");
  if (last == 'l' || last == 'r') return is_vowel(before) || before == last || base.ends_with("rl");
  if (last == 'g') return before != 'd' && before != 'r';
  if (last == 's' || last == 'z') return before == last;
  const bool is_long = std::any_of(base.begin(), base.end() - 2, is_vowel);
  return !is_long || !ends_in_any(base, {"ab", "ib", "ob", "ub", "ad", "id", "od", "ud", "ak", "ek", "ik",
                                         "ok", "uk", "am", "im", "um", "un", "ir", "ur", "ul", "at", "ut"});
}

// Whether an e may have been dropped here: after "receiv", "radiat" and "wast", not after "heat" or "funnel".
bool may_lack_e(std::string_view stem) {
  if (stem.ends_with("st")) return stem.ends_with("ast");
  if (ends_in_any(stem, {"ch", "sh", "ck", "x",  "w",  "wl", "rl", "rd", "ld", "nd", "ct", "pt", "rt",
                         "ft", "lt", "nt", "rk", "lk", "nk", "sk", "mp", "lp", "rm", "rn", "lm", "sp"}))
    return false;
  if (stem.size() > 4 && ends_in_any(stem, {"el", "en"})) return false;
  if (stem.size() < 3 || !is_vowel(stem[stem.size() - 2]) || !is_vowel(stem[stem.size() - 3])) return true;
  return std::string_view("csvzg").find(stem.back()) != std::string_view::npos || stem[stem.size() - 3] == 'u' ||
         (stem.size() > 4 && ends_in_any(stem, {"iat", "eat"}));
}

bool is_form_of(std::string_view word, std::string_view base, Tag tag) {
  const std::vector<Inflected> forms = inflect(base, tag);
  return std::any_of(forms.begin(), forms.end(), [&](const Inflected& it) { return it.form == word && !it.doubtful; });
}

// What is left of a word without the first of the endings that it has; nothing when it has none or little is left.
std::string_view without(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings)
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return {};
}

bool ends_doubled(std::string_view stem) {
  return stem.size() > 2 && stem.back() == stem[stem.size() - 2] && !is_vowel(stem.back());
}

// What a verb's form may come from, the likelier first; itself alone when it has no ending of a verb.
std::vector<std::string> verbs_of(std::string_view word) {
  const auto but = [&](std::size_t letters) { return std::string(word.substr(0, word.size() - letters)); };
  if (ends_in_any(word, {"ss", "us", "is"})) return {std::string(word)};
  if (word.ends_with('s') && word.size() > 2) {
    if (word.ends_with("ies")) return {but(3) + 'y'};
    if (ends_in_any(word, {"sses", "xes", "ches", "shes", "zzes", "oes"})) return {but(2)};
    return {but(1)};
  }
  const std::string plain(without(word, {"ing", "ed"}));
  if (plain.empty()) return {std::string(word)};
  const std::string shorter = plain.substr(0, plain.size() - 1);
  std::vector<std::string> bases;
  if (word.ends_with("ied")) bases.push_back(shorter + 'y');
  if (ends_doubled(plain)) {
    // "Grelled" is of "grell", "funnelled" of "funnel".
    const bool is_long = std::any_of(plain.begin(), plain.end() - 3, is_vowel);
    if (!ends_in_any(plain, {"ll", "ss", "ff", "zz"})) return {shorter};
    return {is_long && plain.ends_with("ll") ? shorter : plain};
  }
  if (ends_like_a_base(plain) && is_form_of(word, plain, Tag::VERB)) bases.push_back(plain);
  if (may_lack_e(plain) && is_form_of(word, plain + 'e', Tag::VERB)) bases.push_back(plain + 'e');
  if (bases.empty()) bases.push_back(plain);
  return bases;
}

// The adjectives and adverbs that a word may compare.
std::vector<std::string> compared_in(std::string_view word) {
  const std::string plain(without(word, {"er", "est"}));
  if (plain.size() < 2) return {};
  std::vector<std::string> bases = {plain, plain + 'e'};
  if (plain.ends_with('i')) bases = {plain.substr(0, plain.size() - 1) + 'y'};
  if (ends_doubled(plain)) bases.push_back(plain.substr(0, plain.size() - 1));
  return bases;
}

// What a plural may come from; the word itself when it has no ending of a plural.
std::vector<std::string> nouns_of(std::string_view word) {
  const auto but = [&](std::size_t letters) { return std::string(word.substr(0, word.size() - letters)); };
  if (word.size() > 5 && word.ends_with("men")) return {but(2) + "an"};
  if (word.size() < 3 || !word.ends_with('s') || ends_in_any(word, {"ss", "us", "is"})) return {std::string(word)};
  // "selfies" and "movies", but "cities": "-fy" and "-vy" end few nouns.
  if (ends_in_any(word, {"bies", "dies", "fies", "kies", "oies", "vies", "zies"})) return {but(1), but(3) + 'y'};
  if (word.ends_with("ies") && word.size() > 5) return {but(3) + 'y'};
  if (ends_in_any(word, {"auses", "ouses"})) return {but(1)};
  if (word.ends_with("uses")) return {but(2)};  // "octopuses"
  if (ends_in_any(word, {"sses", "xes", "ches", "shes", "zzes", "oes"})) return {but(2), but(1)};
  if (ends_in_any(word, {"ases", "ises"})) return {but(1), but(2)};
  return {but(1)};
}

bool may_be_in_a_word(char c) { return (c >= 'a' && c <= 'z') || c == '-'; }

bool is_word(std::string_view word, const Lexicon& lexicon) {
  return lexicon.find(word, Tag::NOUN) == word || lexicon.find(word, Tag::ADJ) == word;
}

}  // namespace

std::string guess_base(std::string_view word, Tag tag, std::string_view learned, const Lexicon& lexicon) {
  const bool has_rules = tag == Tag::NOUN || tag == Tag::VERB || tag == Tag::ADJ || tag == Tag::ADV;
  if (!has_rules || !std::all_of(word.begin(), word.end(), may_be_in_a_word)) return std::string(learned);
  if (const auto base = by_last_part(word, tag, lexicon)) return *base;
  if (tag == Tag::ADJ || tag == Tag::ADV) {
    for (std::string& base : compared_in(word))
      if (lexicon.find(base, tag) == base) return std::move(base);
    return std::string(word);
  }
  std::vector<std::string> bases = tag == Tag::VERB ? verbs_of(word) : nouns_of(word);
  if (tag == Tag::VERB)
    for (std::string& base : bases)
      if (is_word(base, lexicon)) return std::move(base);
  // Plurals of no singular ("tongs") the lexicon knows, letters that stand for words it does not ("gps").
  constexpr std::size_t longest_letters = 4;
  const bool keeps = tag == Tag::NOUN && word.size() <= longest_letters && learned == word;
  if (keeps || std::find(bases.begin(), bases.end(), learned) != bases.end()) return std::string(learned);
  return std::move(bases.front());
}

std::string base_of_noun(std::string_view word) {
  const Lexicon& lexicon = english_lexicon();
  if (auto known = lexicon.find(word, Tag::NOUN)) return std::move(*known);
  return guess_base(word, Tag::NOUN, word, lexicon);
}

}  // namespace hearsay
