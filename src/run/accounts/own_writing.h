// What hearsay itself wrote, so that it is not taken for an article when it lies among a later run's inputs.
#pragma once

#include <string_view>

namespace hearsay {

// Is this the beginning of an account as report prints it for a person, whole or brief? Some thousand bytes tell. The
// account's JSON has begins_account().
bool begins_printed_account(std::string_view text);

// Is this the beginning of a page that hearsay made? Some four thousand bytes tell.
bool begins_own_page(std::string_view html);

}  // namespace hearsay
