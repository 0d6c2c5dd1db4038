// An account seen as the page shows it: newsrooms, the articles by time, what rests on each origin.
#pragma once

#include "narrate/account.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Refers to the account, which must outlive it.
class AccountView {
 public:
  explicit AccountView(const Account& account);

  const Account& account() const { return account_; }
  const Article& article_of(const Claim& claim) const { return account_.articles[claim.article]; }
  std::string_view words_of(const Claim& claim) const;

  // Distinct newsrooms, in order of their first article by time; an article without an outlet is its own newsroom.
  const std::vector<std::string>& newsrooms() const { return newsrooms_; }
  std::size_t newsroom_of(std::size_t article) const { return newsroom_of_[article]; }
  const std::vector<std::size_t>& articles_by_time() const { return by_time_; }

  std::vector<std::size_t> newsrooms_of(const Point& point) const;  // ascending
  std::vector<std::size_t> articles_of(const Point& point) const;   // ascending

  // The points of one standing, in the account's order; of the contested ones, conflicts before what can all be true
  // and before updates.
  std::vector<std::size_t> points_of(Standing standing) const;

  // The points that the news is told with: the first ten at the most whose words do not stand in those of one before.
  std::vector<std::size_t> news() const;

  const std::vector<std::size_t>& points_on_origin(std::size_t origin) const { return points_on_origin_[origin]; }

  // Newsrooms that share text with one another, directly or through others, are in one group; groups and their members
  // in order of newsrooms().
  std::vector<std::vector<std::size_t>> newsrooms_sharing_text() const;

 private:
  const Account& account_;
  std::vector<std::string> newsrooms_;
  std::vector<std::size_t> newsroom_of_;
  std::vector<std::size_t> by_time_;
  std::vector<std::vector<std::size_t>> points_on_origin_;
};

}  // namespace hearsay
