// What several parts of the page ask of an account, computed once.
#include "present/words/account_view.h"

#include "base/folding.h"
#include "base/union_find.h"
#include "dissect/words/letters.h"
#include "present/words/addresses.h"
#include "present/words/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace hearsay {

namespace {

void sort_and_unite(std::vector<std::size_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Articles without a time stand last, in the order given.
std::vector<std::size_t> in_order_of_time(const std::vector<Article>& articles) {
  std::vector<std::size_t> order(articles.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& x = articles[a].published;
    const auto& y = articles[b].published;
    return x && (!y || *x < *y);
  });
  return order;
}

}  // namespace

AccountView::AccountView(const Account& account, std::vector<std::size_t> reports, std::string left_out)
    : account_(account),
      newsroom_of_(account.articles.size()),
      by_time_(in_order_of_time(account.articles)),
      points_on_origin_(account.origins.size()),
      addresses_(point_addresses(account)),
      reports_(std::move(reports)),
      left_out_(std::move(left_out)) {
  std::map<std::string, std::size_t, std::less<>> numbers;
  for (const std::size_t article : by_time_) {
    const std::string name(newsroom_name(account.articles[article]));
    const auto [known, is_new] = numbers.try_emplace(name, newsrooms_.size());
    if (is_new) newsrooms_.push_back(name);
    newsroom_of_[article] = known->second;
    articles_in_.resize(newsrooms_.size());
    ++articles_in_[known->second];
  }
  claims_in_.resize(account.articles.size());
  for (std::size_t c = 0; c < account.claims.size(); ++c) claims_in_[account.claims[c].article].push_back(c);
  for (std::size_t c = 0; c < account.copies.size(); ++c) {
    const Copy& copy = account.copies[c];
    if (!copy.why.empty())
      copy_by_reason_.emplace(fmt::format("{} and {}: {}", newsroom_name(account.articles[copy.from]),
                                          newsroom_name(account.articles[copy.to]), copy.why),
                              c);
  }
  for (std::size_t point = 0; point < account.points.size(); ++point)
    for (const std::size_t origin : account.points[point].origin_ids) points_on_origin_[origin].push_back(point);
}

std::size_t AccountView::reports_of(const Point& point) const {
  const auto number = static_cast<std::size_t>(&point - account_.points.data());
  return number < reports_.size() ? reports_[number] : articles_of(point).size();
}

std::optional<std::size_t> AccountView::copy_in(const std::string& reason) const {
  const auto found = copy_by_reason_.find(reason);
  return found == copy_by_reason_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view AccountView::words_of(const Claim& claim) const {
  return words_at(article_of(claim).text, claim.span);
}

std::string_view AccountView::readable_words_of(const Claim& claim) const {
  return words_at(article_of(claim).text, claim.context.value_or(claim.span));
}

std::optional<Span> AccountView::silence_of(const Claim& claim) const {
  if (!claim.cue || claim.cue->size() == 0) return std::nullopt;
  return character_at(article_of(claim).text, claim.cue->begin).is_word() ? claim.cue : std::nullopt;
}

std::vector<std::size_t> AccountView::articles_of(const Point& point) const {
  std::vector<std::size_t> articles;
  for (const std::size_t claim : point.claims) articles.push_back(account_.claims[claim].article);
  sort_and_unite(articles);
  return articles;
}

std::vector<std::size_t> AccountView::newsrooms_of(const Point& point) const {
  std::vector<std::size_t> numbers;
  for (const std::size_t claim : point.claims) numbers.push_back(newsroom_of_[account_.claims[claim].article]);
  sort_and_unite(numbers);
  return numbers;
}

std::vector<std::vector<std::size_t>> AccountView::newsrooms_sharing_text() const {
  UnionFind sharing(newsrooms_.size());
  for (const Copy& copy : account_.copies) sharing.join(newsroom_of_[copy.from], newsroom_of_[copy.to]);
  std::vector<std::vector<std::size_t>> members(newsrooms_.size());
  for (std::size_t newsroom = 0; newsroom < newsrooms_.size(); ++newsroom)
    members[sharing.leader(newsroom)].push_back(newsroom);
  std::erase_if(members, [](const auto& group) { return group.empty(); });
  return members;
}

std::vector<std::size_t> AccountView::points_of(Standing standing) const {
  std::vector<std::size_t> points;
  for (std::size_t point = 0; point < account_.points.size(); ++point)
    if (account_.points[point].standing == standing) points.push_back(point);
  if (standing != Standing::contested) return points;
  const auto relation = [&](std::size_t point) {
    const auto& disagreements = account_.points[point].disagreements;
    return disagreements.empty() ? DisagreementRelation::conflict : disagreements.front().relation;
  };
  std::stable_sort(points.begin(), points.end(),
                   [&](std::size_t a, std::size_t b) { return relation(a) < relation(b); });
  return points;
}

std::vector<std::size_t> AccountView::news() const {
  constexpr std::size_t most = 10;
  constexpr std::size_t looked_at = 40;
  std::vector<std::size_t> points;
  std::vector<std::string> told;
  for (std::size_t point = 0; point < std::min(account_.points.size(), looked_at) && points.size() < most; ++point) {
    const std::string words = fold(words_of(account_.claims[account_.points[point].representative]));
    const bool again = std::any_of(told.begin(), told.end(), [&](const std::string& other) {
      return other.find(words) != std::string::npos || words.find(other) != std::string::npos;
    });
    if (again) continue;
    points.push_back(point);
    told.push_back(words);
  }
  return points;
}

}  // namespace hearsay
