// The title of an account: words of its reports.
#pragma once

#include "match/meaning.h"
#include "narrate/account.h"

#include <string>

namespace hearsay {

// Verbatim: the headline whose meaning is nearest to all the others'; if no article has a title, a headline is a short
// first line of a text. Without any, the words of the claim that speaks for the point with the most claims, of which at
// most 120 bytes and then " ...". Empty for an account without either.
std::string title_of(const Account& account, const Meaning& meaning);

}  // namespace hearsay
