// Only what was asked for goes: the points keep what is left of them, and copies of an article that goes stay, since
// their outlets printed them too. Names joined with the help of an article that goes stay joined.
#include "narrate/without.h"

#include "base/folding.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace hearsay {

namespace {

std::vector<std::size_t> articles_of_outlet(const Account& full, const std::string& folded) {
  std::vector<std::size_t> articles;
  for (std::size_t a = 0; a < full.articles.size(); ++a) {
    if (full.articles[a].outlet && fold(*full.articles[a].outlet) == folded) articles.push_back(a);
  }
  return articles;
}

std::vector<bool> entities_called(const Account& full, const std::string& folded) {
  std::vector<bool> called;
  for (const Entity& entity : full.entities) {
    called.push_back(fold(entity.name) == folded ||
                     std::any_of(entity.variants.begin(), entity.variants.end(),
                                 [&](const std::string& variant) { return fold(variant) == folded; }));
  }
  return called;
}

template <class Wanted>
std::vector<std::size_t> claims_where(const Account& full, Wanted wanted) {
  std::vector<std::size_t> claims;
  for (std::size_t c = 0; c < full.claims.size(); ++c) {
    if (wanted(full.claims[c])) claims.push_back(c);
  }
  return claims;
}

// "o3" with the letter o is 2: the position of a printed id.
std::optional<std::size_t> position_of(std::string_view id, char letter, std::size_t count) {
  std::size_t number = 0;
  if (id.size() < 2 || id.front() != letter) return std::nullopt;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size() || number == 0 || number > count) return std::nullopt;
  return number - 1;
}

bool same_bracket(const Bracket& a, const Bracket& b) { return a.min == b.min && a.max == b.max; }

bool same_sort(const Disagreement& a, const Disagreement& b) { return a.kind == b.kind && a.relation == b.relation; }

bool holds(const std::vector<std::size_t>& list, std::size_t number) {
  return std::find(list.begin(), list.end(), number) != list.end();
}

void sort_once(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

PointBefore as_it_was(const Account& full, std::size_t number) {
  const Point& point = full.points[number];
  const Claim& best = full.claims[point.representative];
  const Article& article = full.articles[best.article];
  return {number,         std::nullopt,  article.id,      std::string(words_at(article.text, best.span)),
          point.standing, point.origins, point.reporters, {}};
}

}  // namespace

LeftOut find_left_out(const Account& full, std::string_view asked) {
  LeftOut found{std::string(asked), {}, {}, {}};
  const std::string folded = fold(asked);
  const auto by_article = [&](const Claim& claim) { return holds(found.articles, claim.article); };
  for (std::size_t a = 0; a < full.articles.size(); ++a) {
    if (full.articles[a].id == asked) found.articles.push_back(a);
  }
  found.what = "article";
  if (found.articles.empty() && !folded.empty()) {
    found.articles = articles_of_outlet(full, folded);
    found.what = "outlet";
  }
  const std::vector<bool> called = entities_called(full, folded);
  const auto from_source = [&](const Claim& claim) {
    return !folded.empty() && std::any_of(claim.sources.begin(), claim.sources.end(), [&](const Source& source) {
      return fold(source.name) == folded || (source.entity && called[*source.entity]);
    });
  };
  // An agency is an outlet and a source: what others took from it goes too.
  const bool only_article = !found.articles.empty() && found.what == "article";
  found.claims = claims_where(full, [&](const Claim& c) { return by_article(c) || (!only_article && from_source(c)); });
  if (!found.claims.empty() || !found.articles.empty()) {
    if (found.articles.empty()) found.what = "source";
    return found;
  }
  if (const auto origin = position_of(asked, 'o', full.origins.size())) {
    found.what = "origin";
    found.claims = full.origins[*origin].claims;
  } else if (const auto claim = position_of(asked, 'c', full.claims.size())) {
    found.what = "claim";
    found.claims = {*claim};
  } else {
    found.what.clear();
  }
  return found;
}

