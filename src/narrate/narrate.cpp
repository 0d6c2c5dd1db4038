// Brings the matching stage's results together and checks every span before it is shown.
#include "narrate/narrate.h"

#include "match/affiliations.h"
#include "match/claims.h"
#include "match/disagreements.h"
#include "match/entities.h"
#include "match/likeness.h"
#include "match/meaning.h"
#include "match/origins.h"
#include "match/points.h"
#include "match/stances.h"
#include "narrate/standing.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace hearsay {

namespace {

std::vector<FoundClaim> claims_of(const std::vector<Article>& articles, std::span<const Marks> marks,
                                  const Entities& entities) {
  const ClaimRules rules;
  std::vector<FoundClaim> all;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    auto found = find_claims(articles[a], a, marks[a], entities, rules);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  return all;
}

std::vector<std::optional<Deed>> deeds_of(const std::vector<Article>& articles, std::span<const Marks> marks,
                                          const Entities& entities, const std::vector<FoundClaim>& claims) {
  const DeedWords words;
  std::vector<std::optional<Deed>> deeds;
  for (const FoundClaim& found : claims) {
    const std::size_t article = found.claim.article;
    deeds.push_back(deed_of(found, articles[article].text, marks[article], entities.of_named[article], words));
  }
  return deeds;
}

// The claim nearest to all others of its point; the shorter one of two that are equally near.
std::size_t representative_of(const std::vector<std::size_t>& point, const std::vector<ClaimProfile>& profiles) {
  std::size_t best = point.front();
  float best_sum = -1;
  const bool all_past = std::all_of(point.begin(), point.end(), [&](std::size_t c) { return profiles[c].long_ago; });
  for (const std::size_t a : point) {
    if (profiles[a].long_ago && !all_past) continue;  // an earlier event does not speak for this one
    float sum = 0;
    for (const std::size_t b : point) sum += likeness(profiles[a].meaning, profiles[b].meaning);
    if (sum > best_sum + 1e-4F || (sum > best_sum - 1e-4F && profiles[a].span.size() < profiles[best].span.size())) {
      best = a;
      best_sum = sum;
    }
  }
  return best;
}

// Contested first, and in each standing those that stand in the most articles, then those that come first.
void order_points(Account& account) {
  const auto spread = [&](const Point& point) {
    std::set<std::size_t> articles;
    for (const std::size_t c : point.claims) articles.insert(account.claims[c].article);
    return articles.size();
  };
  std::vector<std::pair<std::tuple<int, int, std::ptrdiff_t, std::size_t>, Point>> keyed;
  for (Point& point : account.points) {
    const bool contested = point.standing == Standing::contested;
    const int relation = contested ? static_cast<int>(point.disagreements.front().relation) : 0;
    const int place = contested ? -1 : static_cast<int>(point.standing);
    const std::tuple key{place, relation, -static_cast<std::ptrdiff_t>(spread(point)), point.claims.front()};
    keyed.emplace_back(key, std::move(point));
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  account.points.clear();
  for (auto& [key, point] : keyed) account.points.push_back(std::move(point));
  for (std::size_t p = 0; p < account.points.size(); ++p) {
    for (const std::size_t c : account.points[p].claims) account.claims[c].point = p;
  }
}

void set_days(Account& account) {
  for (const Article& article : account.articles) {
    if (!article.published) continue;
    const Day day = article.published->day;
    account.begin = account.begin ? std::min(*account.begin, day) : day;
    account.end = account.end ? std::max(*account.end, day) : day;
  }
}

// As much of a text as makes a title, cut between words.
std::string_view first_words(std::string_view text) {
  constexpr std::size_t longest_bytes = 120;
  if (text.size() <= longest_bytes) return text;
  const std::size_t gap = text.rfind(' ', longest_bytes);
  if (gap != std::string_view::npos && gap > 0) return text.substr(0, gap);
  std::size_t end = longest_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// The headline whose meaning is nearest to all the others'; without headlines, the first point's words.
std::string title_of(const Account& account, const Meaning& meaning) {
  std::vector<std::pair<std::string, std::vector<float>>> titles;
  for (const Article& article : account.articles) {
    if (article.title && !article.title->empty())
      titles.emplace_back(*article.title, meaning.vector_of(*article.title));
  }
  std::string best;
  float best_sum = -1;
  for (const auto& [title, vector] : titles) {
    float sum = 0;
    for (const auto& [other, other_vector] : titles) sum += likeness(vector, other_vector);
    if (sum > best_sum) {
      best = title;
      best_sum = sum;
    }
  }
  if (!best.empty() || account.claims.empty()) return best;
  const auto spread =
      std::max_element(account.points.begin(), account.points.end(),
                       [](const Point& a, const Point& b) { return a.claims.size() < b.claims.size(); });
  const Claim& claim = account.claims[spread->representative];
  return std::string(first_words(words_at(account.articles[claim.article].text, claim.span)));
}

void note_omissions(Account& account, std::span<const Marks> marks) {
  const auto note = [&](std::size_t count, const char* what) {
    if (count > 0) account.omissions.push_back({count, what});
  };
  std::size_t boilerplate = 0;
  std::size_t undated = 0;
  std::size_t times = 0;
  std::size_t nobody = 0;
  for (const Article& article : account.articles) {
    boilerplate += article.boilerplate.size();
    undated += !article.published;
  }
  for (const Marks& m : marks) {
    times += static_cast<std::size_t>(std::count_if(m.times.begin(), m.times.end(), [](const Time& t) {
      return !t.from && !t.to && (t.type == TimeType::date || t.type == TimeType::time);
    }));
    nobody += static_cast<std::size_t>(
        std::count_if(m.attributions.begin(), m.attributions.end(), [](const Attribution& a) { return !a.source; }));
  }
  note(boilerplate, "passages left out as not part of an article");
  note(undated, "articles without a publication day: their relative times hang on other dates");
  note(times, "times that could not be resolved to a day");
  note(nobody, "statements whose speaker the text does not name");
  std::size_t maybe = 0;
  for (const Entity& entity : account.entities) maybe += entity.maybe.size();
  note(maybe, "pairs of names that may be one, kept apart");
  std::size_t doubtful = 0;
  for (const Point& point : account.points) doubtful += point.origins.min != point.origins.max;
  note(doubtful, "points whose number of origins cannot be told exactly");
}

}  // namespace

Account narrate(std::vector<Article> articles, std::span<const Marks> marks) {
  const Meaning meaning;
  const LikenessModel model;
  Account account;
  account.articles = std::move(articles);
  account.copies = find_copies(account.articles);
  Entities entities = join_names(account.articles, marks);
  const std::vector<FoundClaim> found = claims_of(account.articles, marks, entities);
  for (const FoundClaim& claim : found) account.claims.push_back(claim.claim);
  account.origins = trace_origins(account.articles, entities.all, account.claims);

  const auto profiles = profile_claims(account.articles, marks, found, meaning);
  const auto affiliations = find_affiliations(account.articles, marks, entities);
  const Evidence evidence{account.articles, account.claims, account.origins, account.copies, affiliations};
  const PlaceRelations places(account.articles, marks, entities);
  const auto deeds = deeds_of(account.articles, marks, entities, found);
  const Told told{account.articles, account.claims, profiles, deeds, entities.all, affiliations, places, model};
  for (auto& claims : find_points(profiles, model)) {
    Point point;
    point.representative = representative_of(claims, profiles);
    point.disagreements = find_disagreements(claims, told);
    std::vector<bool> sure;
    for (const std::size_t c : claims) {
      sure.push_back(c == point.representative || model.sure(profiles[c], profiles[point.representative]));
    }
    Support support = weigh_support(claims, sure, evidence);
    point.origins = std::move(support.bracket);
    point.origin_ids = std::move(support.origins);
    point.reporters = std::move(support.reporters);
    point.claims = std::move(claims);
    point.one_article = std::all_of(point.claims.begin(), point.claims.end(), [&](std::size_t c) {
      return account.claims[c].article == account.claims[point.claims.front()].article;
    });
    point.one_origin = point.origin_ids.size() == 1;
    point.standing = standing_of(point, account.claims);
    account.points.push_back(std::move(point));
  }
  order_points(account);
  account.entities = std::move(entities.all);
  set_days(account);
  account.title = title_of(account, meaning);
  note_omissions(account, marks);
  return account;
}

}  // namespace hearsay
