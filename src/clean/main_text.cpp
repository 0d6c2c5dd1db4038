// Four steps. What is not seen and what its name or kind says is no article is marked (page_standing). The rest is cut
// into blocks (page_blocks). From the body down, the search follows the child that holds most of the running text, as
// long as it holds 70 % of it and is no paragraph or list: there the article is. Of its blocks those go that are mostly
// links; the others are written (block_text). In the tradition of Readability and of Kohlschütter et al., "Boilerplate
// Detection using Shallow Text Features" (WSDM 2010), without weights to train: what is tuned are the few numbers
// below.
#include "clean/main_text.h"

#include "clean/block_text.h"
#include "clean/html_names.h"
#include "clean/page_blocks.h"
#include "clean/page_standing.h"

#include <algorithm>

namespace hearsay {

namespace {

bool may_hold_article(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::p:
    case HtmlTag::ol:
    case HtmlTag::ul:
    case HtmlTag::li:
    case HtmlTag::blockquote:
    case HtmlTag::pre:
    case HtmlTag::dl:
    case HtmlTag::tr:
    case HtmlTag::tbody:
      return false;
    default:
      return is_block(tag);
  }
}

double link_density(const PageBlock& block) {
  return static_cast<double>(block.link_characters) / static_cast<double>(std::max<std::size_t>(block.characters, 1));
}

double worth(const PageBlock& block) {
  if (link_density(block) > 0.5 || block.characters < 40) return 0;
  return static_cast<double>(block.characters - block.link_characters);
}

class Finder {
 public:
  Finder(std::string_view page, const HtmlTree& tree)
      : page_(page), tree_(tree), standing_(find_unseen(page, tree)), cutter_(page, tree, standing_) {}

  AlignedText find_all() {
    blocks_ = cutter_.cut(standing_);
    AlignedText text;
    for (const PageBlock& block : blocks_) append_block(page_, tree_, standing_, block, text);
    return text;
  }

  PageTexts find(const std::vector<std::uint32_t>& parts) {
    PageTexts texts;
    mark_left_out(page_, tree_, cutter_.cut(standing_), standing_);
    if (!parts.empty()) {
      blocks_ = cutter_.cut(standing_);
      for (const std::uint32_t part : parts) texts.parts.push_back(content_below(part));
      for (const std::uint32_t part : parts) mark(tree_, part, NodeStanding::left_out, standing_);
    }
    blocks_ = cutter_.cut(standing_);
    texts.main = content_below(find_container());
    return texts;
  }

 private:
  AlignedText content_below(std::uint32_t container) const {
    AlignedText text;
    auto block = std::lower_bound(blocks_.begin(), blocks_.end(), container,
                                  [](const PageBlock& one, std::uint32_t node) { return one.first_text < node; });
    for (; block != blocks_.end() && block->first_text < tree_.end_of(container); ++block)
      if (block->node >= container && is_content(*block)) append_block(page_, tree_, standing_, *block, text);
    return text;
  }

  // Is the element one of several parts of a text that stand side by side under one name?
  bool is_one_of_many(std::uint32_t node, const std::vector<double>& mass) const {
    const std::string_view name = tree_.attribute(page_, node, Attribute::class_);
    if (name.empty()) return false;
    const std::uint32_t parent = tree_.nodes[node].parent;
    for (std::uint32_t child = tree_.first_child(parent); child; child = tree_.nodes[child].next_sibling)
      if (child != node && tree_.nodes[child].tag == tree_.nodes[node].tag && mass[child] > 0.2 * mass[parent] &&
          tree_.attribute(page_, child, Attribute::class_) == name)
        return true;
    return false;
  }

  // The smallest element that holds most of the running text.
  std::uint32_t find_container() const {
    std::vector<double> mass(tree_.nodes.size());
    for (const PageBlock& block : blocks_) mass[block.node] += worth(block);
    for (std::uint32_t node = static_cast<std::uint32_t>(mass.size()); node-- > 1;)
      mass[tree_.nodes[node].parent] += mass[node];
    std::uint32_t here = 0;
    for (;;) {
      std::uint32_t best = 0;
      for (std::uint32_t child = tree_.first_child(here); child; child = tree_.nodes[child].next_sibling)
        if (best == 0 || mass[child] > mass[best]) best = child;
      if (best == 0 || mass[best] < 0.7 * mass[here] || !may_hold_article(tree_.nodes[best].tag)) return here;
      if (is_one_of_many(best, mass)) return here;
      here = best;
    }
  }

  bool is_content(const PageBlock& block) const {
    const HtmlTag tag = tree_.nodes[block.node].tag;
    if (tag == HtmlTag::h1) return false;
    if (block.words <= 3 && tree_.nodes[tree_.nodes[block.first_text].parent].tag == HtmlTag::time)
      return false;  // "10:05"
    return link_density(block) < 0.7;
  }

  std::string_view page_;
  const HtmlTree& tree_;
  std::vector<NodeStanding> standing_;
  BlockCutter cutter_;
  std::vector<PageBlock> blocks_;
};

}  // namespace

AlignedText find_main_text(std::string_view page, const HtmlTree& tree) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find({}).main;
}

PageTexts find_texts(std::string_view page, const HtmlTree& tree, const std::vector<std::uint32_t>& parts) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find(parts);
}

AlignedText find_whole_text(std::string_view page, const HtmlTree& tree) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find_all();
}

}  // namespace hearsay
