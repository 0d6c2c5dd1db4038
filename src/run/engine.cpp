#include "run/engine.h"

#include "extract/times/reference_day.h"
#include "group/copies/copies.h"
#include "identify/identify.h"
#include "itemise/itemise.h"
#include "match/disputes.h"
#include "match/match.h"
#include "measure/measure.h"
#include "narrate/correcting.h"
#include "narrate/narrate.h"
#include "run/threads/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace hearsay {

namespace {

// The earliest of the days that the story's articles state for themselves.
ReferenceDay day_of_story(const std::vector<ReferenceDay>& days) {
  ReferenceDay earliest;
  for (const ReferenceDay& day : days) {
    if (day.published && (!earliest.published || day.published->day < earliest.published->day)) earliest = day;
  }
  if (earliest.published) {
    earliest.published->time_of_day_utc.reset();
    earliest.why = "from the story's other articles";
  }
  return earliest;
}

// Like itemise(), on several threads.
std::vector<FoundClaim> itemise_in_parallel(const std::vector<Article>& articles, const std::vector<Marks>& marks,
                                            const StoryNames& names, const ClaimRules& rules, unsigned threads,
                                            const std::function<void(std::size_t)>& on_read) {
  std::vector<std::vector<FoundClaim>> found(articles.size());
  std::atomic<std::size_t> done = 0;
  for_each_index(articles.size(), threads, [&](std::size_t a) {
    found[a] = find_claims(articles[a], a, marks[a], names.entities, rules);
    on_read(++done);
  });
  return gather_claims(std::move(found), names);
}

// Those of articles that the account still has.
std::vector<ArticleUpdate> updates_in(const Account& account, const std::vector<Article>& articles,
                                      const std::vector<ArticleUpdate>& updates) {
  std::vector<ArticleUpdate> kept;
  for (const ArticleUpdate& update : updates) {
    const auto found = std::find_if(account.articles.begin(), account.articles.end(),
                                    [&](const Article& article) { return article.id == articles[update.article].id; });
    if (found == account.articles.end()) continue;
    kept.push_back(update);
    kept.back().article = static_cast<std::size_t>(found - account.articles.begin());
  }
  return kept;
}

}  // namespace

std::vector<Marks> mark_all(const std::vector<Article>& articles, const Marker& marker, bool one_story,
                            unsigned threads, const std::function<void(std::size_t)>& on_marked) {
  std::vector<ReferenceDay> days;
  for (const Article& article : articles) days.push_back(reference_day(article));
  if (one_story) {
    const ReferenceDay shared = day_of_story(days);
    for (ReferenceDay& day : days) {
      if (!day.published) day = shared;
    }
  }
  std::vector<Marks> all(articles.size());
  std::atomic<std::size_t> done = 0;
  // A few articles at a time go through each finder together, but not so many that a thread is left without work.
  const std::size_t together = std::clamp<std::size_t>(articles.size() / threads, 1, 16);
  for_each_index((articles.size() + together - 1) / together, threads, [&](std::size_t part) {
    const std::size_t first = part * together, count = std::min(together, articles.size() - first);
    std::vector<Marks> marks = marker.mark({articles.data() + first, count}, {days.data() + first, count});
    std::move(marks.begin(), marks.end(), all.begin() + static_cast<std::ptrdiff_t>(first));
    if (on_marked) on_marked(done += count);
  });
  return all;
}

// A story's way through the stages. Each kind of correction is applied just before the stage that depends on what it
// changes.
Account report(std::vector<Article> articles, const Marker& marker, const AccountRules& rules, unsigned threads,
               const Wishes& wishes) {
  if (articles.empty()) return {};
  const auto tell = [&](std::string_view stage, std::size_t done = 0, std::size_t of = 0) {
    if (wishes.on_stage) wishes.on_stage(stage, done, of);
  };
  Corrector corrector(wishes.corrections);
  std::vector<Marks> marks =
      mark_all(articles, marker, true, threads, [&](std::size_t done) { tell("marking", done, articles.size()); });
  for (std::size_t a = 0; a < articles.size(); ++a) rules.asides.leave_out(articles[a], marks[a]);

  tell("finding copies");
  corrector.ignore_passages(articles);
  std::vector<Copy> copies = find_copies(articles);
  corrector.correct_copies(articles, copies);

  tell("identifying names");
  corrector.part_names(articles, marks);
  const StoryNames names = identify(articles, marks, corrector.name_rules());
  corrector.note_names(names.entities.unfit_rules);

  std::vector<FoundClaim> claims =
      itemise_in_parallel(articles, marks, names, rules.claims, threads,
                          [&](std::size_t done) { tell("itemising claims", done, articles.size()); });
  corrector.correct_sources(articles, names.entities, claims);

  tell("matching claims");
  MatchedClaims matched = match(std::move(claims), articles, marks, rules.claims.happenings, rules.match);
  corrector.correct_points(articles, matched);
  matched.disputes = find_disputes(matched, articles, marks, rules.claims.encoder, rules.match);

  tell("measuring points");
  const StoryContext story{articles, marks, copies, names, matched, rules.match.likeness, rules.deeds};
  const NarrateRules telling{rules.match.meaning, rules.order};
  Account account = narrate(story, measure(story), telling);
  if (!wishes.without.empty()) account = narrate_without(account, story, telling, wishes.without);
  account.corrections = corrector.outcomes();
  account.updates = updates_in(account, articles, wishes.updates);
  return account;
}

}  // namespace hearsay
