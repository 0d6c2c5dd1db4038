// Sums over the blocks below each element, then one walk from the top. A paragraph with many links is not a list: a
// list has blocks that are nothing but links.
#include "clean/pages/link_lists.h"

#include "clean/markup/html_names.h"
#include "clean/pages/left_out.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::uint32_t fewest_links = 3;
// How much text a card may have beside its headline.
constexpr std::uint32_t most_of_card = 250;

struct Sums {
  std::uint32_t plain = 0;  // characters outside links
  std::uint32_t linked = 0;
  std::uint32_t links = 0;      // blocks that are nothing but a link
  std::uint32_t headlines = 0;  // of these, those long enough to be a headline
};

class Lists {
 public:
  Lists(std::string_view page, const HtmlTree& tree, std::vector<NodeUse>& uses)
      : page_(page), tree_(tree), uses_(uses), sums_(tree.nodes.size()) {}

  void mark_all(const std::vector<PageBlock>& blocks) {
    if (!add(blocks)) return;
    for (std::uint32_t node = 1; node < sums_.size();) {
      if (sums_[node].links < fewest_links) {
        node = tree_.end_of(node);
      } else if (is_list(node)) {
        mark(tree_, node, NodeUse::links, uses_);
        node = tree_.end_of(node);
      } else {
        mark_cards(node);
        ++node;
      }
    }
  }

 private:
  // False if the page has too few links for any list.
  bool add(const std::vector<PageBlock>& blocks) {
    for (const PageBlock& block : blocks) {
      Sums& sums = sums_[block.node];
      const bool link = 10 * block.link_characters >= 9 * block.characters;
      sums.linked += static_cast<std::uint32_t>(block.link_characters);
      sums.plain += static_cast<std::uint32_t>(block.characters - std::min(block.characters, block.link_characters));
      sums.links += link;
      sums.headlines += link && block.words >= 3 && block.characters >= 15;
    }
    for (std::uint32_t node = static_cast<std::uint32_t>(sums_.size()); node-- > 1;) {
      if (tree_.nodes[node].tag == HtmlTag::h1) headline_ = node;
      Sums& above = sums_[tree_.nodes[node].parent];
      above.plain += sums_[node].plain;
      above.linked += sums_[node].linked;
      above.links += sums_[node].links;
      above.headlines += sums_[node].headlines;
    }
    return sums_[0].links >= fewest_links;
  }

  bool may_be_list(std::uint32_t node) const {
    return uses_[node] == NodeUse::kept && is_block(tree_.nodes[node].tag) && 2 * sums_[node].plain < sums_[0].plain &&
           !(node <= headline_ && headline_ < tree_.end_of(node));
  }

  bool is_list(std::uint32_t node) const {
    return may_be_list(node) && sums_[node].links >= fewest_links && sums_[node].linked > sums_[node].plain;
  }

  bool is_card(std::uint32_t node) const {
    const Sums& sums = sums_[node];
    return sums.headlines > 0 && sums.plain <= most_of_card * sums.headlines && may_be_list(node);
  }

  // The cards among an element's children: three or more of one kind and name.
  void mark_cards(std::uint32_t parent) {
    if (sums_[parent].headlines < fewest_links) return;
    cards_.clear();
    for (std::uint32_t child = tree_.first_child(parent); child; child = tree_.nodes[child].next_sibling)
      if (is_card(child)) cards_.push_back(child);
    constexpr std::size_t most_compared = 100;  // if there are more, all are taken to be alike
    for (const std::uint32_t card : cards_) {
      const auto like = std::count_if(cards_.begin(), cards_.end(), [&](std::uint32_t one) {
        return cards_.size() > most_compared || alike(one, card);
      });
      if (like >= static_cast<std::ptrdiff_t>(fewest_links)) mark(tree_, card, NodeUse::links, uses_);
    }
  }

  bool alike(std::uint32_t one, std::uint32_t other) const {
    return tree_.nodes[one].tag == tree_.nodes[other].tag &&
           tree_.attribute(page_, one, Attribute::class_) == tree_.attribute(page_, other, Attribute::class_);
  }

  std::string_view page_;
  const HtmlTree& tree_;
  std::vector<NodeUse>& uses_;
  std::vector<Sums> sums_;
  std::vector<std::uint32_t> cards_;
  std::uint32_t headline_ = 0;  // the first h1; 0: none
};

}  // namespace

void mark_link_lists(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                     std::vector<NodeUse>& uses) {
  Lists(page, tree, uses).mark_all(blocks);
}

}  // namespace hearsay
