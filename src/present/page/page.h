// An account as a page: one self-contained HTML file.
#pragma once

#include "narrate/account.h"
#include "present/page/desk_frame.h"

#include <string>

namespace hearsay {

// Needs nothing from outside: styles and scripts are web/, built into the program. All text from outside is escaped.
std::string to_html(const Account& account);

// The same page as a desk's server gives it: with links to the desk's other pages, and scripts that ask the server, and
// no other, for what came since and send it the reader's corrections.
std::string to_html(const Account& account, const ServedStory& served);

// The account on one page that can be printed and handed on; no script.
std::string to_brief_html(const Account& account);

}  // namespace hearsay
