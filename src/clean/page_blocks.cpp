// One pass over the nodes in document order. A block ends where an element begins or ends that browsers show as a
// block.
#include "clean/page_blocks.h"

#include "clean/html_names.h"

namespace hearsay {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

class Cutter {
 public:
  Cutter(std::string_view page, const HtmlTree& tree, const std::vector<Standing>& standing)
      : page_(page), tree_(tree), standing_(standing), block_of_(tree.nodes.size()), in_link_(tree.nodes.size()) {}

  std::vector<PageBlock> cut() {
    for (std::uint32_t node = 1; node < tree_.nodes.size();) {
      if (standing_[node] != Standing::kept) {
        node = tree_.end_of(node);
        continue;
      }
      const HtmlNode& here = tree_.nodes[node];
      in_link_[node] = here.tag == Tag::a || in_link_[here.parent];
      block_of_[node] = is_block(here.tag) ? node : block_of_[here.parent];
      if (is_block(here.tag)) finish();
      if (here.tag == Tag::text) add(node);
      ++node;
    }
    finish();
    return std::move(blocks_);
  }

 private:
  void add(std::uint32_t node) {
    if (open_ && block_.node != block_of_[node]) finish();
    if (!open_) {
      block_ = {};
      block_.node = block_of_[node];
      block_.first_text = node;
      open_ = true;
      after_space_ = true;
    }
    block_.end_text = node + 1;
    const std::string_view text = words_at(page_, tree_.nodes[node].raw);
    std::size_t characters = 0;
    for (const char c : text) {
      const bool space = is_space(c);
      if (!space && after_space_) ++block_.words;
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) characters += !space || !after_space_;
      after_space_ = space;
    }
    block_.characters += characters;
    if (in_link_[node]) block_.link_characters += characters;
  }

  void finish() {
    if (!open_) return;
    open_ = false;
    if (block_.words > 0) blocks_.push_back(block_);
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const std::vector<Standing>& standing_;
  std::vector<std::uint32_t> block_of_;
  std::vector<char> in_link_;
  std::vector<PageBlock> blocks_;
  PageBlock block_;
  bool open_ = false;
  bool after_space_ = true;
};

}  // namespace

std::vector<PageBlock> cut_blocks(std::string_view page, const HtmlTree& tree, const std::vector<Standing>& standing) {
  return Cutter(page, tree, standing).cut();
}

}  // namespace hearsay
