// What an account's JSON says about claims: where they come from, what they are on. None of it points into a text.
#pragma once

#include "narrate/account.h"
#include "run/accounts/account_fields.h"

#include <cstddef>

namespace hearsay {

// The lengths of the account's lists, against which every id is checked.
struct ListSizes {
  std::size_t articles = 0;
  std::size_t entities = 0;
  std::size_t claims = 0;
  std::size_t origins = 0;
  std::size_t points = 0;
};

// Each throws BadAccount.
Origin origin_of(account_fields::JsonValue row, const ListSizes& sizes);
Point point_of(account_fields::JsonValue row, const ListSizes& sizes);
Without without_of(account_fields::JsonValue row, const ListSizes& sizes);

}  // namespace hearsay
