// An account read back from its JSON ("hearsay/account/1", present/json.h).
#pragma once

#include "narrate/account.h"

#include <tl/expected.hpp>

#include <span>
#include <string>
#include <string_view>

namespace hearsay {

// Do these first bytes begin an account?
bool begins_account(std::string_view bytes);

// Everything that the JSON holds; to_json() of the result gives the same bytes again. The articles' texts are not in
// it: each is as long as it was as far as anything points into it, has the words that the account quotes in their
// places, and U+0000 in all others. What the JSON does not hold (Claim::left_open, Point::reads_alone, Origin::entity)
// has its default. The error is the reason, for a person: "is not JSON (...)", "claim 3 names a point that the account
// has not".
tl::expected<Account, std::string> read_account(std::string_view json);

// The same with the articles' own texts, one for each, which the words of the account must be found in.
tl::expected<Account, std::string> read_account(std::string_view json, std::span<const std::string> texts);

}  // namespace hearsay
