// One walk down by how much each element holds (of running text: blocks of some length that are not mostly links), then
// a few steps up.
#include "clean/pages/article_element.h"

#include "clean/markup/html_names.h"
#include "clean/pages/left_out.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

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
    case HtmlTag::html:
      return true;  // not a block to browsers
    default:
      return is_block(tag);
  }
}

double worth(const PageBlock& block) {
  if (block.link_density() > 0.5 || block.characters < 40) return 0;
  return static_cast<double>(block.characters - block.link_characters);
}

using Blocks = std::vector<PageBlock>;

// The first block whose text begins at or after a node.
Blocks::const_iterator first_block(const Blocks& blocks, std::uint32_t from) {
  return std::lower_bound(blocks.begin(), blocks.end(), from,
                          [](const PageBlock& one, std::uint32_t node) { return one.first_text < node; });
}

// The way down.
class Descent {
 public:
  Descent(std::string_view page, const HtmlTree& tree, const Blocks& blocks, std::uint32_t headline)
      : page_(page), tree_(tree), blocks_(blocks), headline_(headline) {}

  // The smallest element that holds most of the running text.
  std::uint32_t run() const {
    std::vector<double> mass(tree_.nodes.size());
    for (const PageBlock& block : blocks_) mass[block.node] += worth(block);
    for (std::uint32_t node = static_cast<std::uint32_t>(mass.size()); node-- > 1;)
      mass[tree_.nodes[node].parent] += mass[node];
    std::uint32_t here = 0;
    for (;;) {
      std::uint32_t best = 0;
      for (std::uint32_t child = tree_.first_child(here); child; child = tree_.nodes[child].next_sibling)
        if (best == 0 || mass[child] > mass[best]) best = child;
      if (best == 0 || mass[best] <= 0) return here;
      const std::uint32_t rival = article_with_headline(here, best);
      if (rival) best = rival;
      const bool most = rival || (mass[best] >= 0.7 * mass[here] && may_hold_article(tree_.nodes[best].tag));
      if (most && is_one_of_many(best, mass)) return here;
      if (!most) best = named_child(here, mass);
      if (best == 0) best = child_with_headline(here, mass);
      if (best == 0) return here;
      here = best;
    }
  }

 private:
  // Is the element one of several parts of a text, side by side under one name, ignoring numbers in it?
  bool is_one_of_many(std::uint32_t node, const std::vector<double>& mass) const {
    const std::string name = name_of(node);
    if (name.empty()) return false;
    const std::uint32_t parent = tree_.nodes[node].parent;
    for (std::uint32_t child = tree_.first_child(parent); child; child = tree_.nodes[child].next_sibling)
      if (child != node && tree_.nodes[child].tag == tree_.nodes[node].tag && mass[child] > 0.05 * mass[parent] &&
          name_of(child) == name)
        return true;
    return false;
  }

  std::string name_of(std::uint32_t node) const {
    std::string name(tree_.attribute(page_, node, Attribute::class_));
    std::erase_if(name, [](char c) { return c >= '0' && c <= '9'; });
    return name;
  }

  // The most that is held by an element at or below the node whose kind or name says that it is an article.
  double named_mass(std::uint32_t node, const std::vector<double>& mass, double least) const {
    double most = 0;
    for (std::uint32_t here = node; here < tree_.end_of(node);) {
      if (mass[here] < std::max(least, most)) {
        here = tree_.end_of(here);
        continue;
      }
      if (is_named_article(page_, tree_, here)) most = std::max(most, mass[here]);
      ++here;
    }
    return most;
  }

  // If none of an element's parts holds most of its text: the one named as the article, if the others are not. 0: none.
  std::uint32_t named_child(std::uint32_t parent, const std::vector<double>& mass) const {
    const double least = 0.15 * mass[parent];
    std::uint32_t best = 0;
    double first = 0;
    double second = 0;
    for (std::uint32_t child = tree_.first_child(parent); child; child = tree_.nodes[child].next_sibling) {
      double named = mass[child] < least ? 0 : named_mass(child, mass, least);
      if (named > first) {
        std::swap(named, first);
        best = child;
      }
      second = std::max(second, named);
    }
    return first > 3 * second && may_hold_article(tree_.nodes[best].tag) ? best : 0;
  }

  bool holds_headline(std::uint32_t node) const {
    return std::any_of(tree_.nodes.begin() + node, tree_.nodes.begin() + tree_.end_of(node),
                       [](const HtmlNode& one) { return one.tag == HtmlTag::h1; });
  }

  std::size_t paragraphs_below(std::uint32_t node) const {
    std::size_t count = 0;
    for (auto block = first_block(blocks_, node); block != blocks_.end() && block->first_text < tree_.end_of(node);
         ++block)
      count += worth(*block) > 0;
    return count;
  }

  // If none of an element's parts holds most of its text: the one with the headline, if it also holds much of the text
  // and the others neither have the same name nor headlines of their own. 0: none.
  std::uint32_t child_with_headline(std::uint32_t parent, const std::vector<double>& mass) const {
    std::uint32_t found = 0;
    for (std::uint32_t child = tree_.first_child(parent); child; child = tree_.nodes[child].next_sibling) {
      if (mass[child] < 0.15 * mass[parent] || !may_hold_article(tree_.nodes[child].tag)) continue;
      const bool headline = holds_headline(child);
      if (found && headline) return found;  // another article
      if (!found && headline) found = child;
    }
    const bool much = found && mass[found] >= 0.4 * mass[parent] && paragraphs_below(found) >= 2;
    return much && !is_one_of_many(found, mass) ? found : 0;
  }

