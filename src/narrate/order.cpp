// A linear score over readable clues. That reports agree on what matters is the method of every newsroom's evening
// conference: what many tell, tell early and name in the headline is the news. The weights are learned from stories
// whose points people have marked (tools/fit_order.py).
#include "narrate/order.h"

#include "base/folding.h"
#include "base/word_lists.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t lead_bytes = 900;
constexpr float first_bytes = 300;
constexpr float longest_heading = 200;
constexpr std::size_t shortest_heading = 25;
constexpr std::size_t most_headlines = 400;  // different ones; more say nothing new of what matters

using Words = std::set<std::string>;

// The words that carry information: numbers, and words of four letters or more.
void add_words(std::string_view text, Words& words) {
  std::istringstream folded(fold(text));
  for (std::string word; folded >> word;) {
    const bool is_number = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() > 3 || is_number) words.insert(word);
  }
}

float truth(bool is_so) { return is_so ? 1.0F : 0.0F; }

class ClueFinder {
 public:
  explicit ClueFinder(const Account& account) : account_(account) {
    std::set<Words> seen;
    for (const Article& article : account.articles) {
      Words words;
      if (article.title) add_words(*article.title, words);
      if (words.empty() || !seen.insert(words).second) continue;
      for (const std::string& word : words) headlines_with_[word].push_back(headline_sizes_.size());
      headline_sizes_.push_back(words.size());
      if (headline_sizes_.size() == most_headlines) break;
    }
  }

