// Kinds are those of HTML; names are read by the words of data/page_words.txt. No site is known by name.
#include "clean/pages/left_out.h"

#include "clean/markup/white_space.h"
#include "clean/pages/page_words.h"

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

// Nobody uses these as the frame of an article, as sometimes happens with forms, headers and asides.
bool is_surely_a_side(HtmlTag tag) {
  return tag == HtmlTag::nav || tag == HtmlTag::footer || tag == HtmlTag::dialog || tag == HtmlTag::menu;
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
  // The last two leave it to screen readers alone.
  for (const char* hiding : {"display:none", "visibility:hidden", "clip:rect(0", "clip-path:inset(50%"})
    if (letters.find(hiding) != std::string::npos) return true;
  return false;
}

bool is_hidden(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  std::string_view style;
  for (const HtmlTree::AttributeValue& attribute : tree.attributes_of(node)) {
    if (attribute.name == Attribute::hidden) return true;
    if (attribute.name == Attribute::style && style.data() == nullptr) style = words_at(page, attribute.raw);
  }
  return !style.empty() && hides(style);
}

// What an element's names say together; of repeated attributes the first counts.
NameHints hints_of(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  NameHints all;
  std::uint32_t seen = 0;
  for (const HtmlTree::AttributeValue& attribute : tree.attributes_of(node)) {
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(attribute.name);
    if (!is_naming(attribute.name) || (seen & bit)) continue;
    seen |= bit;
    if (attribute.name == Attribute::id && is_made_of_heading(words_at(page, attribute.raw))) continue;
    const NameHints hints = hints_of_names(words_at(page, attribute.raw));
    all.never_article |= hints.never_article;
    all.not_article |= hints.not_article;
    all.teaser |= hints.teaser;
    all.others |= hints.others;
    all.readers |= hints.readers;
    all.caption |= hints.caption;
    all.article |= hints.article;
  }
  return all;
}

bool stands_in_article(const HtmlTree& tree, std::uint32_t node) {
  for (std::uint32_t above = tree.nodes[node].parent; above; above = tree.nodes[above].parent)
    if (tree.nodes[above].tag == HtmlTag::article) return true;
  return false;
}

// An element whose kind or names suggest that it is not the article.
struct Suspect {
  std::uint32_t node = 0;
  NodeUse use = NodeUse::kept;
  bool sure = false;    // however much it holds
  bool teaser = false;  // or a lead
};

Suspect judge(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  const HtmlNode& here = tree.nodes[node];
  if (here.tag == HtmlTag::text || here.tag == HtmlTag::body || here.tag == HtmlTag::html) return {};
  if (is_side(here.tag)) return {node, NodeUse::kind, is_surely_a_side(here.tag)};
  if (here.attribute_count == 0) return {};
  const NameHints hints = hints_of(page, tree, node);
  const std::string_view role = tree.attribute(page, node, Attribute::role);
  if (role == "contentinfo" || role == "alertdialog" || role == "dialog") return {node, NodeUse::kind, true};
  if (role == "complementary" || role == "alert") return {node, NodeUse::kind, false};
  if (hints.article) return {};
  if (hints.never_article) return {node, NodeUse::name, true};
  if (hints.readers) return {node, NodeUse::readers_text, false};
  if (hints.caption) return {node, NodeUse::caption, false};
  if (hints.not_article) return {node, NodeUse::name, false, hints.teaser && !hints.others};
  return {};
}

// An element that was surely not the article, with the characters outside links in it and in those before it.
struct Gone {
  std::uint32_t node = 0;
  std::size_t plain_so_far = 0;
};

// Marks the elements of one page.
class Marking {
 public:
  Marking(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks, std::vector<NodeUse>& uses)
      : page_(page), tree_(tree), blocks_(blocks), uses_(uses) {}

  std::uint32_t run() {
    headline_ = find_headline();
    opening_ = find_opening();
    plain_ = plain_characters();
    find_suspects();
    mark_sure();
    mark_others();
    return headline_;
  }

