// What an account's JSON says about its articles' texts: how long they are, and the words that it quotes.
#pragma once

#include "base/span.h"
#include "narrate/account.h"
#include "run/accounts/account_fields.h"
#include "run/accounts/sparse_text.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

class AccountTexts {
 public:
  // For this many articles; `whole` has all their texts where these are known, or none. Throws BadAccount.
  AccountTexts(std::size_t articles, std::span<const std::string> whole);

  // "begin" and "end" of this member, in code points for now. Throws BadAccount.
  Span span(account_fields::JsonValue row, std::size_t article);

  // ... and the words between them, its "text", which may be missing if the whole texts are known.
  Span quoted(account_fields::JsonValue row, std::size_t article);

  // Once all words are known: makes the texts, and converts every span of the account to their bytes.
  void fill(Account& account);

 private:
  template <class Know>
  Span known(account_fields::JsonValue row, std::size_t article, Know know);

  std::vector<SparseText> texts_;  // of articles
  bool whole_ = false;             // are all their words known?
  std::size_t code_points_ = 0;    // of all of them
};

}  // namespace hearsay
