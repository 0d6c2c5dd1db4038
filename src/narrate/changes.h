// What a story's account says that its account before did not.
#pragma once

#include "narrate/account.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class AccountChangeKind : std::uint8_t {
  new_story,        // there was no account before
  new_point,        // something that no report had told
  new_origin,       // a point has more origins behind it, by words that are new
  standing,         // a point's standing is another
  value,            // words that are new give a number or a day that the point did not have
  denial,           // words that are new deny what nobody in the point had denied
  unfit_correction  // a reader's correction applied before and no longer fits
};
std::string_view to_text(AccountChangeKind kind);  // "new-story", "new-point", ...

struct AccountChange {
  AccountChangeKind kind = AccountChangeKind::new_point;
  std::optional<std::size_t> point;  // of the later account, where the change is of one
  std::optional<std::size_t> claim;  // of the later account: the words that brought it, or that head the point
  std::string before;                // "single-origin", "1 to 2", a value's words, a correction's line; may be empty
  std::string after;
};

// The changes, in the order of the later account's points. Words are the same where one article, by its id, has them
// in both. A point is the one of before with which it shares most words; what was only brought together otherwise
// is no change. Accounts made of their JSON will do, as long as the texts are there.
std::vector<AccountChange> find_account_changes(const Account& before, const Account& after);

}  // namespace hearsay