  OrderClues of(const Point& point) const {
    OrderClues clues{};
    const auto set = [&](OrderClue clue, float value) { clues[static_cast<std::size_t>(clue)] = value; };
    std::map<std::size_t, std::size_t> begins;  // of its first claim in each article
    Words words;
    std::set<std::string> speakers;
    std::size_t hedged = 0;
    for (const std::size_t c : point.claims) {
      const Claim& claim = account_.claims[c];
      const auto [begin, is_new] = begins.try_emplace(claim.article, claim.span.begin);
      begin->second = std::min(begin->second, claim.span.begin);
      add_words(text_of(claim), words);
      if (!claim.sources.empty()) speakers.insert(claim.sources.back().name);
      hedged += claim.stance == Stance::hedges;
      if (claim.stance == Stance::denies) set(OrderClue::denied, 1);
      for (const Value& value : claim.values) {
        if (std::holds_alternative<QuantityValue>(value.what)) set(OrderClue::number, 1);
      }
    }
    const auto all = static_cast<float>(account_.articles.size());
    const auto in_lead =
        std::count_if(begins.begin(), begins.end(), [](const auto& b) { return b.second < lead_bytes; });
    const auto first = std::min_element(begins.begin(), begins.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    set(OrderClue::share, static_cast<float>(begins.size()) / all);
    set(OrderClue::articles, std::log1p(static_cast<float>(begins.size())));
    set(OrderClue::claims, std::log1p(static_cast<float>(point.claims.size())));
    set(OrderClue::lead, static_cast<float>(in_lead) / all);
    set(OrderClue::first, 1 / (1 + static_cast<float>(first->second) / first_bytes));
    set(OrderClue::headline, share_of_headline(words));
    set(OrderClue::speakers, std::log1p(static_cast<float>(speakers.size())));
    for (const Disagreement& d : point.disagreements) {
      if (d.relation == DisagreementRelation::conflict) set(OrderClue::conflict, 1);
      if (d.relation == DisagreementRelation::update) set(OrderClue::update, 1);
      if (d.relation == DisagreementRelation::scope) set(OrderClue::scope, 1);
    }
    const std::string_view heading = text_of(account_.claims[point.representative]);
    set(OrderClue::length, std::min(static_cast<float>(heading.size()), longest_heading) / 100);
    set(OrderClue::brief, truth(heading.size() < shortest_heading));
    set(OrderClue::dependent, truth(!point.reads_alone));
    set(OrderClue::hedged, static_cast<float>(hedged) / static_cast<float>(point.claims.size()));
    set(OrderClue::background, truth(point.standing == Standing::background));
    set(OrderClue::origins, truth(point.origins.min > 1));
    return clues;
  }

 private:
  std::string_view text_of(const Claim& claim) const {
    return words_at(account_.articles[claim.article].text, claim.span);
  }

  float share_of_headline(const Words& words) const {
    std::map<std::size_t, std::size_t> common;
    for (const std::string& word : words) {
      const auto with = headlines_with_.find(word);
      if (with == headlines_with_.end()) continue;
      for (const std::size_t headline : with->second) ++common[headline];
    }
    float best = 0;
    for (const auto& [headline, count] : common)
      best = std::max(best, static_cast<float>(count) / static_cast<float>(headline_sizes_[headline]));
    return best;
  }

  const Account& account_;
  std::unordered_map<std::string, std::vector<std::size_t>> headlines_with_;  // a word
  std::vector<std::size_t> headline_sizes_;                                   // in words
};

// The places of the points, those first that repeat no heading.
std::vector<std::size_t> without_repetition(const Account& account,
                                            const std::vector<std::pair<float, Point>>& points) {
  constexpr std::size_t most_first = 30;
  constexpr std::size_t most_looked_at = 80;
  constexpr float repeats = 0.6F;  // the part of a heading's words, by rarity among the headings, that another has
  std::vector<Words> headings;
  std::map<std::string, float> count;
  for (const auto& [score, point] : points) {
    const Claim& claim = account.claims[point.representative];
    add_words(words_at(account.articles[claim.article].text, claim.span), headings.emplace_back());
    for (const std::string& word : headings.back()) ++count[word];
  }
  const auto weight = [&](const std::string& word) {
    return std::log((static_cast<float>(points.size()) + 1) / (count[word] + 0.5F));
  };
  const auto tells_again = [&](std::size_t point, std::size_t earlier) {
    float all = 0;
    float shared = 0;
    for (const std::string& word : headings[point]) {
      all += weight(word);
      if (headings[earlier].contains(word)) shared += weight(word);
    }
    return all > 0 && shared >= repeats * all;
  };
  std::vector<std::size_t> first;
  std::vector<std::size_t> rest;
  for (std::size_t p = 0; p < points.size(); ++p) {
    const bool looked_at = p < most_looked_at && first.size() < most_first;
    const bool again = looked_at && std::any_of(first.begin(), first.end(),
                                                [&](std::size_t earlier) { return tells_again(p, earlier); });
    (looked_at && !again ? first : rest).push_back(p);
  }
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

}  // namespace

std::string_view to_text(OrderClue clue) {
  static constexpr std::string_view names[] = {"share",  "articles",  "claims",   "lead",   "first",      "headline",
                                               "number", "speakers",  "conflict", "update", "scope",      "length",
                                               "brief",  "dependent", "denied",   "hedged", "background", "origins"};
  static_assert(std::size(names) == order_clue_count);
  return names[static_cast<std::size_t>(clue)];
}

OrderModel::OrderModel() {
  std::map<std::string, float, std::less<>> weights;
  read_list("data/order.txt", {""}, [&](const ListLine& line) {
    weights[std::string(line.needed_key())] = static_cast<float>(number_in(line.word()));
  });
  for (std::size_t i = 0; i < order_clue_count; ++i) {
    const auto weight = weights.find(to_text(static_cast<OrderClue>(i)));
    if (weight == weights.end())
      throw std::runtime_error("data/order.txt lacks " + std::string(to_text(static_cast<OrderClue>(i))));
    weights_[i] = weight->second;
  }
}

float OrderModel::score(const OrderClues& clues) const {
  return std::inner_product(clues.begin(), clues.end(), weights_.begin(), 0.0F);
}

std::vector<OrderClues> order_clues(const Account& account) {
  const ClueFinder finder(account);
  std::vector<OrderClues> all;
  for (const Point& point : account.points) all.push_back(finder.of(point));
  return all;
}

void order_points(Account& account, const OrderModel& model) {
  const std::vector<OrderClues> clues = order_clues(account);
  std::vector<std::pair<float, Point>> scored;
  for (std::size_t p = 0; p < clues.size(); ++p)
    scored.emplace_back(model.score(clues[p]), std::move(account.points[p]));
  std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.claims.front() < b.second.claims.front();
  });
  account.points.clear();
  for (const std::size_t p : without_repetition(account, scored)) account.points.push_back(std::move(scored[p].second));
  for (std::size_t p = 0; p < account.points.size(); ++p) {
    for (const std::size_t c : account.points[p].claims) account.claims[c].point = p;
  }
}

}  // namespace hearsay
