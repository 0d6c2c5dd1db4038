// A sentence must have one root; if the parser left several, the others are attached to the first as "parataxis", the
// Universal Dependencies relation for parts of a sentence placed side by side.
#include "base/utf8.h"
#include "present/words/lines.h"
#include "publish/markup/marked_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

// No field may be empty or contain a tab or a line end. English UD words contain no spaces: a space inside one becomes
// a no-break space.
std::string field(std::string_view text) {
  std::string out = on_one_line(text);
  for (std::size_t at = out.find(' '); at != std::string::npos; at = out.find(' ', at + 2))
    out.replace(at, 1, "\u00A0");
  return out.empty() ? "_" : out;
}

bool space_after(const Article& article, const std::vector<Token>& tokens, std::size_t i, std::size_t last) {
  return i + 1 < last && tokens[i + 1].span.begin > tokens[i].span.end &&
         article.text.find_first_of(" \t\r\n", tokens[i].span.end) < tokens[i + 1].span.begin;
}

std::size_t first_root(const std::vector<Token>& tokens, const Sentence& sentence) {
  for (std::size_t i = sentence.first; i < sentence.last; ++i)
    if (tokens[i].head == no_head) return i;
  return sentence.first;
}

}  // namespace

void write_conllu(const Article& article, const Marks& marks, const Write& write) {
  const auto& tokens = marks.dissection.tokens;
  const CodePointIndex index(article.text);
  const std::string id = field(article.id);
  write(fmt::format("# newdoc id = {}\n", id));
  std::size_t number = 0;
  for (const Sentence& sentence : marks.dissection.sentences) {
    if (sentence.first == sentence.last) continue;
    const std::size_t root = first_root(tokens, sentence);
    std::string text;
    std::string lines;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokens[i];
      const std::string form = field(words_at(article.text, token.span));
      const bool space = space_after(article, tokens, i, sentence.last);
      text += form + (space ? " " : "");
      const Span place = index.in_code_points(token.span);
      const bool second_root = token.head == no_head && i != root;
      const std::size_t head =
          i == root ? 0 : (second_root ? root : static_cast<std::size_t>(token.head)) - sentence.first + 1;
      lines += fmt::format("{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\tEnd={}|{}Start={}\n", i - sentence.first + 1, form,
                           field(token.lemma), to_text(token.tag), head,
                           i == root     ? "root"
                           : second_root ? "parataxis"
                                         : to_text(token.relation),
                           place.end, space || i + 1 == sentence.last ? "" : "SpaceAfter=No|", place.begin);
    }
    write(fmt::format("# sent_id = {}-{}\n# text = {}\n{}\n", id, ++number, text, lines));
  }
}

}  // namespace hearsay
