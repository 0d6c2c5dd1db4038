// An account as a page: one self-contained HTML file.
#pragma once

#include "narrate/account.h"

#include <string>

namespace hearsay {

// Needs nothing from outside: styles and scripts are web/, built into the program. All text from outside is escaped.
std::string to_html(const Account& account);

// The account on one page that can be printed and handed on; no script.
std::string to_brief_html(const Account& account);

}  // namespace hearsay
