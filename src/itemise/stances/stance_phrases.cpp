#include "itemise/stances/stance_phrases.h"

#include "base/word_lists.h"
#include "dissect/words/saying_words.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace hearsay {

namespace {

// Small letters, digits and apostrophes of ASCII, all else as it is; one blank between words and at both ends.
std::string as_words(std::string_view text) {
  std::string words = " ";
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if (text.substr(byte).starts_with("\u2019")) {
      words += '\'';
      byte += 2;
      continue;
    }
    const auto letter = static_cast<unsigned char>(text[byte]);
    if (letter >= 0x80 || std::isalnum(letter) != 0 || letter == '\'') {
      words += letter < 0x80 ? static_cast<char>(std::tolower(letter)) : text[byte];
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

}  // namespace

StancePhrases::StancePhrases() {
  constexpr Stance all[] = {Stance::declines, Stance::denies, Stance::confirms, Stance::hedges, Stance::estimates};
  constexpr SayingSorts sorts[] = {SayingSort::declines, SayingSort::denies, SayingSort::confirms, SayingSort::hedges,
                                   SayingSort::estimates};
  for (std::size_t i = 0; i < std::size(all); ++i) {
    for (const std::string& verb : saying_words().of_sorts(sorts[i])) in_cue_.emplace_back(all[i], as_words(verb));
  }
  read_list("data/stances.txt", {}, [&](const ListLine& line) {
    for (const Stance stance : all) {
      const std::string name(to_text(stance));
      if (line.section != name + " in the cue" && line.section != name + " in the claim") continue;
      Phrases& phrases = line.section.ends_with("cue") ? in_cue_ : in_words_;
      for (const std::string_view phrase : line.words) phrases.emplace_back(stance, as_words(phrase));
    }
  });
}

bool StancePhrases::in_words(Stance stance, std::string_view some) const {
  const std::string words = as_words(some);
  return std::any_of(in_words_.begin(), in_words_.end(), [&](const auto& phrase) {
    return phrase.first == stance && words.find(phrase.second) != std::string::npos;
  });
}

bool StancePhrases::in_cue(Stance stance, std::span<const Token> cue) const {
  std::string lemmas;
  for (const Token& token : cue) lemmas += token.lemma + ' ';
  const std::string words = as_words(lemmas);
  return std::any_of(in_cue_.begin(), in_cue_.end(), [&](const auto& phrase) {
    return phrase.first == stance && words.find(phrase.second) != std::string::npos;
  });
}

}  // namespace hearsay
