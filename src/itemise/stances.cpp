// Phrases of a list looked for in the cue's lemmas and in the claim's words; the first line that fits decides. Nothing
// is learned here: the words that tell a denial from a confirmation are few, and a user may want to read them.
#include "itemise/stances.h"

#include "base/lines.h"
#include "base/resources.h"
#include "base/utf8.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <stdexcept>

namespace hearsay {

namespace {

// Lower case letters, digits and apostrophes; everything else is one blank. Begins and ends with a blank.
std::string as_words(std::string_view text) {
  std::string words = " ";
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = code_point_at(text, byte);
    if (c.value == U'\u2019') {
      words += '\'';
    } else if (c.value < 0x80 && !std::isalnum(static_cast<int>(c.value)) && c.value != '\'') {
      if (words.back() != ' ') words += ' ';
    } else if (c.value < 0x80) {
      words += static_cast<char>(std::tolower(static_cast<int>(c.value)));
    } else {
      words += text.substr(byte, c.size_bytes);
    }
    byte += c.size_bytes;
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

std::string_view next_word(std::string_view& line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  line.remove_prefix(begin);
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(end);
  return word;
}

std::optional<Stance> stance_named(std::string_view name) {
  for (const Stance stance :
       {Stance::asserts, Stance::confirms, Stance::denies, Stance::estimates, Stance::hedges, Stance::declines}) {
    if (to_text(stance) == name) return stance;
  }
  return std::nullopt;
}

std::vector<std::string> phrases_in(std::string_view list) {
  std::vector<std::string> phrases;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string phrase = as_words(list.substr(0, comma));
    if (phrase.size() > 1) phrases.push_back(std::move(phrase));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return phrases;
}

}  // namespace

StanceRules::StanceRules() {
  std::string_view file = resource("data/stances.txt");
  for (std::size_t number = 1; !file.empty(); ++number) {
    std::string_view line = next_line(file);
    if (line.empty() || line.front() == '#') continue;
    const std::string_view name = next_word(line);
    const auto stance = stance_named(name);
    const std::string_view where = next_word(line);
    auto phrases = phrases_in(line);
    if (name == "open" && where == "claim" && !phrases.empty()) {
      std::move(phrases.begin(), phrases.end(), std::back_inserter(open_));
      continue;
    }
    if (!stance || (where != "cue" && where != "claim") || phrases.empty()) {
      throw std::runtime_error("data/stances.txt, line " + std::to_string(number) +
                               ": not a stance, a place and a list of phrases");
    }
    rules_.push_back({*stance, where == "cue", std::move(phrases)});
  }
}

bool StanceRules::leave_open(std::string_view claim) const {
  const std::string words = as_words(claim);
  return std::any_of(open_.begin(), open_.end(),
                     [&](const std::string& phrase) { return words.find(phrase) != std::string::npos; });
}

Stance StanceRules::of(std::span<const Token> cue, std::string_view claim) const {
  std::string lemmas;
  for (const Token& token : cue) lemmas += token.lemma + ' ';
  const std::string cue_words = as_words(lemmas);
  const std::string claim_words = as_words(claim);
  for (const Rule& rule : rules_) {
    const std::string& words = rule.in_cue ? cue_words : claim_words;
    for (const std::string& phrase : rule.phrases) {
      if (words.find(phrase) != std::string::npos) return rule.stance;
    }
  }
  return Stance::asserts;
}

}  // namespace hearsay
