// Four steps. What is not seen, what its name or kind says is no article (page_standing) and what is a list of links
// (link_lists) is marked. The rest is cut into blocks (page_blocks). From the body down, the search follows the child
// that holds most of the running text, as long as it holds 70 % of it and is no paragraph or list; where none does, the
// one that is named as the article, if one alone is: there the article is. Of its blocks those go that are mostly links
// and no sentences; the others are written (block_text), after the lead that stands above them. In the tradition of
// Readability and of Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010), without
// weights to train: what is tuned are the few numbers below.
#include "clean/main_text.h"

#include "clean/block_text.h"
#include "clean/html_names.h"
#include "clean/link_lists.h"
#include "clean/page_blocks.h"
#include "clean/page_standing.h"

#include <xxhash.h>

#include <algorithm>
#include <unordered_set>

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
      return true;  // no block to browsers
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

  PageTexts find(const std::vector<std::uint32_t>& parts, bool why) {
    PageTexts texts;
    const std::vector<NodeStanding> seen = why ? standing_ : std::vector<NodeStanding>();
    headline_ = mark_left_out(page_, tree_, cutter_.cut(standing_), standing_);
    blocks_ = cutter_.cut(standing_);
    mark_link_lists(page_, tree_, blocks_, standing_);
    drop_left_out();
    if (!parts.empty()) {
      for (const std::uint32_t part : parts) texts.parts.push_back(content_of(part));
      for (const std::uint32_t part : parts) mark(tree_, part, NodeStanding::own_text, standing_);
      drop_left_out();
    }
    const std::uint32_t container = find_container();
    leads_ = find_leads(container);
    for (const PageBlock& lead : leads_) append_block(page_, tree_, standing_, lead, texts.main);
    add_content_below(container, texts.main);
    if (why) texts.left_out = find_left_out(container, seen);
    return texts;
  }

 private:
  // Whole block elements were marked, so no block is left in part.
  void drop_left_out() {
    std::erase_if(blocks_,
                  [this](const PageBlock& block) { return standing_[block.first_text] != NodeStanding::kept; });
  }

  AlignedText content_of(std::uint32_t container) const {
    AlignedText text;
    add_content_below(container, text);
    return text;
  }

  // The first block whose text begins in or after a node.
  std::vector<PageBlock>::const_iterator first_block(std::uint32_t from) const {
    return std::lower_bound(blocks_.begin(), blocks_.end(), from,
                            [](const PageBlock& one, std::uint32_t node) { return one.first_text < node; });
  }

  void add_content_below(std::uint32_t container, AlignedText& text) const {
    const std::size_t before = text.text().size();
    if (write_content(container, false, text)) {
      text.shorten(before);
      write_content(container, true, text);
    }
  }

  // Some pages hold their text twice, for wide and for narrow screens. Writes the content, of lines that come again the
  // first alone when that is asked for; true when so much comes again that it should be.
  bool write_content(std::uint32_t container, bool once, AlignedText& text) const {
    constexpr std::size_t shortest = 60;  // a line that comes again by chance
    std::unordered_set<std::uint64_t> written;
    std::unordered_set<std::uint64_t> repeated;
    std::size_t again = 0;
    const std::size_t end = tree_.end_of(container);
    for (auto block = first_block(container); block != blocks_.end() && block->first_text < end; ++block) {
      if (block->node < container || !is_content(*block)) continue;
      const std::size_t before = text.text().size();
      append_block(page_, tree_, standing_, *block, text);
      const std::size_t size = text.text().size() - before;
      if (size < shortest) continue;
      const std::string_view words = std::string_view(text.text()).substr(before + (before > 0));
      const std::uint64_t hash = XXH3_64bits(words.data(), words.size());
      if (written.insert(hash).second) continue;
      repeated.insert(hash);
      again += size;
      if (once) text.shorten(before);
    }
    constexpr std::size_t fewest_repeated = 3;
    return !once && repeated.size() >= fewest_repeated && 10 * again > 3 * text.text().size();
  }

  // A lead stands between the headline and the text: sentences outside the element that holds the text.
  std::vector<PageBlock> find_leads(std::uint32_t container) const {
    std::vector<PageBlock> leads;
    if (headline_ == 0 || headline_ >= container) return leads;
    constexpr std::size_t most_leads = 3;
    for (auto block = first_block(tree_.end_of(headline_)); block < first_block(container) && leads.size() < most_leads;
         ++block)
      if (block->characters >= 40 && link_density(*block) <= 0.3 && ends_as_sentence(page_, tree_, *block))
        leads.push_back(*block);
    return leads;
  }

  // Goes over all that the page shows: `seen` is the standing before anything was left out.
  std::vector<PassedOver> find_left_out(std::uint32_t container, const std::vector<NodeStanding>& seen) const {
    std::vector<PassedOver> left_out;
    for (const PageBlock& block : cutter_.cut(seen)) {
      const char* why = why_left_out(block, container);
      AlignedText text;
      if (why) append_block(page_, tree_, seen, block, text);
      if (!text.text().empty()) left_out.push_back({std::move(text).text(), why});
    }
    return left_out;
  }

  // Null when it is not.
  const char* why_left_out(const PageBlock& block, std::uint32_t container) const {
    switch (standing_[block.first_text]) {
      case NodeStanding::kind:
        return "a menu, a form, a footer or the like, by its element";
      case NodeStanding::name:
        return "something else, by its element's name";
      case NodeStanding::readers_text:
        return "what readers write";
      case NodeStanding::caption:
        return "a caption, by its element's name";
      case NodeStanding::links:
        return "in a list of links";
      case NodeStanding::unseen:
      case NodeStanding::own_text:
        return nullptr;
      case NodeStanding::kept:
        break;
    }
    if (tree_.nodes[block.node].tag == HtmlTag::h1) return "the headline";
    if (block.node < container || block.node >= tree_.end_of(container)) {
      const auto is_it = [&](const PageBlock& lead) { return lead.first_text == block.first_text; };
      const bool lead = std::any_of(leads_.begin(), leads_.end(), is_it);
      return lead ? nullptr : "outside the part of the page that holds the article";
    }
    return is_content(block) ? nullptr : "a link or a time without a sentence";
  }

  // Is the element one of several parts of a text that stand side by side under one name, numbers in it aside?
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

  // The most that an element in or below the node holds whose kind or name says that it is an article.
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

  // Of the parts of an element none of which holds most of its text: the one that is named as the article, when the
  // others are not. 0: none.
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
    for (auto block = first_block(node); block != blocks_.end() && block->first_text < tree_.end_of(node); ++block)
      count += worth(*block) > 0;
    return count;
  }

  // Of the parts of an element none of which holds most of its text: the one with the headline, when it holds much of
  // the text as well and the others are not called the same, or have headlines of their own. 0: none.
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

  // The headline, where it is in an element; 0 where it is not.
  std::uint32_t headline_below(std::uint32_t node) const {
    return node < headline_ && headline_ < tree_.end_of(node) ? headline_ : 0;
  }

  // Beside the child that holds most of the text: one that holds the headline, is named as an article and has a text of
  // its own. Then what holds more is what readers say of it. 0: none.
  std::uint32_t article_with_headline(std::uint32_t parent, std::uint32_t most) const {
    if (!headline_below(parent) || headline_below(most)) return 0;
    std::uint32_t child = tree_.first_child(parent);
    while (child && !headline_below(child)) child = tree_.nodes[child].next_sibling;
    if (!child || paragraphs_below(child) < 2) return 0;
    for (std::uint32_t above = headline_; above >= child; above = tree_.nodes[above].parent)
      if (is_named_article(page_, tree_, above)) return child;
    return 0;
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

  bool is_content(const PageBlock& block) const {
    const HtmlTag tag = tree_.nodes[block.node].tag;
    if (tag == HtmlTag::h1) return false;
    if (block.words <= 3 && tree_.nodes[tree_.nodes[block.first_text].parent].tag == HtmlTag::time)
      return false;  // "10:05"
    if (link_density(block) < 0.7) return true;
    // A paragraph may be one long link, a list or a headline of another article is one more often.
    const bool paragraph = tag == HtmlTag::p || tag == HtmlTag::blockquote || tag == HtmlTag::div;
    return paragraph && block.words >= 8 && ends_as_sentence(page_, tree_, block);
  }

  std::string_view page_;
  const HtmlTree& tree_;
  std::vector<NodeStanding> standing_;
  BlockCutter cutter_;
  std::vector<PageBlock> blocks_;
  std::uint32_t headline_ = 0;    // 0: none
  std::vector<PageBlock> leads_;  // the text's, from outside the container
};

}  // namespace

AlignedText find_main_text(std::string_view page, const HtmlTree& tree) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find({}, false).main;
}

PageTexts find_texts(std::string_view page, const HtmlTree& tree, const std::vector<std::uint32_t>& parts, bool why) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find(parts, why);
}

AlignedText find_whole_text(std::string_view page, const HtmlTree& tree) {
  if (tree.nodes.size() < 2) return {};
  return Finder(page, tree).find_all();
}

}  // namespace hearsay
