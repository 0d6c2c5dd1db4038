// Stories of a store, and making their accounts.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "narrate/account.h"
#include "persist/changes.h"
#include "persist/stories.h"
#include "run/engine.h"
#include "run/rules.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A story by its id, its first letters, or the id of a story merged into it. Throws StoreError, saying so, if there is
// none.
StoryLine need_story(const StoreReader& store, std::string_view id);

// A story's articles, given by their versions and in that order. Adds to the wishes what the store has for their
// account: its corrections, before those that are there, and what changed in the articles from version to version.
std::vector<Article> articles_to_tell(const StoreReader& store, const std::vector<std::size_t>& versions,
                                      Wishes& wishes);

// The account that the store keeps of it, with the articles' texts; nothing if there is none or it is out of date.
std::optional<Account> told_account(const StoreReader& store, const StoryLine& story);

// The same account as JSON, even if it is out of date.
std::optional<std::string> told_json(const StoreReader& store, const StoryLine& story);

// Makes a story's account, keeps it together with what it says that the one before did not, in one transaction, and
// returns that. If the story changes meanwhile, the account is out of date, and the next run makes it anew.
std::vector<StoryChange> tell_story(Store& store, std::size_t story, const Marker& marker, const AccountRules& rules,
                                    unsigned threads, std::int64_t at);

}  // namespace hearsay
