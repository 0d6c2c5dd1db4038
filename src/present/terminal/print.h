// What the commands print for a person at a terminal.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "group/stories/grouper.h"
#include "narrate/account.h"
#include "present/words/terminal_style.h"

#include <optional>
#include <span>
#include <string>

namespace hearsay {

// On a terminal in lines of its width. Elsewhere running text has 100 columns, and what a program may look for stays on
// one line: an article's title, and each line of a story.
std::string to_text(const Article& article, const std::optional<TerminalStyle>& terminal = std::nullopt);
// `with_why` tells of each mark which rule or model made it.
std::string to_text(const Article& article, const Marks& marks, bool with_why = false,
                    const std::optional<TerminalStyle>& terminal = std::nullopt);
std::string to_text(const Story& story, std::span<const std::string> names,  // by article number
                    const std::optional<TerminalStyle>& terminal = std::nullopt);
// All of it.
std::string to_text(const Account& account, const TerminalStyle& style = {});
// What a reader must know first, in at most 40 lines of style.columns.
std::string to_overview(const Account& account, const TerminalStyle& style);

}  // namespace hearsay
