#include "run/stored_story.h"

#include "narrate/changes.h"
#include "persist/accounts.h"
#include "persist/articles.h"
#include "present/json/json.h"
#include "present/words/addresses.h"
#include "run/accounts/account_reading.h"
#include "run/engine.h"
#include "run/stored_corrections.h"

#include <fmt/format.h>

#include <utility>

namespace hearsay {

namespace {

Account account_of(const StoreReader& store, const KeptAccount& kept) {
  auto account = read_account(kept.json, kept.texts);
  if (!account) throw StoreError(fmt::format("{} is damaged: an account in it {}", store.name(), account.error()));
  return std::move(*account);
}

std::vector<StoryChange> changes_of(const Account& before, const Account& after, const ToldAccount& told,
                                    std::size_t story, std::int64_t at) {
  std::vector<StoryChange> changes;
  for (AccountChange& found : find_account_changes(before, after)) {
    StoryChange change{at, story, std::string(to_text(found.kind)), std::nullopt, std::nullopt, {}, "", ""};
    if (found.point) change.point = told.addresses[*found.point];
    if (found.claim) {
      change.version = told.versions[after.claims[*found.claim].article];
      change.span = after.claims[*found.claim].span;
    }
    change.before = std::move(found.before);
    change.after = std::move(found.after);
    changes.push_back(std::move(change));
  }
  return changes;
}

// What changed in articles, given by their versions, from version to version.
std::vector<ArticleUpdate> updates_of(const StoreReader& store, const std::vector<std::size_t>& versions) {
  std::vector<ArticleUpdate> updates;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    for (StoryChange& change : changes_of_article(store, versions[i])) {
      const bool stands = change.version == versions[i] && change.span.begin < change.span.end;
      updates.push_back({i, std::move(change.kind), stands ? std::optional(change.span) : std::nullopt,
                         std::move(change.before), std::move(change.after)});
    }
  }
  return updates;
}

}  // namespace

StoryLine need_story(const StoreReader& store, std::string_view id) {
  auto story = find_story(store, id);
  if (!story)
    throw StoreError(fmt::format("{} has no story \"{}\"; hearsay stories --store lists them", store.name(), id));
  return std::move(*story);
}

std::vector<Article> articles_to_tell(const StoreReader& store, const std::vector<std::size_t>& versions,
                                      Wishes& wishes) {
  std::vector<Article> articles;
  for (const std::size_t version : versions) articles.push_back(read_version(store, version));
  const std::vector<Correction> held = corrections_for(store, articles);
  wishes.corrections.insert(wishes.corrections.begin(), held.begin(), held.end());
  wishes.updates = updates_of(store, versions);
  return articles;
}

std::optional<Account> told_account(const StoreReader& store, const StoryLine& story) {
  if (!story.as_told) return std::nullopt;
  const auto kept = read_kept_account(store, story.number);
  return kept ? std::optional(account_of(store, *kept)) : std::nullopt;
}

std::optional<std::string> told_json(const StoreReader& store, const StoryLine& story) {
  const auto kept = read_kept_account(store, story.number);
  return kept ? std::optional(to_json(account_of(store, *kept))) : std::nullopt;
}

std::vector<StoryChange> tell_story(Store& store, std::size_t number, const Marker& marker, const AccountRules& rules,
                                    unsigned threads, std::int64_t at) {
  const StoryLine story = need_story(store, id_of_story(store, number));
  const std::vector<std::size_t> versions = versions_of_story(store, number);
  Wishes wishes;
  std::vector<Article> articles = articles_to_tell(store, versions, wishes);
  const Account account = report(std::move(articles), marker, rules, threads, wishes);
  const std::string json = to_kept_json(account);
  const std::vector<std::string> addresses = point_addresses(account);
  const ToldAccount told{account, json, addresses, versions};
  const auto kept = read_kept_account(store, number);
  const std::vector<StoryChange> changes =
      changes_of(kept ? account_of(store, *kept) : Account(), account, told, number, at);
  SqlTransaction transaction(store.sql());
  keep_account(store, number, story.state, told, at);
  for (const StoryChange& change : changes) add_change(store, change);
  transaction.commit();
  return changes;
}

}  // namespace hearsay
