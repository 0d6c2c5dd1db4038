// Brings the matching stage's results together and checks every span before it is shown.
#include "narrate/narrate.h"

#include "match/affiliations.h"
#include "match/claims.h"
#include "match/disagreements.h"
#include "match/entities.h"
#include "match/governments.h"
#include "match/origins.h"
#include "match/points.h"
#include "match/stances.h"
#include "match/support.h"
#include "narrate/correcting.h"
#include "narrate/matched.h"
#include "narrate/standing.h"
#include "narrate/without.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace hearsay {

namespace {

std::vector<FoundClaim> claims_of(std::span<const Article> articles, std::span<const Marks> marks,
                                  const Entities& entities, const ClaimRules& rules) {
  std::vector<FoundClaim> all;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    auto found = find_claims(articles[a], a, marks[a], entities, rules);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  return all;
}

std::vector<std::optional<Deed>> deeds_of(std::span<const Article> articles, std::span<const Marks> marks,
                                          const Entities& entities, const std::vector<FoundClaim>& claims,
                                          const DeedWords& words) {
  std::vector<std::optional<Deed>> deeds;
  for (const FoundClaim& found : claims) {
    const std::size_t article = found.claim.article;
    deeds.push_back(deed_of(found, articles[article].text, marks[article], entities.of_named[article], words));
  }
  return deeds;
}

// How well a claim can be read without its sentence.
float readability(const ClaimProfile& profile) {
  constexpr float tie = 0.15F;     // "who ...", "after ...", "it ..."
  constexpr float phrase = 0.15F;  // no clause
  const Assertion& assertion = profile.assertion;
  return 1 - (assertion.tied ? tie : 0) - (assertion.clause ? 0 : phrase);
}

// The claim nearest to all others of its point that can be read by itself; the shorter one of two that are equally
// good.
std::size_t representative_of(const std::vector<std::size_t>& point, std::span<const ClaimProfile> profiles) {
  std::size_t best = point.front();
  float best_score = -1;
  const bool all_past = std::all_of(point.begin(), point.end(), [&](std::size_t c) { return profiles[c].long_ago; });
  for (const std::size_t a : point) {
    if (profiles[a].long_ago && !all_past) continue;  // an earlier event does not speak for this one
    float score = 0;
    for (const std::size_t b : point) score += likeness(profiles[a].meaning, profiles[b].meaning);
    score *= readability(profiles[a]);
    const bool shorter = profiles[a].span.size() < profiles[best].span.size();
    if (score > best_score + 1e-4F || (score > best_score - 1e-4F && shorter)) {
      best = a;
      best_score = score;
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

// Of the articles that are not removed.
void note_omissions(Account& account, std::span<const Marks> marks, const std::vector<bool>& removed) {
  const auto note = [&](std::size_t count, const char* what) {
    if (count > 0) account.omissions.push_back({count, what});
  };
  std::size_t boilerplate = 0;
  std::size_t undated = 0;
  std::size_t times = 0;
  std::size_t nobody = 0;
  for (std::size_t a = 0; a < account.articles.size(); ++a) {
    if (removed[a]) continue;
    const Marks& m = marks[a];
    boilerplate += account.articles[a].boilerplate.size();
    undated += !account.articles[a].published;
    times += static_cast<std::size_t>(std::count_if(m.times.begin(), m.times.end(), [](const Time& t) {
      return !t.from && !t.to && (t.type == TimeType::date || t.type == TimeType::time);
    }));
    nobody += static_cast<std::size_t>(std::count_if(m.attributions.begin(), m.attributions.end(),
                                                     [](const Attribution& said) { return !said.source; }));
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

// What stays the same whatever is left out of a story.
struct Setting {
  std::span<const Article> articles;
  std::span<const Marks> marks;
  std::span<const Copy> copies;
  const Entities& entities;
  const std::vector<Seat>& seats;
  std::span<const Affiliation> affiliations;
  const PlaceRelations& places;
  const MatchRules& rules;
};

Matched match_claims(const Setting& setting, Corrector& corrector) {
  Matched matched;
  matched.claims = claims_of(setting.articles, setting.marks, setting.entities, setting.rules.claims);
  let_seats_stand(setting.seats, setting.entities, matched.claims);
  corrector.correct_sources(setting.articles, setting.entities, matched.claims);
  matched.profiles = profile_claims(setting.articles, setting.marks, matched.claims, setting.rules.claims.happenings,
                                    setting.rules.meaning);
  matched.deeds = deeds_of(setting.articles, setting.marks, setting.entities, matched.claims, setting.rules.deeds);
  for (auto& deed : matched.deeds) {
    if (deed && deed->entity) deed->entity = standing_for(setting.seats, *deed->entity);
  }
  matched.placed.assign(matched.claims.size(), false);
  matched.points = find_points(matched.profiles, setting.rules.likeness);
  corrector.correct_points(setting.articles, matched);
  return matched;
}

// Which claims surely tell what a claim of another named origin tells, so that they can corroborate each other; where
// none does, the representative alone. Of a point of very many claims, the first ones are looked at.
std::vector<bool> surely_agree(const std::vector<std::size_t>& claims, std::size_t representative, const Told& told,
                               const Evidence& evidence) {
  constexpr std::size_t most_looked_at = 60;
  const auto is_named = [&](std::size_t claim) {
    const OriginKind kind = evidence.origins[told.claims[claim].origin].kind;
    return kind != OriginKind::outlet && kind != OriginKind::unnamed;
  };
  std::vector<bool> agrees(claims.size(), false);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = 0; j < std::min(i, most_looked_at); ++j) {
      const std::size_t a = claims[i];
      const std::size_t b = claims[j];
      if (told.claims[a].origin == told.claims[b].origin || (agrees[i] && agrees[j])) continue;
      if (!is_named(a) || !is_named(b)) continue;
      if (told.model.agree(told.profiles[a], told.profiles[b])) agrees[i] = agrees[j] = true;
    }
  }
  if (std::none_of(agrees.begin(), agrees.end(), [](bool b) { return b; })) {
    for (std::size_t i = 0; i < claims.size(); ++i) agrees[i] = claims[i] == representative;
  }
  return agrees;
}

Point tell_point(std::vector<std::size_t> claims, const std::vector<bool>& placed, const Told& told,
                 const Evidence& evidence) {
  Point point;
  point.representative = representative_of(claims, told.profiles);
  point.disagreements = find_disagreements(claims, told);
  std::vector<bool> sure = surely_agree(claims, point.representative, told, evidence);
  for (std::size_t i = 0; i < claims.size(); ++i) sure[i] = sure[i] || placed[claims[i]];
  Support support = weigh_support(claims, sure, evidence);
  point.origins = std::move(support.bracket);
  point.origin_ids = std::move(support.origins);
  point.reporters = std::move(support.reporters);
  point.claims = std::move(claims);
  point.one_article = std::all_of(point.claims.begin(), point.claims.end(), [&](std::size_t c) {
    return told.claims[c].article == told.claims[point.claims.front()].article;
  });
  point.one_origin = point.origin_ids.size() == 1;
  point.standing = standing_of(point, told.claims);
  return point;
}

// The account of the claims given; its articles are the setting's, whether or not a claim stands in them.
Account tell(const Matched& matched, const Setting& setting) {
  Account account;
  account.articles.assign(setting.articles.begin(), setting.articles.end());
  account.copies.assign(setting.copies.begin(), setting.copies.end());
  account.entities = setting.entities.all;
  note_seats(setting.seats, account.entities);
  for (const FoundClaim& found : matched.claims) account.claims.push_back(found.claim);
  account.origins = trace_origins(setting.articles, setting.entities.all, account.claims);
  const Evidence evidence{setting.articles, account.claims, account.origins, setting.copies, setting.affiliations};
  const Told told{setting.articles,     account.claims,       matched.profiles, matched.deeds,
                  setting.entities.all, setting.affiliations, setting.places,   setting.rules.likeness};
  for (const auto& claims : matched.points)
    account.points.push_back(tell_point(claims, matched.placed, told, evidence));
  order_points(account);
  return account;
}

// What is told of the articles as a whole, when it is known which they are.
void finish(Account& account, const Setting& setting, const std::vector<bool>& removed) {
  note_omissions(account, setting.marks, removed);
  remove_articles(account, removed);
  set_days(account);
  account.title = title_of(account, setting.rules.meaning);
}

Account tell_without(const Account& full, const Matched& matched, const Setting& setting,
                     const std::vector<std::string>& names) {
  std::vector<LeftOut> left_out;
  std::vector<bool> kept(matched.claims.size(), true);
  std::vector<bool> removed(setting.articles.size(), false);
  for (const std::string& name : names) {
    left_out.push_back(find_left_out(full, name));
    for (const std::size_t c : left_out.back().claims) kept[c] = false;
    for (const std::size_t a : left_out.back().articles) removed[a] = true;
  }
  std::vector<std::size_t> numbers;
  for (std::size_t c = 0; c < kept.size(); ++c) {
    if (kept[c]) numbers.push_back(c);
  }
  Account rest = tell(only_kept(matched, kept), setting);
  rest.without = what_changed(full, rest, numbers, left_out);
  finish(rest, setting, removed);
  return rest;
}

}  // namespace

Account narrate(std::vector<Article> articles, std::span<const Marks> marks, const MatchRules& rules,
                const Wishes& wishes) {
  Corrector corrector(wishes.corrections);
  corrector.ignore_passages(articles);
  std::vector<Copy> copies = find_copies(articles);
  corrector.correct_copies(articles, copies);
  std::vector<Marks> parted;
  if (corrector.has(CorrectionKind::two_names)) {
    parted.assign(marks.begin(), marks.end());
    corrector.part_names(articles, parted);
    marks = parted;
  }
  const Entities entities = join_names(articles, marks, corrector.name_rules());
  corrector.note_names(entities.unfit_rules);
  const auto affiliations = find_affiliations(articles, marks, entities);
  const PlaceRelations places(articles, marks, entities);
  const std::vector<Seat> seats = find_seats(entities);
  const Setting setting{articles, marks, copies, entities, seats, affiliations, places, rules};
  const Matched matched = match_claims(setting, corrector);
  Account account = tell(matched, setting);
  if (!wishes.without.empty()) {
    account = tell_without(account, matched, setting, wishes.without);
  } else {
    finish(account, setting, std::vector<bool>(articles.size(), false));
  }
  account.corrections = corrector.outcomes();
  return account;
}

}  // namespace hearsay