Without what_changed(const Account& full, const Account& rest, std::span<const std::size_t> claim_numbers,
                     std::span<const LeftOut> left_out) {
  Without without;
  without.claims = full.claims.size() - rest.claims.size();
  without.points = full.points.size();
  const auto goes = [&](std::size_t article) {
    return std::any_of(left_out.begin(), left_out.end(),
                       [&](const LeftOut& part) { return holds(part.articles, article); });
  };
  for (const LeftOut& part : left_out) {
    Without::Part told{part.asked, part.what, {}, {}, part.claims.size()};
    for (const std::size_t a : part.articles) told.articles.push_back(full.articles[a].id);
    for (const Copy& copy : full.copies) {
      if (holds(part.articles, copy.from) && !goes(copy.to)) told.copies.push_back(full.articles[copy.to].id);
    }
    sort_once(told.copies);
    without.parts.push_back(std::move(told));
  }
  std::vector<bool> left(full.points.size(), false);
  for (std::size_t p = 0; p < rest.points.size(); ++p) {
    const Point& now = rest.points[p];
    const std::size_t number = full.claims[claim_numbers[now.claims.front()]].point;
    left[number] = true;
    PointBefore before = as_it_was(full, number);
    before.point = p;
    for (const Disagreement& d : full.points[number].disagreements) {
      const bool stays = std::any_of(now.disagreements.begin(), now.disagreements.end(),
                                     [&](const Disagreement& other) { return same_sort(d, other); });
      if (!stays) before.gone.push_back({d.kind, d.relation, {}, d.why});
    }
    if (before.standing != now.standing || !same_bracket(before.origins, now.origins) ||
        !same_bracket(before.reporters, now.reporters) || !before.gone.empty())
      without.changed.push_back(std::move(before));
  }
  for (std::size_t p = 0; p < full.points.size(); ++p) {
    if (!left[p]) without.lost.push_back(as_it_was(full, p));
  }
  return without;
}

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Where each of the things that stay comes to stand.
std::vector<std::size_t> new_numbers(const std::vector<bool>& removed) {
  std::vector<std::size_t> numbers;
  std::size_t next = 0;
  for (const bool gone : removed) numbers.push_back(gone ? nowhere : next++);
  return numbers;
}

template <class T>
void erase_where(std::vector<T>& list, const std::vector<bool>& removed) {
  std::vector<T> rest;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!removed[i]) rest.push_back(std::move(list[i]));
  }
  list = std::move(rest);
}

void renumber(std::optional<std::size_t>& entity, const std::vector<std::size_t>& numbers) {
  if (!entity) return;
  if (numbers[*entity] == nowhere)
    entity.reset();
  else
    entity = numbers[*entity];
}

void remove_unmentioned(Account& account) {
  std::vector<bool> unmentioned;
  for (const Entity& entity : account.entities) unmentioned.push_back(entity.mentions.empty());
  const auto numbers = new_numbers(unmentioned);
  erase_where(account.entities, unmentioned);
  for (Entity& entity : account.entities) {
    std::erase_if(entity.maybe, [&](const MaybeSame& maybe) { return numbers[maybe.entity] == nowhere; });
    for (MaybeSame& maybe : entity.maybe) maybe.entity = numbers[maybe.entity];
  }
  for (Claim& claim : account.claims) {
    for (Source& source : claim.sources) renumber(source.entity, numbers);
    for (Value& value : claim.values) {
      if (auto* place = std::get_if<PlaceValue>(&value.what)) renumber(place->entity, numbers);
    }
  }
  for (Origin& origin : account.origins) renumber(origin.entity, numbers);
}

}  // namespace

void remove_articles(Account& account, const std::vector<bool>& removed) {
  if (std::find(removed.begin(), removed.end(), true) == removed.end()) return;
  const auto numbers = new_numbers(removed);
  std::erase_if(account.copies, [&](const Copy& copy) { return removed[copy.from] || removed[copy.to]; });
  for (Copy& copy : account.copies) {
    copy.from = numbers[copy.from];
    copy.to = numbers[copy.to];
  }
  for (Claim& claim : account.claims) claim.article = numbers[claim.article];
  std::erase_if(account.updates, [&](const ArticleUpdate& update) { return removed[update.article]; });
  for (ArticleUpdate& update : account.updates) update.article = numbers[update.article];
  for (Entity& entity : account.entities) {
    std::erase_if(entity.mentions, [&](const EntityMention& mention) { return removed[mention.article]; });
    for (EntityMention& mention : entity.mentions) mention.article = numbers[mention.article];
  }
  erase_where(account.articles, removed);
  remove_unmentioned(account);
}

}  // namespace hearsay
