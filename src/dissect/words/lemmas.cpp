// Lemmas of known forms by the lexicon, of others by the longest known end of a word, as a treebank taught them, within
// what the spelling allows. An end is kept in the model only where it decides otherwise than the next shorter one.
#include "dissect/words/lemmas.h"

#include "dissect/words/base_guess.h"
#include "dissect/words/letters.h"
#include "dissect/words/word_features.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t longest_end = 5;  // bytes, besides the whole word

Lemmas::Keys keys_of(std::string_view small, std::uint64_t seed) {
  Lemmas::Keys keys;
  keys.hashes[keys.count++] = hash_bytes(small, seed * 8);
  for (std::size_t n = std::min(longest_end, small.size()); n > 0; --n)
    keys.hashes[keys.count++] = hash_bytes(small.substr(small.size() - n), seed * 8 + 1);
  keys.hashes[keys.count++] = hash_bytes({}, seed * 8 + 2);
  return keys;
}

// The decision for the first key that has one, and which it was.
struct Known {
  std::uint16_t decision = FeatureTable::none;
  std::size_t key = 0;
};

Known first_known(const FeatureTable& table, const Lemmas::Keys& keys) {
  for (std::size_t k = 0; k < keys.count; ++k)
    if (const std::uint16_t found = table.row_of(keys.hashes[k]); found != FeatureTable::none) return {found, k};
  return {};
}

// Was a decision learned from this very word? The first key is of the whole word, the second of its last letters.
bool is_of_whole_word(const Known& rule, std::string_view small) {
  return rule.decision != FeatureTable::none && (rule.key == 0 || (rule.key == 1 && small.size() <= longest_end));
}

}  // namespace

Lemmas::Form Lemmas::form_of(std::string_view word, bool first) {
  std::size_t upper = 0, lower = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    upper += c.kind == Letter::upper;
    lower += c.kind == Letter::lower;
    at += c.size_bytes;
  }
  if (upper == 0) return Form::small;
  if (lower == 0 && upper > 1) return Form::capitals;
  return first ? Form::first_capital : Form::capital;
}

Lemmas::Keys Lemmas::ending_keys(std::string_view small, Tag tag) {
  return keys_of(small, 100 + static_cast<std::uint64_t>(tag));
}

Lemmas::Keys Lemmas::case_keys(std::string_view small, Tag tag, Form form) {
  return keys_of(small, 200 + static_cast<std::uint64_t>(tag) * 4 + static_cast<std::uint64_t>(form));
}

std::string Lemmas::put_case(std::string_view lower_lemma, std::string_view word, const Ending& ending, Case how) {
  std::string lemma(lower_lemma);
  const auto raise = [](char& c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  };
  if (how == Case::as_written) return with_ending(word, ending);
  if (how == Case::upper) std::for_each(lemma.begin(), lemma.end(), raise);
  if (how == Case::title && !lemma.empty()) raise(lemma[0]);
  return lemma;
}

Lemmas::Lemmas(const ModelFile& file)
    : lexicon_(english_lexicon()),
      endings_of_(file.section<std::uint16_t>("endings.marks"), file.section<std::uint16_t>("endings.rows")),
      cases_of_(file.section<std::uint16_t>("cases.marks"), file.section<std::uint16_t>("cases.rows")),
      endings_(read_endings(file.section<char>("endings.rules"), file.name())) {}

std::string Lemmas::lemma_of(std::string_view word, Tag tag, bool first) const {
  const std::string small = small_letters(word);
  const std::string base = base_of(small, tag);
  const std::uint16_t how = first_known(cases_of_, case_keys(small, tag, form_of(word, first))).decision;
  const Case kept = how <= static_cast<std::uint16_t>(Case::title) ? static_cast<Case>(how)
                    : tag == Tag::PROPN                            ? Case::as_written
                                                                   : Case::lower;
  return put_case(base, word, kept == Case::as_written ? ending_between(small, base) : Ending(), kept);
}

std::string Lemmas::base_of(std::string_view small, Tag tag) const {
  if (auto known = lexicon_.find(small, tag)) return std::move(*known);
  const Known rule = first_known(endings_of_, ending_keys(small, tag));
  Ending ending;
  if (rule.decision < endings_.size() && endings_[rule.decision].taken_off <= small.size())
    ending = endings_[rule.decision];
  std::string learned = with_ending(small, ending);
  return is_of_whole_word(rule, small) ? learned : guess_base(small, tag, learned, lexicon_);
}

}  // namespace hearsay
