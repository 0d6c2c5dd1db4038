// Learns classes of words from unmarked news: words that stand between like words share a class. The exchange algorithm
// (Kneser and Ney 1993; Martin, Liermann and Ney 1998) on the bigrams of classes: each word in turn moves to the class
// that makes the text likeliest, until rounds are used up.
//
//   train_word_classes OUT ARTICLES.jsonl...      OUT is a part of models/names.bin, see models/names.md
//
// Sentences that stand twice in the articles count once. The same input gives the same bytes.
#include "dissect/grammar.h"
#include "extract/names/model.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace {

constexpr int least_count = 5;
constexpr std::size_t most_words = 60000;
constexpr int rounds = 12;

struct Corpus {
  std::vector<std::string> words;  // by falling count; number 0 stands for sentence edges and rare words
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> next, previous;  // neighbours and how often
};

using Sentences = std::vector<std::vector<std::string>>;

void read(const char* path, const hearsay::Grammar& grammar, std::unordered_set<std::string>& seen, Sentences& out) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot open ") + path);
  simdjson::dom::parser parser;
  for (std::string line; std::getline(file, line);) {
    std::string_view text;
    if (parser.parse(line)["text"].get(text)) continue;
    const auto dissection = grammar.dissect(text, {}, hearsay::Depth::boundaries);
    for (const auto& sentence : dissection.sentences) {
      if (!seen.insert(std::string(hearsay::words_at(text, sentence.span))).second) continue;
      auto& words = out.emplace_back();
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
        words.emplace_back(hearsay::words_at(text, dissection.tokens[i].span));
    }
  }
}

Corpus count(const Sentences& sentences) {
  std::map<std::string, int> counts;
  for (const auto& sentence : sentences)
    for (const auto& word : sentence) ++counts[word];
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [word, n] : counts)
    if (n >= least_count) order.emplace_back(-n, word);
  std::sort(order.begin(), order.end());
  if (order.size() > most_words) order.resize(most_words);
  Corpus corpus;
  corpus.words.emplace_back();
  std::unordered_map<std::string, std::uint32_t> number;
  for (const auto& [n, word] : order) {
    number.emplace(word, corpus.words.size());
    corpus.words.push_back(word);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> pairs;
  for (const auto& sentence : sentences) {
    std::uint32_t last = 0;
    for (const auto& word : sentence) {
      const auto found = number.find(word);
      const std::uint32_t now = found == number.end() ? 0 : found->second;
      ++pairs[{last, now}];
      last = now;
    }
    ++pairs[{last, 0}];
  }
  corpus.next.resize(corpus.words.size());
  corpus.previous.resize(corpus.words.size());
  for (const auto& [pair, n] : pairs) {
    corpus.next[pair.first].emplace_back(pair.second, n);
    corpus.previous[pair.second].emplace_back(pair.first, n);
  }
  return corpus;
}

// x log x, the term of which the likelihood of a class bigram model is made.
double term(double x) { return x > 0 ? x * std::log(x) : 0; }

class Exchange {
 public:
  Exchange(const Corpus& corpus, int classes) : corpus_(corpus), classes_(classes) {
    class_of_.assign(corpus.words.size(), 0);
    for (std::size_t w = 1; w < corpus.words.size(); ++w)
      class_of_[w] = 1 + static_cast<int>((w - 1) % static_cast<std::size_t>(classes - 1));
    pairs_.assign(static_cast<std::size_t>(classes * classes), 0);
    left_.assign(static_cast<std::size_t>(classes), 0);
    right_ = left_;
    for (std::size_t w = 0; w < corpus.words.size(); ++w) {
      for (const auto& [next, n] : corpus.next[w]) {
        at(class_of_[w], class_of_[next]) += n;
        left_[static_cast<std::size_t>(class_of_[w])] += n;
        right_[static_cast<std::size_t>(class_of_[next])] += n;
      }
    }
  }

  // Words of the sentence edge (0) keep class 0.
  int round() {
    int moved = 0;
    for (std::uint32_t w = 1; w < corpus_.words.size(); ++w) moved += move(w);
    return moved;
  }
  int class_of(std::size_t word) const { return class_of_[word]; }

 private:
  double& at(int a, int b) { return pairs_[static_cast<std::size_t>(a * classes_ + b)]; }

