// One pass over the nodes in document order counts each text's characters and words; what a block holds is then a sum,
// however often the page is cut. A block ends where an element that browsers show as a block begins or ends.
#include "clean/pages/page_blocks.h"

#include "clean/markup/html_names.h"
#include "clean/markup/white_space.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace hearsay {

namespace {

class OpenBlock {
 public:
  explicit OpenBlock(std::vector<PageBlock>& blocks) : blocks_(blocks) {}

  // The block that texts of this element belong to.
  PageBlock& of(std::uint32_t element, std::uint32_t text) {
    if (open_ && block_.node != element) finish();
    if (!open_) {
      block_ = {};
      block_.node = element;
      block_.first_text = text;
      open_ = true;
      after_space = true;
    }
    block_.end_text = text + 1;
    return block_;
  }

  void finish() {
    if (open_ && block_.words > 0) blocks_.push_back(block_);
    open_ = false;
  }

  bool after_space = true;

 private:
  std::vector<PageBlock>& blocks_;
  PageBlock block_;
  bool open_ = false;
};

// Removes one of the marks from the end of the text. False if it ends in none of them.
template <class Marks>
bool take_off_end(std::string_view& text, const Marks& marks) {
  for (const std::string_view mark : marks) {
    if (!text.ends_with(mark)) continue;
    text.remove_suffix(mark.size());
    return true;
  }
  return false;
}

std::string_view without_blank_end(std::string_view text) {
  constexpr std::string_view blanks[] = {" ",        "\t",     "\r",     "\n",     "\f",
                                         "\xC2\xA0", "&nbsp;", "&#160;", "&#xA0;", "&#xa0;"};
  while (take_off_end(text, blanks)) {
  }
  return text;
}

// The last words of a block, without closing marks and white space at their end.
std::string_view end_of_block(std::string_view page, const HtmlTree& tree, const PageBlock& block) {
  constexpr std::string_view closing[] = {"\"", "'", "”", "’", ")", "]", "»", "&rdquo;", "&rsquo;", "&quot;"};
  for (std::uint32_t node = block.end_text; node-- > block.first_text;) {
    if (tree.nodes[node].tag != HtmlTag::text) continue;
    std::string_view words = without_blank_end(words_at(page, tree.nodes[node].raw));
    while (take_off_end(words, closing)) words = without_blank_end(words);
    if (!words.empty()) return words;
  }
  return {};
}

// After a word that ends in four or more lower-case letters, and followed by a space and the beginning of some words.
bool has_sentence_end_inside(std::string_view text) {
  constexpr std::size_t shortest_word = 4;
  constexpr std::size_t shortest_rest = 25;
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto may_begin = [](char c) {
    return (c >= 'A' && c <= 'Z') || c == '"' || static_cast<unsigned char>(c) >= 0xC0;
  };
  std::size_t letters = 0;  // before this place
  for (std::size_t i = 0; i + shortest_rest < text.size(); ++i) {
    const bool mark = text[i] == '.' || text[i] == '?' || text[i] == '!';
    if (mark && letters >= shortest_word && text[i + 1] == ' ' && may_begin(text[i + 2])) return true;
    letters = is_small(text[i]) ? letters + 1 : 0;
  }
  return false;
}

bool ends_with_one_of(std::string_view words, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [words](std::string_view end) { return words.ends_with(end); });
}

}  // namespace

bool ends_as_sentence(std::string_view page, const HtmlTree& tree, const PageBlock& block) {
  return ends_with_one_of(end_of_block(page, tree, block), {".", "!", "…", "。", "।"});
}

bool holds_sentence(std::string_view page, const HtmlTree& tree, const PageBlock& block) {
  constexpr std::size_t longest = 2000;          // bytes of a text that are examined
  constexpr std::size_t fewest_characters = 80;  // a caption with its credit has less
  if (block.characters < fewest_characters) return false;
  for (std::uint32_t node = block.first_text; node < block.end_text; ++node)
    if (tree.nodes[node].tag == HtmlTag::text &&
        has_sentence_end_inside(words_at(page, tree.nodes[node].raw).substr(0, longest)))
      return true;
  return false;
}

bool ends_as_question(std::string_view page, const HtmlTree& tree, const PageBlock& block) {
  return ends_with_one_of(end_of_block(page, tree, block), {"?", "？", "؟"});
}

bool ends_with_colon(std::string_view page, const HtmlTree& tree, const PageBlock& block) {
  return ends_with_one_of(end_of_block(page, tree, block), {":"});
}

// The inner loop has no branches and counts in bytes, so that compilers vectorise it.
BlockCutter::Piece BlockCutter::measured(std::string_view text) {
  std::size_t continuations = 0;  // bytes that continue a character
  std::size_t more_spaces = 0;    // white space after white space
  std::size_t words = 0;
  continuations += (static_cast<unsigned char>(text[0]) & 0xC0) == 0x80;
  for (std::size_t begin = 1; begin < text.size();) {
    const std::size_t end = std::min<std::size_t>(begin + 255, text.size());
    std::uint8_t counts[3] = {0, 0, 0};
    for (std::size_t i = begin; i < end; ++i) {
      const bool space = is_white_space(text[i]);
      const bool after_space = is_white_space(text[i - 1]);
      counts[0] += (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
      counts[1] += space & after_space;
      counts[2] += !space & after_space;
    }
    continuations += counts[0];
    more_spaces += counts[1];
    words += counts[2];
    begin = end;
  }
  Piece piece;
  piece.characters = static_cast<std::uint32_t>(text.size() - continuations - more_spaces);
  piece.words = static_cast<std::uint32_t>(words);
  piece.begins_with_space = is_white_space(text.front());
  piece.ends_with_space = is_white_space(text.back());
  return piece;
}

BlockCutter::BlockCutter(std::string_view page, const HtmlTree& tree, const std::vector<NodeUse>& uses) {
  struct Inside {
    std::uint32_t block = 0;
    bool link = false;
  };
  std::vector<Inside> inside(tree.nodes.size());
  for (std::uint32_t node = 1; node < tree.nodes.size();) {
    if (uses[node] != NodeUse::kept) {
      node = tree.end_of(node);
      continue;
    }
    const HtmlNode& here = tree.nodes[node];
    const Inside& around = inside[here.parent];
    if (here.tag == HtmlTag::text) {
      Piece piece = measured(words_at(page, here.raw));
      piece.node = node;
      piece.block = around.block;
      piece.text = true;
      piece.in_link = around.link;
      pieces_.push_back(piece);
    } else {
      const bool block = is_block(here.tag);
      inside[node] = {block ? node : around.block, here.tag == HtmlTag::a || around.link};
      if (block) pieces_.emplace_back().node = node;
    }
    ++node;
  }
}

std::vector<PageBlock> BlockCutter::cut(const std::vector<NodeUse>& uses) const {
  std::vector<PageBlock> blocks;
  OpenBlock open(blocks);
  for (const Piece& piece : pieces_) {
    if (uses[piece.node] != NodeUse::kept) continue;
    if (!piece.text) {
      open.finish();
      continue;
    }
    PageBlock& block = open.of(piece.block, piece.node);
    const std::size_t characters = piece.characters - (open.after_space && piece.begins_with_space);
    block.words += piece.words + (open.after_space && !piece.begins_with_space);
    block.characters += characters;
    if (piece.in_link) block.link_characters += characters;
    open.after_space = piece.ends_with_space;
  }
  open.finish();
  return blocks;
}

}  // namespace hearsay
