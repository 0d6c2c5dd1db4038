// Compares the articles of one story pairwise. In a very large story an article is compared only with those that share
// most runs with it, found by an index over all articles, so that time stays in proportion to the articles.
#include "group/copies/copies.h"

#include "group/copies/lineage.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr std::size_t all_pairs_up_to = 64;  // articles
constexpr std::size_t most_partners = 16;

// For each article, the earlier numbered ones that it may share text with, in order.
std::vector<std::vector<std::size_t>> find_partners(std::span<const Comparable> articles) {
  std::vector<std::vector<std::size_t>> partners(articles.size());
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> holders;  // looked up only, never walked
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles.size() <= all_pairs_up_to) {
      for (std::size_t j = 0; j < i; ++j) partners[i].push_back(j);
      continue;
    }
    std::map<std::uint32_t, std::size_t> shared;
    const auto& words = articles[i].worded.words;
    for (std::size_t w = 0; w + shortest_run <= words.size(); ++w) {
      auto& list = holders[hash_of_run(words, w, shortest_run)];
      for (const std::uint32_t holder : list) ++shared[holder];
      if (list.size() < most_partners && (list.empty() || list.back() != i))
        list.push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
    for (const auto& [holder, count] : shared) {
      if (holder != i) ranked.emplace_back(count, holder);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (ranked.size() > most_partners) ranked.resize(most_partners);
    for (const auto& [count, holder] : ranked) partners[i].push_back(holder);
    std::sort(partners[i].begin(), partners[i].end());
  }
  return partners;
}

}  // namespace

std::string_view to_text(CopyKind kind) {
  static constexpr std::string_view names[] = {"copy", "common-source", "translation", "revision"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Copy> find_copies(std::span<const Article> articles) {
  std::vector<Comparable> comparable;
  for (std::size_t i = 0; i < articles.size(); ++i) comparable.push_back(make_comparable(articles[i], i));
  const auto partners = find_partners(comparable);
  std::vector<std::vector<std::size_t>> later(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (const std::size_t j : partners[i]) later[j].push_back(i);
  }
  std::vector<Copy> copies;
  for (std::size_t j = 0; j < articles.size(); ++j) {
    if (later[j].empty()) continue;
    const RunIndex index(comparable[j].worded.words, shortest_run);
    for (const std::size_t i : later[j]) {
      if (auto copy = judge_copy(comparable[j], comparable[i], index)) copies.push_back(std::move(*copy));
    }
  }
  std::stable_sort(copies.begin(), copies.end(),
                   [](const Copy& a, const Copy& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  return copies;
}

}  // namespace hearsay
