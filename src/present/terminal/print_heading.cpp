#include "present/terminal/print_heading.h"

#include "present/words/lines.h"
#include "present/words/phrases.h"

namespace hearsay {

std::string print_heading(const Article& article, const std::optional<TerminalStyle>& terminal) {
  std::string title = on_one_line(article.title.value_or(std::string(newsroom_name(article))));
  if (terminal && width_of(title) > terminal->columns) {
    title = wrapped(title, 0, 0, terminal->columns);
    title.pop_back();  // the end of the last line
  }
  return underlined(title, '=');
}

}  // namespace hearsay
