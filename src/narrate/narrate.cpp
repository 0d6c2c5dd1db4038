#include "narrate/narrate.h"

#include "narrate/omissions.h"
#include "narrate/order.h"
#include "narrate/title.h"
#include "narrate/without.h"

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

void set_days(Account& account) {
  for (const Article& article : account.articles) {
    if (!article.published) continue;
    const Day day = article.published->day;
    account.begin = account.begin ? std::min(*account.begin, day) : day;
    account.end = account.end ? std::max(*account.end, day) : day;
  }
}

}  // namespace

Account narrate(const StoryContext& story, MeasuredStory measured, const NarrateRules& rules,
                std::vector<bool> removed) {
  removed.resize(story.articles.size(), false);
  Account account;
  account.articles.assign(story.articles.begin(), story.articles.end());
  account.copies.assign(story.copies.begin(), story.copies.end());
  account.entities = story.names.entities.all;
  note_seats(story.names.seats, account.entities);
  account.claims = std::move(measured.claims);
  account.origins = std::move(measured.origins);
  account.points = std::move(measured.points);
  order_points(account, rules.order);
  account.omissions = omissions_of(account, story.marks, removed);
  remove_articles(account, removed);
  set_days(account);
  account.title = title_of(account, rules.meaning);
  return account;
}

Account narrate_without(const Account& full, const StoryContext& story, const NarrateRules& rules,
                        const std::vector<std::string>& names) {
  std::vector<LeftOut> left_out;
  std::vector<bool> kept(story.matched.claims.size(), true);
  std::vector<bool> removed(story.articles.size(), false);
  for (const std::string& name : names) {
    left_out.push_back(find_left_out(full, name));
    for (const std::size_t c : left_out.back().claims) kept[c] = false;
    for (const std::size_t a : left_out.back().articles) removed[a] = true;
  }
  std::vector<std::size_t> numbers;
  for (std::size_t c = 0; c < kept.size(); ++c) {
    if (kept[c]) numbers.push_back(c);
  }
  const MatchedClaims rest = only_kept(story.matched, kept);
  const StoryContext without{story.articles, story.marks, story.copies, story.names, rest, story.likeness, story.deeds};
  Account account = narrate(without, measure(without), rules, removed);
  account.without = what_changed(full, account, numbers, left_out);
  return account;
}

}  // namespace hearsay
