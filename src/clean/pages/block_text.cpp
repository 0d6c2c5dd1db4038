// Most of a paragraph is in the page just as it is shown: words with single spaces between them. Such a stretch is
// found many bytes at a time and copied as one.
#include "clean/pages/block_text.h"

#include "clean/markup/entities.h"
#include "clean/markup/white_space.h"

#include <algorithm>

namespace hearsay {

namespace {

// Is a byte not shown just as it is? White space is, if it is a single space.
bool is_changed(char c, char after) { return (c == '&') | (is_white_space(c) & ((c != ' ') | is_white_space(after))); }

// One past the stretch of bytes from `begin` on that are shown as they are. The text is taken to be followed by a
// letter. The inner loop has no branches and a fixed length, so that compilers vectorise it.
std::size_t end_of_unchanged(std::string_view text, std::size_t begin) {
  constexpr std::size_t step = 32;
  std::size_t at = begin;
  for (; at + step < text.size(); at += step) {
    unsigned char changed = 0;
    for (std::size_t i = 0; i < step; ++i) {
      const char c = text[at + i];
      changed |= is_changed(c, text[at + i + 1]);
    }
    if (changed) break;
  }
  while (at < text.size() && !is_changed(text[at], at + 1 < text.size() ? text[at + 1] : 'a')) ++at;
  return at;
}

class BlockWriter {
 public:
  BlockWriter(std::string_view page, AlignedText& text) : page_(page), text_(text), begin_(text.text().size()) {}

  bool empty() const { return text_.text().size() == begin_; }

  void line_break(Span raw) {
    if (after_space_ && !empty()) shorten();
    if (!empty()) text_.replace("\n", raw);
    after_space_ = true;
  }

  void words(Span raw) {
    const std::string_view text = page_.substr(0, raw.end);
    for (std::size_t at = raw.begin; at < raw.end && !text_.full();) {
      const char c = text[at];
      if (is_white_space(c) && (after_space_ || is_changed(c, at + 1 < raw.end ? text[at + 1] : 'a')))
        at = white_space(at, text);
      else if (c == '&')
        at = reference(at, text);
      else
        at = unchanged(at, text);
    }
  }

  void finish() {
    while (!empty() && (text_.text().back() == ' ' || text_.text().back() == '\n')) shorten();
  }

 private:
  void shorten() { text_.shorten(text_.text().size() - 1); }

  std::size_t white_space(std::size_t at, std::string_view text) {
    std::size_t end = at + 1;
    while (end < text.size() && is_white_space(text[end])) ++end;
    if (!after_space_) text_.replace(" ", {at, end});
    after_space_ = true;
    return end;
  }

  std::size_t reference(std::size_t at, std::string_view text) {
    const CharacterReference reference = entities_.read(text.substr(at));
    const std::size_t size = std::max<std::size_t>(reference.size_bytes, 1);
    const std::string_view words = reference.size_bytes ? reference.words : std::string_view("&");
    const bool blank = words == "\xC2\xA0" || (words.size() == 1 && is_white_space(words[0]));
    if (!blank || !after_space_) text_.replace(blank ? " " : words, {at, at + size});
    after_space_ = blank;
    return at + size;
  }

  std::size_t unchanged(std::size_t at, std::string_view text) {
    const std::size_t end = end_of_unchanged(text, at);
    text_.copy(text.substr(at, end - at), at);
    after_space_ = text[end - 1] == ' ';
    return end;
  }

  std::string_view page_;
  AlignedText& text_;
  std::size_t begin_;
  bool after_space_ = true;
  EntityReader entities_;
};

}  // namespace

void append_block(std::string_view page, const HtmlTree& tree, const std::vector<NodeUse>& uses, const PageBlock& block,
                  AlignedText& text) {
  if (text.full()) return;
  const std::size_t before = text.text().size();
  const std::size_t begin_byte = tree.nodes[block.first_text].raw.begin;
  if (before > 0) text.replace("\n", {begin_byte, begin_byte});
  BlockWriter writer(page, text);
  for (std::uint32_t node = block.first_text; node < block.end_text; ++node) {
    if (uses[node] != NodeUse::kept) continue;
    const HtmlNode& here = tree.nodes[node];
    if (here.tag == HtmlTag::br) writer.line_break(here.raw);
    if (here.tag == HtmlTag::text) writer.words(here.raw);
  }
  writer.finish();
  if (writer.empty() && before > 0) text.shorten(before);
}

}  // namespace hearsay
