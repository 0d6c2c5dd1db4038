// What the commands print for a person at a terminal.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "group/stories/grouper.h"
#include "narrate/account.h"
#include "present/words/terminal_style.h"

#include <span>
#include <string>

namespace hearsay {

std::string to_text(const Article& article);
// `with_why` tells of each mark which rule or model made it.
std::string to_text(const Article& article, const Marks& marks, bool with_why = false);
std::string to_text(const Story& story, std::span<const std::string> names);  // names: by article number
// All of it.
std::string to_text(const Account& account, const TerminalStyle& style = {});
// What a reader must know first, in at most 40 lines of style.columns.
std::string to_overview(const Account& account, const TerminalStyle& style);

}  // namespace hearsay
