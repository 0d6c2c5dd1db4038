// Points are taken in the order in which they are to be read, each with the claim that heads it, those that differ and
// then the others, as long as there is room for the articles that they stand in.
#include "present/page/page_extract.h"

#include "narrate/without.h"
#include "present/words/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

constexpr std::size_t articles_shown_whole = 400;  // of a story of no more, and of no more points, all is shown
constexpr std::size_t points_shown_whole = 650;
constexpr std::size_t most_articles = 300;
constexpr std::size_t most_points = 650;
constexpr std::size_t most_claims_of_a_point = 40;
constexpr std::size_t most_copies = 200;
constexpr std::size_t most_reasons = 20;
constexpr std::size_t most_corrections = 400;

class Extractor {
 public:
  explicit Extractor(const Account& full) : full_(full), origin_number_(full.origins.size(), none) {}

  PageExtract extract() {
    copy_frame();
    const std::vector<bool> chosen = choose_points();
    for (std::size_t p = 0; p < full_.points.size(); ++p) {
      if (chosen[p]) take_point(p);
    }
    take_claims();
    keep_copies();
    std::vector<bool> removed(full_.articles.size());
    for (std::size_t a = 0; a < removed.size(); ++a) removed[a] = !articles_.contains(a);
    remove_articles(account_, removed);
    take_without();
    std::string told = left_out();
    return {std::move(account_), std::move(reports_), std::move(told)};
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void copy_frame() {
    account_.title = full_.title;
    account_.begin = full_.begin;
    account_.end = full_.end;
    account_.articles = full_.articles;
    account_.entities = full_.entities;
    account_.omissions = full_.omissions;
    account_.updates = full_.updates;
    account_.corrections = full_.corrections;
    if (account_.corrections.size() > most_corrections) account_.corrections.resize(most_corrections);
  }

  bool has_room_for(std::size_t claim) {
    const std::size_t article = full_.claims[claim].article;
    if (articles_.contains(article)) return true;
    if (articles_.size() == most_articles) return false;
    articles_.insert(article);
    return true;
  }

  // Those that several reports tell before those of one alone.
  std::vector<bool> choose_points() const {
    std::vector<bool> chosen(full_.points.size());
    std::size_t room = most_points;
    for (const bool several : {true, false}) {
      for (std::size_t p = 0; p < chosen.size() && room > 0; ++p) {
        if (is_told_by_several(full_.points[p]) != several) continue;
        chosen[p] = true;
        --room;
      }
    }
    return chosen;
  }

  bool is_told_by_several(const Point& point) const {
    return std::any_of(point.claims.begin(), point.claims.end(), [&](std::size_t claim) {
      return full_.claims[claim].article != full_.claims[point.representative].article;
    });
  }

  void take_point(std::size_t number) {
    const Point& point = full_.points[number];
    if (!has_room_for(point.representative)) return;
    std::set<std::size_t> chosen = {point.representative};
    const auto choose = [&](std::size_t claim) {
      if (chosen.size() < most_claims_of_a_point && has_room_for(claim)) chosen.insert(claim);
    };
    for (const Disagreement& difference : point.disagreements)
      std::for_each(difference.claims.begin(), difference.claims.end(), choose);
    std::for_each(point.claims.begin(), point.claims.end(), choose);
    claims_.insert(chosen.begin(), chosen.end());
    points_.push_back(number);
    std::set<std::size_t> reports;
    for (const std::size_t claim : point.claims) reports.insert(full_.claims[claim].article);
    reports_.push_back(reports.size());
  }

  static void keep_some_reasons(std::vector<std::string>& reasons) {
    if (reasons.size() <= most_reasons + 1) return;
    const std::size_t more = reasons.size() - most_reasons;
    reasons.resize(most_reasons);
    reasons.push_back(fmt::format("and {} more", more));
  }

  // The claims of the points taken, in their order, and with them points and origins.
  void take_claims() {
    std::vector<std::size_t> claim_number(full_.claims.size(), none);
    for (const std::size_t c : claims_) {
      claim_number[c] = account_.claims.size();
      Claim& claim = account_.claims.emplace_back(full_.claims[c]);
      std::size_t& origin = origin_number_[claim.origin];
      if (origin == none) {
        origin = account_.origins.size();
        account_.origins.push_back(full_.origins[claim.origin]);
        account_.origins.back().claims.clear();
      }
      claim.origin = origin;
      account_.origins[origin].claims.push_back(claim_number[c]);
    }
    const auto renumber = [](std::vector<std::size_t>& list, const std::vector<std::size_t>& number) {
      std::erase_if(list, [&](std::size_t old) { return number[old] == none; });
      for (std::size_t& one : list) one = number[one];
    };
    for (const std::size_t p : points_) {
      Point& point = account_.points.emplace_back(full_.points[p]);
      std::erase_if(point.claims, [&](std::size_t c) { return full_.claims[c].point != p || !claims_.contains(c); });
      renumber(point.claims, claim_number);
      renumber(point.origin_ids, origin_number_);
      point.representative = claim_number[point.representative];
      for (Disagreement& difference : point.disagreements) renumber(difference.claims, claim_number);
      std::erase_if(point.disagreements, [](const Disagreement& d) { return d.claims.size() < 2; });
      keep_some_reasons(point.origins.why);
      keep_some_reasons(point.reporters.why);
      for (const std::size_t c : point.claims) account_.claims[c].point = account_.points.size() - 1;
    }
  }

  // Of the copies among the articles taken, those that share most.
  void keep_copies() {
    for (const Copy& copy : full_.copies) {
      if (articles_.contains(copy.from) && articles_.contains(copy.to)) account_.copies.push_back(copy);
    }
    std::stable_sort(account_.copies.begin(), account_.copies.end(),
                     [](const Copy& a, const Copy& b) { return a.share > b.share; });
    if (account_.copies.size() > most_copies) account_.copies.resize(most_copies);
    std::stable_sort(account_.copies.begin(), account_.copies.end(),
                     [](const Copy& a, const Copy& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  }

  // Of what the account was told without, what it still shows.
  void take_without() {
    account_.without = full_.without;
    if (!account_.without) return;
    Without& without = *account_.without;
    std::vector<std::size_t> point_number(full_.points.size(), none);
    for (std::size_t i = 0; i < points_.size(); ++i) point_number[points_[i]] = i;
    std::erase_if(without.changed, [&](const PointBefore& p) { return point_number[*p.point] == none; });
    for (PointBefore& before : without.changed) before.point = point_number[*before.point];
    if (without.lost.size() > most_points) without.lost.resize(most_points);
  }

  std::string left_out() const {
    const auto more = [](std::size_t all, std::size_t shown, const char* one, const char* several) {
      return counted(all - std::min(all, shown), one, several);
    };
    return fmt::format("This page shows a part of a large account: {}, {}, {} and {} are only in its JSON.",
                       more(full_.articles.size(), account_.articles.size(), "article", "articles"),
                       more(full_.points.size(), account_.points.size(), "point", "points"),
                       more(full_.claims.size(), account_.claims.size(), "claim", "claims"),
                       more(full_.copies.size(), account_.copies.size(), "copy", "copies"));
  }

  const Account& full_;
  Account account_;
  std::set<std::size_t> articles_;
  std::set<std::size_t> claims_;
  std::vector<std::size_t> points_;
  std::vector<std::size_t> reports_;
  std::vector<std::size_t> origin_number_;
};

}  // namespace

PageExtract extract_for_page(const Account& account) {
  if (account.articles.size() <= articles_shown_whole && account.points.size() <= points_shown_whole)
    return {account, {}, {}};
  return Extractor(account).extract();
}

}  // namespace hearsay
