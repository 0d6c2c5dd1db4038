// Phrases of a list looked for in the cue's lemmas and in the claim's words; the first line that fits decides. Nothing
// is learned here: the words that tell a denial from a confirmation are few, and a user may want to read them.
#include "itemise/stances/stances.h"

#include "base/utf8.h"
#include "base/word_lists.h"
#include "dissect/words/saying_words.h"

#include <algorithm>
#include <cctype>
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

struct RuleSection {
  std::string_view name;
  Stance stance;
  bool in_cue;
  SayingSorts verbs;
};

// The first that fits decides.
constexpr RuleSection sections[] = {
    {"declines in the cue", Stance::declines, true, SayingSort::declines},
    {"declines in the claim", Stance::declines, false, 0},
    {"denies in the cue", Stance::denies, true, SayingSort::denies},
    {"confirms in the cue", Stance::confirms, true, SayingSort::confirms},
    {"hedges in the cue", Stance::hedges, true, SayingSort::hedges},
    {"estimates in the cue", Stance::estimates, true, SayingSort::estimates},
    {"estimates in the claim", Stance::estimates, false, 0},
    {"hedges in the claim", Stance::hedges, false, 0},
};

}  // namespace

StanceRules::StanceRules() {
  Sections names;
  for (const RuleSection& section : sections) {
    names.push_back(section.name);
    rules_.push_back({section.stance, section.in_cue, {}});
    for (const std::string& verb : saying_words().of_sorts(section.verbs))
      rules_.back().phrases.push_back(as_words(verb));
  }
  names.push_back("open in the claim");
  read_list("data/stances.txt", names, [this](const ListLine& line) {
    std::vector<std::string>& phrases = line.sort < rules_.size() ? rules_[line.sort].phrases : open_;
    for (const std::string_view phrase : line.words) {
      std::string words = as_words(phrase);
      if (words.size() == 1) throw std::invalid_argument("a phrase without letters");
      phrases.push_back(std::move(words));
    }
  });
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
