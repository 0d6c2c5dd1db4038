// An account read back from its JSON ("hearsay/account/1", present/json/json.h).
#pragma once

#include "narrate/account.h"

#include <tl/expected.hpp>

#include <span>
#include <string>
#include <string_view>

namespace hearsay {

// Are these first bytes those of an account?
bool begins_account(std::string_view bytes);

// Everything that the JSON holds; to_json() of the result gives the same bytes again. The articles' texts are not in
// it: each is made as long as the last place that anything points to, with the words that the account quotes in their
// places and U+0000 elsewhere. What the JSON does not hold (Claim::left_open, Point::reads_alone, Origin::entity) has
// its default. The error is the reason, in words for the user: "is not JSON (...)", "is not an account: it names "p9",
// which does not exist".
tl::expected<Account, std::string> read_account(std::string_view json);

// The same with the articles' own texts, one for each, which must contain the words that the account quotes.
tl::expected<Account, std::string> read_account(std::string_view json, std::span<const std::string> texts);

}  // namespace hearsay
