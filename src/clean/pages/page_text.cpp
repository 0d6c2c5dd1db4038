// For small texts only: none of them remembers where it came from.
#include "clean/pages/page_text.h"

#include "clean/markup/entities.h"
#include "clean/markup/html_names.h"
#include "clean/markup/white_space.h"

namespace hearsay {

namespace {

// At most this many bytes, ending with a whole character.
std::string_view first_bytes(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

}  // namespace

std::string squeezed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool hard_space = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (is_white_space(c) || hard_space) {
      space = !result.empty();
      i += hard_space;
      continue;
    }
    if (space) result += ' ';
    space = false;
    result += c;
  }
  return result;
}

std::string text_below(std::string_view page, const HtmlTree& tree, std::uint32_t node, std::size_t limit) {
  std::string text;
  for (std::uint32_t i = node; i < tree.end_of(node) && text.size() < limit;) {
    const HtmlNode& here = tree.nodes[i];
    if (here.tag == HtmlTag::script || here.tag == HtmlTag::style) {
      i = tree.end_of(i);
      continue;
    }
    if (is_block(here.tag) || here.tag == HtmlTag::br || here.tag == HtmlTag::time) text += ' ';
    if (here.tag == HtmlTag::text) text += first_bytes(words_at(page, here.raw), limit);
    ++i;
  }
  return squeezed(without_entities(text));
}

}  // namespace hearsay