 private:
  // The first visible h1 that is not in an overlay, unless all are. 0: none.
  std::uint32_t find_headline() const {
    std::uint32_t first = 0;
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      if (tree_.nodes[node].tag != HtmlTag::h1 || uses_[node] == NodeUse::unseen) continue;
      if (!is_laid_over(node)) return node;
      if (first) break;
      first = node;
    }
    return first;
  }

  bool is_laid_over(std::uint32_t node) const {
    for (std::uint32_t above = tree_.nodes[node].parent; above; above = tree_.nodes[above].parent)
      if (tree_.nodes[above].attribute_count > 0 && judge(page_, tree_, above).sure) return true;
    return false;
  }

  // Leaves out those inside others that are too small ever to be kept.
  void find_suspects() {
    for (std::uint32_t node = 1; node < tree_.nodes.size();) {
      const bool kept = uses_[node] == NodeUse::kept;
      const Suspect suspect = kept ? judge(page_, tree_, node) : Suspect();
      if (suspect.node) suspects_.push_back(suspect);
      const bool goes = suspect.node && (suspect.sure || 20 * plain_[node] < plain_[0]) && !holds_headline(node);
      node = goes || !kept ? tree_.end_of(node) : node + 1;
    }
  }

  bool holds_headline(std::uint32_t node) const { return node < headline_ && headline_ < tree_.end_of(node); }

  // Does the text that follows the headline begin in it?
  bool holds_opening(std::uint32_t node) const { return node <= opening_ && opening_ < tree_.end_of(node); }

  std::uint32_t find_opening() const {
    if (headline_)
      for (const PageBlock& block : blocks_)
        if (block.first_text > headline_ && block.characters >= block.link_characters + 60 &&
            tree_.nodes[block.node].tag != HtmlTag::h1)
          return block.first_text;
    return 0;
  }

  bool is_sure(const Suspect& suspect) const {
    return suspect.sure && !holds_headline(suspect.node) && !holds_opening(suspect.node);
  }

  // Sure ones are dropped, unless no text would be left that could be an article's.
  void mark_sure() {
    constexpr std::size_t least_text = 80;
    std::vector<NodeUse> marked;
    for (const Suspect& suspect : suspects_) {
      if (!is_sure(suspect)) continue;
      if (marked.empty()) marked = uses_;
      if (marked[suspect.node] != NodeUse::kept) continue;
      mark(tree_, suspect.node, suspect.use, marked);
      gone_.push_back({suspect.node, plain_[suspect.node] + (gone_.empty() ? 0 : gone_.back().plain_so_far)});
    }
    std::size_t left = 0;
    for (const PageBlock& block : blocks_)
      if (!marked.empty() && marked[block.first_text] == NodeUse::kept && block.characters >= 40)
        left += block.characters - std::min(block.characters, block.link_characters);
    if (left >= least_text)
      uses_ = std::move(marked);
    else
      gone_.clear();
  }

  // Characters outside links that are left below a node.
  double left_below(std::uint32_t node) const {
    const auto before = [this](std::uint32_t end) {
      const auto at = std::lower_bound(gone_.begin(), gone_.end(), end,
                                       [](const Gone& gone, std::uint32_t limit) { return gone.node < limit; });
      return at == gone_.begin() ? std::size_t{0} : std::prev(at)->plain_so_far;
    };
    return static_cast<double>(plain_[node] + before(node) - before(tree_.end_of(node)));
  }

  // The others are dropped if they hold too little of what is left to be the article.
  void mark_others() {
    const double whole = std::max(left_below(0), 1.0);
    for (const Suspect& suspect : suspects_) {
      const std::uint32_t node = suspect.node;
      const bool header = tree_.nodes[node].tag == HtmlTag::header;
      if (uses_[node] != NodeUse::kept || (!header && holds_headline(node) && holds_opening(node))) continue;
      if (is_lead_by_place(suspect) || is_no_caption(suspect)) continue;
      const bool readers = suspect.use == NodeUse::readers_text;
      // If a headline shows where the article begins, it may be short.
      const double shortest = opening_ && !holds_opening(node) ? 80 : 600;
      const double most = readers ? whole - shortest : holds_headline(node) ? 0.3 * whole : 0.5 * whole;
      if (static_cast<double>(plain_[node]) >= most && left_below(node) >= most) continue;
      if (header && holds_headline(node))
        mark_around_lead(node);
      else
        mark(tree_, node, suspect.use, uses_);
    }
  }

  // A teaser where the text begins, and no longer than teasers are, is this article's.
  bool is_lead_by_place(const Suspect& suspect) const {
    constexpr std::size_t longest_lead = 800;
    return suspect.teaser && holds_opening(suspect.node) && plain_[suspect.node] <= longest_lead;
  }

  // Three paragraphs of sentences with which the text begins are not a caption.
  bool is_no_caption(const Suspect& suspect) const {
    if (suspect.use != NodeUse::caption || !holds_opening(suspect.node)) return false;
    std::size_t paragraphs = 0;
    const auto from = std::lower_bound(blocks_.begin(), blocks_.end(), suspect.node,
                                       [](const PageBlock& one, std::uint32_t node) { return one.first_text < node; });
    for (auto block = from; block != blocks_.end() && block->first_text < tree_.end_of(suspect.node); ++block)
      paragraphs += tree_.nodes[block->node].tag == HtmlTag::p && is_lead(*block);
    return paragraphs >= 3;
  }

  // The article's own header may hold its lead: everything in such a header is dropped but sentences.
  void mark_around_lead(std::uint32_t header) {
    const auto mark_texts = [this](std::uint32_t begin, std::uint32_t end, NodeUse from, NodeUse with) {
      for (std::uint32_t node = begin; node < end; ++node)
        if (tree_.nodes[node].tag == HtmlTag::text && uses_[node] == from) uses_[node] = with;
    };
    mark_texts(header + 1, tree_.end_of(header), NodeUse::kept, NodeUse::kind);
    for (const PageBlock& block : blocks_)
      if (headline_ < block.node && block.node < tree_.end_of(header) && is_lead(block))
        mark_texts(block.first_text, block.end_text, NodeUse::kind, NodeUse::kept);
  }

  bool is_lead(const PageBlock& block) const {
    return block.characters >= 40 && 3 * block.link_characters <= block.characters &&
           (ends_as_sentence(page_, tree_, block) || holds_sentence(page_, tree_, block));
  }

  // Characters outside links below each node, in what is kept.
  std::vector<std::size_t> plain_characters() const {
    std::vector<std::size_t> sums(tree_.nodes.size());
    for (const PageBlock& block : blocks_)
      if (uses_[block.first_text] == NodeUse::kept)
        sums[block.node] += block.characters - std::min(block.characters, block.link_characters);
    for (std::uint32_t node = static_cast<std::uint32_t>(sums.size()); node-- > 1;)
      sums[tree_.nodes[node].parent] += sums[node];
    return sums;
  }

  std::string_view page_;
  const HtmlTree& tree_;
  const std::vector<PageBlock>& blocks_;
  std::vector<NodeUse>& uses_;
  std::vector<Suspect> suspects_;   // in page order
  std::vector<std::size_t> plain_;  // characters outside links below each node
  std::vector<Gone> gone_;          // in page order; none is inside another
  std::uint32_t headline_ = 0;      // the first h1; 0: none
  std::uint32_t opening_ = 0;       // the first text of some length after it; 0: none
};

}  // namespace

