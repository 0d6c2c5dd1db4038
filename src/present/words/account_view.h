// An account seen as the page shows it: newsrooms, the articles by time, what rests on each origin.
#pragma once

#include "narrate/account.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Refers to the account, which must outlive it.
class AccountView {
 public:
  explicit AccountView(const Account& account) : AccountView(account, {}, {}) {}
  // Of an account of which only a part is shown (page_extract.h).
  AccountView(const Account& account, std::vector<std::size_t> reports, std::string left_out);

  const Account& account() const { return account_; }
  const Article& article_of(const Claim& claim) const { return account_.articles[claim.article]; }
  std::string_view words_of(const Claim& claim) const;
  // ... in their sentence, where they cannot be read without it.
  std::string_view readable_words_of(const Claim& claim) const;

  // The words in which no answer came, of a claim that declines: its cue, unless that is a mark alone.
  std::optional<Span> silence_of(const Claim& claim) const;

  // Distinct newsrooms, in order of their first article by time; an article without an outlet is its own newsroom.
  const std::vector<std::string>& newsrooms() const { return newsrooms_; }
  std::size_t newsroom_of(std::size_t article) const { return newsroom_of_[article]; }
  const std::vector<std::size_t>& articles_by_time() const { return by_time_; }

  std::vector<std::size_t> newsrooms_of(const Point& point) const;  // ascending
  std::vector<std::size_t> articles_of(const Point& point) const;   // ascending
  std::size_t reports_of(const Point& point) const;                 // how many articles, shown or not

  // What the page says of what it does not show; empty when it shows all.
  const std::string& left_out() const { return left_out_; }

  // The copy that a point's reason tells of ("A and B: 20 words in a row ..."), so that it need not be told again at
  // every point; an index into the account's copies.
  std::optional<std::size_t> copy_in(const std::string& reason) const;

  const std::vector<std::size_t>& claims_in(std::size_t article) const { return claims_in_[article]; }
  std::size_t articles_in_newsroom(std::size_t newsroom) const { return articles_in_[newsroom]; }

  // The points of one standing, in the account's order; of the contested ones, conflicts before what can all be true
  // and before updates.
  std::vector<std::size_t> points_of(Standing standing) const;

  // The points that the news is told with: the first ten at the most whose words do not stand in those of one before.
  std::vector<std::size_t> news() const;

  // The address of a point within the page, by its number (addresses.h).
  const std::string& address_of(std::size_t point) const { return addresses_[point]; }

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
  std::vector<std::vector<std::size_t>> claims_in_;  // each article
  std::vector<std::size_t> articles_in_;             // each newsroom
  std::map<std::string, std::size_t, std::less<>> copy_by_reason_;
  std::vector<std::string> addresses_;
  std::vector<std::size_t> reports_;
  std::string left_out_;
};

}  // namespace hearsay
