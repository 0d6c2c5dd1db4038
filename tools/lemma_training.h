// Learns src/dissect/words/lemmas.h from a treebank: for each word and each end of words the commonest way to its
// lemma.
#pragma once

#include "dissect/words/lemmas.h"
#include "dissect/words/letters.h"
#include "treebank.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace hearsay::training {

// Counts of decisions by key, and the choice among them.
class EndVotes {
 public:
  void add(const Lemmas::Keys& keys, std::uint16_t decision) {
    for (std::size_t k = 0; k < keys.count; ++k) {
      ++votes_[keys.hashes[k]][decision];
      if (k + 1 < keys.count) shorter_[keys.hashes[k]] = keys.hashes[k + 1];
    }
  }

  // Keys that decide otherwise than their next shorter end, with their decisions, in the order of the hashes.
  FeatureTable::Arrays arrays() const {
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint16_t> decisions;
    for (const auto& [hash, votes] : votes_) {
      const auto shorter = shorter_.find(hash);
      if (shorter != shorter_.end() && inherited(shorter->second) == best(votes)) continue;
      hashes.push_back(hash);
      decisions.push_back(best(votes));
    }
    return FeatureTable::build(hashes, decisions);
  }

 private:
  using Votes = std::map<std::uint16_t, int>;
  static std::uint16_t best(const Votes& votes) {
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
  std::uint16_t inherited(std::uint64_t hash) const { return best(votes_.at(hash)); }

  std::map<std::uint64_t, Votes> votes_;
  std::map<std::uint64_t, std::uint64_t> shorter_;
};

inline Lemmas::Case case_between(const std::string& word, const std::string& lemma, const Ending& ending) {
  const std::string lower = small_letters(lemma);
  for (const Lemmas::Case how :
       {Lemmas::Case::lower, Lemmas::Case::as_written, Lemmas::Case::upper, Lemmas::Case::title})
    if (Lemmas::put_case(lower, word, ending, how) == lemma) return how;
  return Lemmas::Case::lower;
}

inline void learn_lemmas(const std::vector<TreebankSentence>& sentences, ModelWriter& file) {
  std::map<Ending, std::uint16_t> numbers;
  std::string rules;
  EndVotes endings, cases;
  // Ends are learned from different words, not from how often a word stands in the text; whole words from all.
  std::map<std::tuple<std::string, Tag, Ending>, int> words;
  for (const TreebankSentence& sentence : sentences)
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const TreebankWord& word = sentence[i];
      if (word.lemma == "_" || word.lemma.empty()) continue;
      const std::string small = small_letters(word.word);
      const Ending ending = ending_between(small, small_letters(word.lemma));
      ++words[{small, word.tag, ending}];
      Lemmas::Keys keys = Lemmas::case_keys(small, word.tag, Lemmas::form_of(word.word, i == 0));
      cases.add(keys, static_cast<std::uint16_t>(case_between(word.word, word.lemma, ending)));
    }
  for (const auto& [key, count] : words) {
    const auto& [small, tag, ending] = key;
    const auto [number, is_new] = numbers.emplace(ending, static_cast<std::uint16_t>(numbers.size()));
    if (is_new) rules += std::to_string(ending.taken_off) + " " + ending.put_on + "\n";
    const Lemmas::Keys keys = Lemmas::ending_keys(small, tag);
    Lemmas::Keys whole;
    whole.hashes[whole.count++] = keys.hashes[0];
    for (int extra = 1; extra < count; ++extra) endings.add(whole, number->second);
    // An ending that takes off more than the end it is filed under cannot be meant by that end.
    Lemmas::Keys ends = keys;
    for (std::size_t k = 1; k + 1 < keys.count; ++k)
      if (keys.count - 1 - k < ending.taken_off) {
        ends.count = k;
        break;
      }
    endings.add(ends, number->second);
  }
  const FeatureTable::Arrays ending_arrays = endings.arrays(), case_arrays = cases.arrays();
  file.add("endings.marks", ending_arrays.marks);
  file.add("endings.rows", ending_arrays.rows);
  file.add("cases.marks", case_arrays.marks);
  file.add("cases.rows", case_arrays.rows);
  file.add("endings.rules", std::vector<char>(rules.begin(), rules.end()));
}

}  // namespace hearsay::training
