// Stories of a store on the road to their accounts.
#pragma once

#include "clean/article.h"
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

// A story by its id, its first letters, or the id of a story that became part of it. Throws StoreError that says so
// where there is none.
StoryLine need_story(const StoreReader& store, std::string_view id);

// A story's articles by their versions, in the order of these, and to the wishes what the store knows for telling them:
// its corrections, which come before those that are there, and what the articles have otherwise than in versions
// before.
std::vector<Article> articles_to_tell(const StoreReader& store, const std::vector<std::size_t>& versions,
                                      Wishes& wishes);

// The account that the store keeps of it, with the articles' texts; nothing where none is kept or something came since.
std::optional<Account> told_account(const StoreReader& store, const StoryLine& story);

// The same account as JSON, also where something came since.
std::optional<std::string> told_json(const StoreReader& store, const StoryLine& story);

// Makes a story's account and keeps it with what it says that the one before did not, which is returned. In one
// transaction. Where the story changes meanwhile, the account is of before, and is made anew by the next run.
std::vector<StoryChange> tell_story(Store& store, std::size_t story, const Marker& marker, const AccountRules& rules,
                                    unsigned threads, std::int64_t at);

}  // namespace hearsay