  // The headline if it is in this element; otherwise 0.
  std::uint32_t headline_below(std::uint32_t node) const {
    return node < headline_ && headline_ < tree_.end_of(node) ? headline_ : 0;
  }

  // Beside the child that holds most of the text: one that holds the headline, is named as an article and has a text of
  // its own. The larger part is then what readers say about it. 0: none.
  std::uint32_t article_with_headline(std::uint32_t parent, std::uint32_t most) const {
    if (!headline_below(parent) || headline_below(most)) return 0;
    std::uint32_t child = tree_.first_child(parent);
    while (child && !headline_below(child)) child = tree_.nodes[child].next_sibling;
    if (!child || paragraphs_below(child) < 2) return 0;
    for (std::uint32_t above = headline_; above >= child; above = tree_.nodes[above].parent)
      if (is_named_article(page_, tree_, above)) return child;
    return 0;
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const Blocks& blocks_;
  std::uint32_t headline_;
};

// The way up, for articles whose text is split over several elements: looks around the element found for paragraphs of
// the same kind as its own (elements of one kind and class).
class Ascent {
 public:
  Ascent(std::string_view page, const HtmlTree& tree, const Blocks& blocks, std::uint32_t headline)
      : page_(page), tree_(tree), blocks_(blocks), headline_(headline) {}

  std::uint32_t from(std::uint32_t found) {
    begin_ = first_block(blocks_, found);
    end_ = first_block(blocks_, tree_.end_of(found));
    learn_kinds();
    constexpr int most_steps = 12;
    Beside beside;
    std::uint32_t here = found;
    for (int step = 0; step < most_steps && here > 0 && !holds_headline(here); ++step) {
      here = tree_.nodes[here].parent;
      if (tree_.nodes[here].tag == HtmlTag::body || tree_.nodes[here].tag == HtmlTag::html || here == 0) break;
      add_around(here, beside);
      if (!is_article_text(beside)) continue;
      found = here;
      beside = {};
    }
    return found;
  }

 private:
  using Kind = std::pair<HtmlTag, std::string_view>;

  // What is beside the element found.
  struct Beside {
    std::size_t all = 0;     // characters
    std::size_t alike = 0;   // characters of paragraphs like the article's
    bool above = false;      // one of them above the element found
    bool named = false;      // one of them of a class
    bool far_above = false;  // text above the headline
  };

  bool holds_headline(std::uint32_t node) const { return node < headline_ && headline_ < tree_.end_of(node); }

  Kind kind_of(const PageBlock& block) const {
    return {tree_.nodes[block.node].tag, tree_.attribute(page_, block.node, Attribute::class_)};
  }

  bool is_sentence(const PageBlock& block) const {
    return block.characters >= 40 && block.link_density() <= 0.3 && ends_as_sentence(page_, tree_, block);
  }

  void learn_kinds() {
    std::size_t all = 0;
    for (auto block = begin_; block != end_; ++block)
      if (is_sentence(*block)) {
        kinds_[kind_of(*block)] += block->characters;
        all += block->characters;
      }
    std::erase_if(kinds_, [all](const auto& kind) { return 4 * kind.second < all; });
  }

  // Widens the range of blocks to those of `node`.
  void add_around(std::uint32_t node, Beside& beside) {
    const auto begin = first_block(blocks_, node);
    const auto end = first_block(blocks_, tree_.end_of(node));
    for (auto block = begin; block != begin_; ++block) add(*block, true, beside);
    for (auto block = end_; block != end; ++block) add(*block, false, beside);
    begin_ = begin;
    end_ = end;
  }

  void add(const PageBlock& block, bool above, Beside& beside) const {
    if (tree_.nodes[block.node].tag == HtmlTag::h1) return;
    if (block.first_text < headline_) {
      beside.far_above |= block.characters >= 40;
      return;
    }
    beside.all += block.characters;
    const Kind kind = kind_of(block);
    if (!kinds_.contains(kind) || !is_sentence(block)) return;
    beside.alike += block.characters;
    beside.above |= above;
    beside.named |= !kind.second.empty();
  }

  // What is between the headline and the text is the article's own; elsewhere paragraphs without a class may be
  // anybody's.
  bool is_article_text(const Beside& beside) const {
    if (beside.far_above || 2 * beside.alike < beside.all) return false;
    return (headline_ && beside.above) || beside.named;
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const Blocks& blocks_;
  std::uint32_t headline_;
  Blocks::const_iterator begin_, end_;  // the blocks of the element found, then of those around it
  std::map<Kind, std::size_t> kinds_;   // characters of sentences by kind
};

}  // namespace

std::uint32_t find_article_element(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                   std::uint32_t headline) {
  const std::uint32_t found = Descent(page, tree, blocks, headline).run();
  const bool later = headline >= tree.end_of(found);  // then it is not the article's
  return Ascent(page, tree, blocks, later ? 0 : headline).from(found);
}

}  // namespace hearsay
