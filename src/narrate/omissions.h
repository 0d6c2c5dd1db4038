// What an account leaves out or cannot tell.
#pragma once

#include "extract/marks.h"
#include "narrate/account.h"

#include <span>
#include <vector>

namespace hearsay {

// Counts, each with its reason; nothing that is 0. `marks` and `removed` run in parallel with the account's articles;
// what is removed does not count.
std::vector<Omission> omissions_of(const Account& account, std::span<const Marks> marks,
                                   const std::vector<bool>& removed);

}  // namespace hearsay
