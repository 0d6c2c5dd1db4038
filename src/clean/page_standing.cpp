// Kinds are those of HTML; names are read by the words of data/page_words.txt. It knows no site by name.
#include "clean/page_standing.h"

#include "clean/page_words.h"
#include "clean/white_space.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

bool is_unseen(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::head:
    case HtmlTag::script:
    case HtmlTag::style:
    case HtmlTag::noembed:
    case HtmlTag::noframes:
    case HtmlTag::noscript:
    case HtmlTag::template_:
    case HtmlTag::svg:
    case HtmlTag::iframe:
    case HtmlTag::select:
    case HtmlTag::option:
    case HtmlTag::textarea:
    case HtmlTag::object:
    case HtmlTag::audio:
    case HtmlTag::video:
    case HtmlTag::title:
      return true;
    default:
      return false;
  }
}

bool is_side(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::nav:
    case HtmlTag::footer:
    case HtmlTag::aside:
    case HtmlTag::form:
    case HtmlTag::button:
    case HtmlTag::menu:
    case HtmlTag::dialog:
    case HtmlTag::figure:
    case HtmlTag::figcaption:
    case HtmlTag::caption:
    case HtmlTag::header:
    case HtmlTag::label:
      return true;
    default:
      return false;
  }
}

// Attributes by which authors name their elements.
bool is_naming(Attribute name) {
  switch (name) {
    case Attribute::class_:
    case Attribute::id:
    case Attribute::role:
    case Attribute::data_component:
    case Attribute::data_testid:
    case Attribute::itemprop:
      return true;
    default:
      return false;
  }
}

bool hides(std::string_view style) {
  std::string letters(style);
  std::erase_if(letters, is_white_space);
  return letters.find("display:none") != std::string::npos || letters.find("visibility:hidden") != std::string::npos;
}

bool is_hidden(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  std::string_view style;
  for (const HtmlTree::AttributeValue& attribute : tree.attributes_of(node)) {
    if (attribute.name == Attribute::hidden) return true;
    if (attribute.name == Attribute::style && style.data() == nullptr) style = words_at(page, attribute.raw);
  }
  return !style.empty() && hides(style);
}

// What an element's names say together; of several attributes of one name the first counts.
NameHints hints_of(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  NameHints all;
  std::uint32_t seen = 0;
  for (const HtmlTree::AttributeValue& attribute : tree.attributes_of(node)) {
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(attribute.name);
    if (!is_naming(attribute.name) || (seen & bit)) continue;
    seen |= bit;
    const NameHints hints = hints_of_names(words_at(page, attribute.raw));
    all.not_article |= hints.not_article;
    all.readers |= hints.readers;
    all.caption |= hints.caption;
    all.article |= hints.article;
  }
  return all;
}

struct Judgement {
  bool left_out = false;
  bool readers = false;  // holds what readers write
};

Judgement judge(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  const HtmlNode& here = tree.nodes[node];
  if (here.tag == HtmlTag::text || here.tag == HtmlTag::body || here.tag == HtmlTag::html) return {};
  if (is_side(here.tag)) return {true, false};
  if (here.attribute_count == 0) return {};
  const NameHints hints = hints_of(page, tree, node);
  const std::string_view role = tree.attribute(page, node, Attribute::role);
  const bool aside = role == "complementary" || role == "contentinfo" || role == "alert";
  return {aside || ((hints.not_article || hints.caption || hints.readers) && !hints.article), hints.readers};
}

// Characters outside links below each node.
std::vector<std::size_t> plain_characters(const HtmlTree& tree, const std::vector<PageBlock>& blocks) {
  std::vector<std::size_t> sums(tree.nodes.size());
  for (const PageBlock& block : blocks)
    sums[block.node] += block.characters - std::min(block.characters, block.link_characters);
  for (std::uint32_t node = static_cast<std::uint32_t>(sums.size()); node-- > 1;)
    sums[tree.nodes[node].parent] += sums[node];
  return sums;
}

}  // namespace

void mark(const HtmlTree& tree, std::uint32_t node, NodeStanding with, std::vector<NodeStanding>& standing) {
  std::fill(standing.begin() + node, standing.begin() + tree.end_of(node), with);
}

std::vector<NodeStanding> find_unseen(std::string_view page, const HtmlTree& tree) {
  std::vector<NodeStanding> standing(tree.nodes.size(), NodeStanding::kept);
  for (std::uint32_t node = 1; node < tree.nodes.size();) {
    const HtmlTag tag = tree.nodes[node].tag;
    if (is_unseen(tag) || (tag != HtmlTag::body && tag != HtmlTag::html && is_hidden(page, tree, node))) {
      mark(tree, node, NodeStanding::unseen, standing);
      node = tree.end_of(node);
    } else {
      ++node;
    }
  }
  return standing;
}

void mark_left_out(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                   std::vector<NodeStanding>& standing) {
  const std::vector<std::size_t> plain = plain_characters(tree, blocks);
  const double whole = static_cast<double>(std::max<std::size_t>(plain[0], 1));
  // Text beyond this is too much to be left out on the strength of a name.
  const auto most = [whole](bool readers) { return readers ? whole - 600 : 0.5 * whole; };
  for (std::uint32_t node = 1; node < tree.nodes.size();) {
    if (standing[node] != NodeStanding::kept) {
      node = tree.end_of(node);
      continue;
    }
    const Judgement judgement = judge(page, tree, node);
    if (judgement.left_out && static_cast<double>(plain[node]) < most(judgement.readers)) {
      mark(tree, node, NodeStanding::left_out, standing);
      node = tree.end_of(node);
    } else {
      ++node;
    }
  }
}

}  // namespace hearsay
