// The accounts of stories in a store: each as a whole in JSON, and its parts as rows for queries.
#pragma once

#include "narrate/account.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// An account to be kept.
struct ToldAccount {
  const Account& account;
  const std::string& json;                 // the same ("hearsay/kept-account/1")
  std::span<const std::string> addresses;  // of its points (present/words/addresses.h)
  std::span<const std::size_t> versions;   // of its articles
};

// Replaces the story's account with one of the story as it was in `state`. Call within a transaction.
void keep_account(Store& store, std::size_t story, std::size_t state, const ToldAccount& told, std::int64_t at);

// An account as it was kept.
struct KeptAccount {
  std::string json;
  std::vector<std::size_t> versions;  // of its articles, in its order
  std::vector<std::string> texts;     // theirs
  std::size_t state = 0;              // of the story when the account was made
};

// Nothing if there is none yet. Throws StoreError if the store is damaged.
std::optional<KeptAccount> read_kept_account(const StoreReader& store, std::size_t story);

}  // namespace hearsay