void mark(const HtmlTree& tree, std::uint32_t node, NodeUse with, std::vector<NodeUse>& uses) {
  std::fill(uses.begin() + node, uses.begin() + tree.end_of(node), with);
}

std::vector<NodeUse> find_unseen(std::string_view page, const HtmlTree& tree) {
  std::vector<NodeUse> uses(tree.nodes.size(), NodeUse::kept);
  for (std::uint32_t node = 1; node < tree.nodes.size();) {
    const HtmlTag tag = tree.nodes[node].tag;
    if (is_unseen(tag) || (tag != HtmlTag::body && tag != HtmlTag::html && is_hidden(page, tree, node))) {
      mark(tree, node, NodeUse::unseen, uses);
      node = tree.end_of(node);
    } else {
      ++node;
    }
  }
  return uses;
}

std::uint32_t mark_left_out(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                            std::vector<NodeUse>& uses) {
  return Marking(page, tree, blocks, uses).run();
}

bool is_named_article(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  if (tree.nodes[node].tag == HtmlTag::article) return true;
  return tree.nodes[node].attribute_count > 0 && hints_of(page, tree, node).article;
}

bool is_of_others(std::string_view page, const HtmlTree& tree, std::uint32_t node) {
  const HtmlNode& here = tree.nodes[node];
  // A name on most of the page is about its layout ("with-sidebar").
  if (5 * std::size_t{tree.end_of(node) - node} > 2 * tree.nodes.size() && tree.nodes.size() > 50) return false;
  if (here.tag == HtmlTag::body || here.tag == HtmlTag::html) return false;
  if (here.tag == HtmlTag::aside || here.tag == HtmlTag::dialog) return true;
  if (here.tag == HtmlTag::footer && !stands_in_article(tree, node)) return true;
  if (here.attribute_count == 0) return false;
  const NameHints hints = hints_of(page, tree, node);
  return (hints.others || hints.readers || hints.never_article) && !hints.article;
}

}  // namespace hearsay