  void shift(int c, double sign) {
    for (const int k : after_) at(c, k) += sign * next_[static_cast<std::size_t>(k)];
    for (const int k : before_) at(k, c) += sign * previous_[static_cast<std::size_t>(k)];
    at(c, c) += sign * self_;
    left_[static_cast<std::size_t>(c)] += sign * all_next_;
    right_[static_cast<std::size_t>(c)] += sign * all_previous_;
  }

  // What the likelihood gains when the word, now in no class, enters class c.
  double gain(int c) {
    double sum = 0;
    for (const int k : after_) {
      const double n =
          next_[static_cast<std::size_t>(k)] + (k == c ? previous_[static_cast<std::size_t>(k)] + self_ : 0);
      sum += term(at(c, k) + n) - term(at(c, k));
    }
    for (const int k : before_) {
      if (k == c && next_[static_cast<std::size_t>(k)] > 0) continue;  // counted above
      const double n = previous_[static_cast<std::size_t>(k)] + (k == c ? self_ : 0);
      sum += term(at(k, c) + n) - term(at(k, c));
    }
    const double left = left_[static_cast<std::size_t>(c)], right = right_[static_cast<std::size_t>(c)];
    return sum - (term(left + all_next_) - term(left)) - (term(right + all_previous_) - term(right));
  }

  int move(std::uint32_t w) {
    next_.assign(static_cast<std::size_t>(classes_), 0);
    previous_ = next_;
    self_ = all_next_ = all_previous_ = 0;
    for (const auto& [x, n] : corpus_.next[w]) {
      all_next_ += n;
      if (x == w)
        self_ += n;
      else
        next_[static_cast<std::size_t>(class_of_[x])] += n;
    }
    for (const auto& [x, n] : corpus_.previous[w]) {
      all_previous_ += n;
      if (x != w) previous_[static_cast<std::size_t>(class_of_[x])] += n;
    }
    after_.clear();
    before_.clear();
    for (int k = 0; k < classes_; ++k) {
      if (next_[static_cast<std::size_t>(k)] > 0) after_.push_back(k);
      if (previous_[static_cast<std::size_t>(k)] > 0) before_.push_back(k);
    }
    const int old = class_of_[w];
    shift(old, -1);
    int best = old;
    double most = gain(old);
    for (int c = 1; c < classes_; ++c) {
      const double g = gain(c);
      if (g > most + 1e-9) {
        most = g;
        best = c;
      }
    }
    shift(best, 1);
    class_of_[w] = best;
    return best != old;
  }

  const Corpus& corpus_;
  int classes_;
  std::vector<int> class_of_;
  std::vector<double> pairs_, left_, right_;
  std::vector<double> next_, previous_;
  std::vector<int> after_, before_;
  double self_ = 0, all_next_ = 0, all_previous_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const hearsay::Grammar grammar;
  Sentences sentences;
  std::unordered_set<std::string> seen;
  for (int i = 2; i < argc; ++i) read(argv[i], grammar, seen, sentences);
  const Corpus corpus = count(sentences);
  std::cerr << sentences.size() << " sentences, " << corpus.words.size() << " words\n";
  Exchange coarse(corpus, 48);
  Exchange fine(corpus, 256);
  for (int round = 0; round < rounds; ++round) {
    const int moved = coarse.round();
    std::cerr << "round " << round << ": " << moved << " and " << fine.round() << " words moved\n";
  }
  std::vector<hearsay::WordClasses::Entry> entries;
  for (std::size_t w = 1; w < corpus.words.size(); ++w) {
    entries.push_back({hearsay::hash_of_bytes(corpus.words[w]), static_cast<std::uint8_t>(coarse.class_of(w)),
                       static_cast<std::uint8_t>(fine.class_of(w))});
  }
  std::ofstream(argv[1], std::ios::binary) << hearsay::WordClasses::write(entries);
  if (argc > 1 && std::getenv("SHOW_CLASSES") != nullptr) {
    for (int c = 1; c < 256; ++c) {
      std::cout << c << ":";
      int shown = 0;
      for (std::size_t w = 1; w < corpus.words.size() && shown < 25; ++w)
        if (fine.class_of(w) == c) std::cout << ' ' << corpus.words[w], ++shown;
      std::cout << '\n';
    }
  }
}
