// Deaths are recognised by the words of data/happenings.txt, looked up in the words of a point's best claim, so that
// nothing but the account is needed. The rules are those of the UCDP GED and ACLED codebooks that a program can follow;
// what a codebook leaves to the coder's judgement is left to it here.
#include "base/folding.h"
#include "itemise/words/happenings.h"
#include "present/words/answers.h"
#include "present/words/phrases.h"
#include "publish/coding/coding_sheet.h"
#include "publish/coding/where_precision.h"
#include "publish/tables/story_facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace hearsay {

namespace {

// Only the commonest endings are cut off, two letters at most: "died", "deaths".
bool tells_of_death(std::string_view words, const Happenings& happenings) {
  static const std::vector<std::uint16_t> deaths = happenings.told_by("death");
  std::string word;
  const auto is_one = [&](const std::string& base) {
    const auto& told = happenings.told_by(base);
    return std::any_of(told.begin(), told.end(), [&](std::uint16_t happening) {
      return std::find(deaths.begin(), deaths.end(), happening) != deaths.end();
    });
  };
  for (std::size_t at = 0; at <= words.size(); ++at) {
    const char c = at < words.size() ? words[at] : ' ';
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += static_cast<char>(c | 0x20);
      continue;
    }
    for (const std::size_t cut : {0U, 1U, 2U})
      if (word.size() > cut + 2 && is_one(word.substr(0, word.size() - cut))) return true;
    word.clear();
  }
  return false;
}

std::string_view words_of(const Claim& claim, const Account& account) {
  return known_words(account.articles[claim.article], claim.span).value_or("");
}

const QuantityValue* dead_in(const Account& account, const Point& point, std::size_t claim) {
  const Value* value = value_given(account, point, claim);
  const auto* quantity = value ? std::get_if<QuantityValue>(&value->what) : nullptr;
  return quantity && !quantity->unit && (quantity->low || quantity->high) ? quantity : nullptr;
}

bool counts_dead(const Point& point, const Account& account, const Happenings& happenings) {
  const Claim& head = account.claims[point.representative];
  return tells_of_death(words_of(head, account), happenings) &&
         std::any_of(point.claims.begin(), point.claims.end(),
                     [&](std::size_t claim) { return dead_in(account, point, claim) != nullptr; });
}

using Days = std::pair<Day, Day>;

// The most frequent one; of equals, the first in order.
template <class T>
std::optional<T> commonest(const std::map<T, int>& counts) {
  std::optional<T> best;
  int most = 0;
  for (const auto& [what, count] : counts) {
    if (count <= most) continue;
    best = what;
    most = count;
  }
  return best;
}

// The days given most often: only those with a known first and last day, and that do not begin after the report.
std::optional<Days> days_of(const std::vector<std::size_t>& claims, const Account& account) {
  std::map<Days, int> counts;
  for (const std::size_t number : claims) {
    const Claim& claim = account.claims[number];
    for (const Value& value : claim.values) {
      const auto* date = std::get_if<DateValue>(&value.what);
      if (!date || !date->from || !date->to) continue;
      const auto& published = account.articles[claim.article].published;
      if (!published || *date->from <= local_day(*published)) ++counts[{*date->from, *date->to}];
    }
  }
  return commonest(counts);
}

std::optional<std::size_t> place_of(const std::vector<std::size_t>& claims, const Account& account) {
  std::map<std::size_t, int> counts;
  for (const std::size_t claim : claims)
    for (const Value& value : account.claims[claim].values)
      if (const auto* place = std::get_if<PlaceValue>(&value.what); place && place->entity) ++counts[*place->entity];
  return commonest(counts);
}

std::vector<std::size_t> claims_of(const Account& account, std::size_t first_points) {
  std::vector<std::size_t> claims;
  for (std::size_t i = 0; i < std::min(first_points, account.points.size()); ++i)
    claims.insert(claims.end(), account.points[i].claims.begin(), account.points[i].claims.end());
  return claims;
}

// UCDP: a day, up to 6 days, a week, a month, more. ACLED: a day, a week, a month.
std::optional<int> precision(const Days& days, Codebook codebook) {
  const auto length = (days.second - days.first).count() + 1;
  if (codebook == Codebook::ibc) return std::nullopt;
  if (length == 1) return 1;
  if (codebook == Codebook::acled) return length <= 7 ? 2 : 3;
  return length < 7 ? 2 : length == 7 ? 3 : length <= 31 ? 4 : 5;
}

// Each outlet's last figure for the dead: the highest of a report's figures, as the others are parts of it.
std::vector<QuantityValue> last_words(const std::vector<std::size_t>& points, const Account& account) {
  const auto size = [](const QuantityValue& dead) { return dead.low.value_or(dead.high.value_or(0)); };
  std::map<std::string, std::pair<Moment, QuantityValue>> last;
  for (const std::size_t number : points) {
    const Point& point = account.points[number];
    for (const std::size_t claim : point.claims) {
      const QuantityValue* dead = dead_in(account, point, claim);
      if (!dead) continue;
      const Article& article = account.articles[account.claims[claim].article];
      const Moment when = article.published.value_or(Moment{});
      const auto [entry, is_new] = last.try_emplace(std::string(newsroom_name(article)), when, *dead);
      auto& [told, most] = entry->second;
      if (!is_new && (told < when || (told == when && size(most) < size(*dead)))) entry->second = {when, *dead};
    }
  }
  std::vector<QuantityValue> all;
  for (const auto& [outlet, word] : last) all.push_back(word.second);
  return all;
}

