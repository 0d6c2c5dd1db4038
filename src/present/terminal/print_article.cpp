// An article for a person at a terminal: what is known of it, then its text, with what is not the article set apart.
#include "present/terminal/print.h"
#include "present/terminal/print_heading.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"

namespace hearsay {

namespace {

// The text in paragraphs; `before` goes before each line's words.
void add_paragraphs(std::string& out, std::string_view text, std::string_view before, std::size_t most) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = on_one_line(text.substr(0, end));
    if (!line.empty()) out += wrapped(std::string(before) + line, 2, 2, most) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::string to_text(const Article& article, const std::optional<TerminalStyle>& terminal) {
  const std::size_t most = terminal ? terminal->columns : columns;
  std::string known(newsroom_name(article));
  if (article.published) known += ", " + moment_phrase(*article.published);
  if (article.language) known += ", in " + *article.language;
  std::string out = print_heading(article, terminal);
  out += wrapped(known + ", from " + article.location, 0, 2, most) + '\n';
  std::size_t at = 0;
  for (const Boilerplate& part : article.boilerplate) {
    add_paragraphs(out, words_at(article.text, {at, part.span.begin}), "", most);
    add_paragraphs(out, words_at(article.text, part.span), "[not the article, " + part.why + "] ", most);
    at = part.span.end;
  }
  add_paragraphs(out, std::string_view(article.text).substr(at), "", most);
  for (const PassedOver& part : article.left_out)
    add_paragraphs(out, part.text, "[left out, " + std::string(part.why) + "] ", most);
  return out;
}

}  // namespace hearsay
