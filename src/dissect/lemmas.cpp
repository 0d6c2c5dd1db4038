// Lemmas of known forms by a list, of others by the longest known end of a word, as a treebank taught them. An end
// is kept in the model only where it decides otherwise than the next shorter one.
#include "dissect/lemmas.h"

#include "base/resources.h"
#include "dissect/letters.h"
#include "dissect/word_features.h"

#include <algorithm>
#include <stdexcept>

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

std::uint16_t first_known(const FeatureTable& table, const Lemmas::Keys& keys) {
  for (std::size_t k = 0; k < keys.count; ++k)
    if (const std::uint16_t found = table.row_of(keys.hashes[k]); found != FeatureTable::none) return found;
  return FeatureTable::none;
}

std::string with_ending(std::string_view word, const Lemmas::Ending& ending) {
  return std::string(word.substr(0, word.size() - ending.taken_off)) + ending.put_on;
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
    : known_(resource("data/irregular_forms.txt"), resource("data/regular_verbs.txt")),
      endings_of_(file.section<std::uint16_t>("endings.marks"), file.section<std::uint16_t>("endings.rows")),
      cases_of_(file.section<std::uint16_t>("cases.marks"), file.section<std::uint16_t>("cases.rows")) {
  // "2 y": take two bytes off and put "y" on.
  const auto lines = file.section<char>("endings.rules");
  std::string_view rest(lines.data(), lines.size());
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) throw std::runtime_error("models/grammar.bin: has a broken ending");
    endings_.push_back({std::stoul(std::string(line.substr(0, blank))), std::string(line.substr(blank + 1))});
  }
}

std::string Lemmas::lemma_of(std::string_view word, Tag tag, bool first) const {
  const std::string small = small_letters(word);
  const std::uint16_t rule = first_known(endings_of_, ending_keys(small, tag));
  Ending ending;
  if (rule < endings_.size() && endings_[rule].taken_off <= small.size()) ending = endings_[rule];
  const std::uint16_t how = first_known(cases_of_, case_keys(small, tag, form_of(word, first)));
  const Case kept = how <= static_cast<std::uint16_t>(Case::title) ? static_cast<Case>(how)
                    : tag == Tag::PROPN                            ? Case::as_written
                                                                   : Case::lower;
  if (const auto base = known_.find(small, tag))
    return put_case(*base, word, ending, kept == Case::as_written ? Case::lower : kept);
  return put_case(with_ending(small, ending), word, ending, kept);
}

}  // namespace hearsay