void count_deaths(Happening& happening, const std::vector<QuantityValue>& words, Codebook codebook) {
  bool agreed = !words.empty();
  for (const QuantityValue& word : words) {
    const double low = word.low.value_or(0);
    const double high = word.high ? *word.high : low;
    agreed &= low == high && low == words.front().low.value_or(0);
    happening.low = happening.low ? std::min(*happening.low, low) : low;
    happening.high = happening.high ? std::max(*happening.high, high) : high;
  }
  if (codebook == Codebook::acled || (codebook == Codebook::ucdp && agreed)) happening.best = happening.low;
}

std::string notes_on(const std::vector<std::size_t>& points, const Account& account) {
  std::vector<std::string> notes;
  for (const std::size_t number : points) {
    const Point& point = account.points[number];
    for (const DisagreementKind kind : kinds_of_difference(point)) {
      std::vector<std::string> readings;
      for (const Answer& answer : answers_on(account, point, kind)) readings.push_back(answer.reading);
      const auto first = std::find_if(point.disagreements.begin(), point.disagreements.end(),
                                      [&](const Disagreement& d) { return d.kind == kind; });
      std::string note = difference_phrase(*first);
      if (!readings.empty()) note += ": " + joined(readings);
      notes.push_back(std::move(note));
    }
    for (const std::string& why : point.origins.why) notes.push_back(why);
  }
  std::string all;
  for (const std::string& note : notes) all += (all.empty() ? "" : " | ") + note;
  return all;
}

Happening happening_of(const std::vector<std::size_t>& points, const std::optional<Days>& days,
                       const std::optional<std::size_t>& place, const Account& account, Codebook codebook) {
  Happening happening;
  if (days) {
    happening.begin = days->first;
    happening.end = days->second;
    happening.day_precision = precision(*days, codebook);
  }
  if (place) {
    happening.place = account.entities[*place].name;
    happening.place_precision = where_precision(account, *place, codebook);
  }
  std::set<std::size_t> articles;
  std::set<std::size_t> origins;
  for (const std::size_t number : points) {
    const Point& point = account.points[number];
    for (const std::size_t claim : point.claims) articles.insert(account.claims[claim].article);
    origins.insert(point.origin_ids.begin(), point.origin_ids.end());
    happening.origins_min = std::max(happening.origins_min, point.origins.min);
    happening.origins_max = std::max(happening.origins_max, point.origins.max);
  }
  happening.articles.assign(articles.begin(), articles.end());
  for (const std::size_t origin : origins) happening.originals.push_back(account.origins[origin].name);
  happening.notes = notes_on(points, account);
  return happening;
}

std::size_t outlets_of(const Point& point, const Account& account) {
  std::set<std::string_view> outlets;
  for (const std::size_t claim : point.claims)
    outlets.insert(newsroom_name(account.articles[account.claims[claim].article]));
  return outlets.size();
}

// If several outlets report some, what only one of them reports is mostly another, older happening.
std::vector<std::size_t> points_that_count_dead(const Account& account, const Happenings& happenings) {
  std::vector<std::size_t> all;
  std::vector<std::size_t> of_several;
  for (std::size_t i = 0; i < account.points.size(); ++i) {
    if (!counts_dead(account.points[i], account, happenings)) continue;
    all.push_back(i);
    if (outlets_of(account.points[i], account) > 1) of_several.push_back(i);
  }
  return of_several.empty() ? all : of_several;
}

}  // namespace

std::vector<Happening> happenings_of(const Account& account, Codebook codebook) {
  static const Happenings happenings;
  constexpr std::size_t first_points = 10;  // those that say what the story is about
  const std::vector<std::size_t> head = claims_of(account, first_points);
  const auto story_days = days_of(head, account);
  const auto story_place = place_of(head, account);
  using Key = std::pair<std::optional<Days>, std::optional<std::size_t>>;
  std::map<Key, std::vector<std::size_t>> groups;
  for (const std::size_t i : points_that_count_dead(account, happenings)) {
    const Point& point = account.points[i];
    const auto place = place_of(point.claims, account);
    // A day given with the dead is mostly that of the count: only what happened elsewhere has a day of its own.
    const bool elsewhere = place && place != story_place;
    const auto days = elsewhere ? days_of(point.claims, account) : std::nullopt;
    groups[{days ? days : story_days, place ? place : story_place}].push_back(i);
  }
  std::vector<Happening> all;
  for (const auto& [key, points] : groups) {
    all.push_back(happening_of(points, key.first, key.second, account, codebook));
    count_deaths(all.back(), last_words(points, account), codebook);
  }
  if (all.empty() && !account.points.empty())
    all.push_back(happening_of({0}, story_days, story_place, account, codebook));
  return all;
}

}  // namespace hearsay
