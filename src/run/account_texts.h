// What an account's JSON tells of its articles' texts: how long they are, and the words that it quotes.
#pragma once

#include "base/span.h"
#include "narrate/account.h"
#include "run/account_fields.h"
#include "run/sparse_text.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

class AccountTexts {
 public:
  // Of so many articles, with their texts where these are known as a whole; none, or one for each. Throws BadAccount.
  AccountTexts(std::size_t articles, std::span<const std::string> whole);

  // "begin" and "end" of this member, in code points for now. Throws BadAccount.
  Span span(account_fields::JsonValue row, std::size_t article);

  // ... and the words between them, its "text", which may be missing where the texts are known as a whole.
  Span quoted(account_fields::JsonValue row, std::size_t article);

  // Now that all words are known: the texts are made, and every span of the account counts their bytes.
  void fill(Account& account);

 private:
  template <class Know>
  Span known(account_fields::JsonValue row, std::size_t article, Know know);

  std::vector<SparseText> texts_;  // of articles
  bool whole_ = false;             // are all their words known?
  std::size_t code_points_ = 0;    // of all of them
};

}  // namespace hearsay
