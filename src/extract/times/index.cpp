// The tables that let the matcher pass over most words at once: which phrases a word can begin, and which two words can
// stand at the head of an expression. Both are built up from phrase to phrase, as phrases only use those above them.
#include "extract/times/rules.h"

#include <algorithm>
#include <bitset>
#include <map>

namespace hearsay {

class TimeRulesIndex {
 public:
  explicit TimeRulesIndex(TimeRules& rules) : rules_(rules) {}

  void build() {
    sort_edges();
    find_starts();
    find_pairs();
  }

 private:
  void sort_edges() {
    for (auto& node : rules_.nodes_) {
      std::stable_sort(node.edges.begin(), node.edges.end(), [](const auto& a, const auto& b) {
        return std::pair(a.step.kind, a.step.kind == TimeRules::Kind::literal ? a.step.id : 0) <
               std::pair(b.step.kind, b.step.kind == TimeRules::Kind::literal ? b.step.id : 0);
      });
      node.literals = static_cast<std::size_t>(std::count_if(
          node.edges.begin(), node.edges.end(), [](const auto& e) { return e.step.kind == TimeRules::Kind::literal; }));
    }
  }

  void find_starts() {
    rules_.starts_.resize(rules_.vocabulary_.size());
    for (std::uint32_t phrase = 0; phrase < rules_.phrases_.size(); ++phrase)
      for (const auto& edge : rules_.nodes_[rules_.phrases_[phrase].root].edges) {
        if (edge.step.kind == TimeRules::Kind::literal) rules_.starts_[edge.step.id].set(phrase);
        if (edge.step.kind == TimeRules::Kind::digits) rules_.starts_[Vocabulary::digits].set(phrase);
        if (edge.step.kind != TimeRules::Kind::phrase) continue;
        for (auto& starts : rules_.starts_)
          if (starts[edge.step.id]) starts.set(phrase);
      }
  }

  using Words = std::bitset<TimeRules::most_words>;
  struct Heads {
    Words first, alone;                    // the words a phrase can begin with, and those it can consist of
    std::map<std::uint32_t, Words> pairs;  // for each first word the second ones
  };

  // Which two words can stand at the head of an expression: built up from phrase to phrase.
  void find_pairs() {
    std::vector<Heads> heads;
    rules_.pairs_.resize(rules_.vocabulary_.size());
    for (const auto& phrase : rules_.phrases_) {
      Heads whole{first_words(phrase.root, heads), {}, {}};
      for (const auto& edge : rules_.nodes_[phrase.root].edges) add_heads(edge, heads, whole);
      if (phrase.top) {
        rules_.alone_ |= whole.alone;
        for (const auto& [word, next] : whole.pairs) rules_.pairs_[word] |= next;
      }
      heads.push_back(std::move(whole));
    }
  }

  void add_heads(const TimeRules::Edge& edge, const std::vector<Heads>& heads, Heads& whole) const {
    const bool phrase = edge.step.kind == TimeRules::Kind::phrase;
    Words alone;
    if (phrase) {
      alone = heads[edge.step.id].alone;
      for (const auto& [word, next] : heads[edge.step.id].pairs) whole.pairs[word] |= next;
    } else {
      alone.set(edge.step.kind == TimeRules::Kind::digits ? Vocabulary::digits : edge.step.id);
    }
    if (!rules_.nodes_[edge.target].endings.empty()) whole.alone |= alone;
    const Words next = first_words(edge.target, heads);
    if (next.none()) return;
    for (std::size_t word = alone._Find_first(); word < alone.size(); word = alone._Find_next(word))
      whole.pairs[static_cast<std::uint32_t>(word)] |= next;
  }

  Words first_words(std::uint32_t node, const std::vector<Heads>& heads) const {
    Words words;
    for (const auto& edge : rules_.nodes_[node].edges) {
      if (edge.step.kind == TimeRules::Kind::phrase)
        words |= heads[edge.step.id].first;
      else
        words.set(edge.step.kind == TimeRules::Kind::digits ? Vocabulary::digits : edge.step.id);
    }
    return words;
  }

  TimeRules& rules_;
};

void TimeRules::index() { TimeRulesIndex(*this).build(); }

}  // namespace hearsay
