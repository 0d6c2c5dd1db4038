// What an article is headed by, for a person at a terminal.
#pragma once

#include "clean/articles/article.h"
#include "present/words/terminal_style.h"

#include <optional>
#include <string>

namespace hearsay {

// The title, or the newsroom's name where there is none, underlined; on a terminal in lines of its width.
std::string print_heading(const Article& article, const std::optional<TerminalStyle>& terminal);

}  // namespace hearsay
