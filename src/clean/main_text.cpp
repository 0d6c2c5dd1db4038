// Four steps. What is not seen (scripts, hidden elements) is marked, and what its name or kind says is no article
// (menus, "related", captions, comments), unless it holds too much of the page's running text for a name to be
// believed. The rest is cut into blocks. From the body down, the search follows the child that holds most of the
// running text, as long as it holds 70 % of it and is no paragraph or list: there the article is. Of its blocks those
// go that are mostly links. In the tradition of Readability and of Kohlschütter et al., "Boilerplate Detection using
// Shallow Text Features" (WSDM 2010), without weights to train: what is tuned are the few numbers below. It knows no
// site by name.
#include "clean/main_text.h"

#include "clean/entities.h"
#include "clean/html_names.h"
#include "clean/page_blocks.h"
#include "clean/page_words.h"

#include <algorithm>

namespace hearsay {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool is_unseen(Tag tag) {
  switch (tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::svg:
    case Tag::iframe:
    case Tag::select:
    case Tag::option:
    case Tag::textarea:
    case Tag::object:
    case Tag::audio:
    case Tag::video:
    case Tag::title:
      return true;
    default:
      return false;
  }
}

bool may_hold_article(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::ol:
    case Tag::ul:
    case Tag::li:
    case Tag::blockquote:
    case Tag::pre:
    case Tag::dl:
    case Tag::tr:
    case Tag::tbody:
      return false;
    default:
      return is_block(tag);
  }
}

bool is_side(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::footer:
    case Tag::aside:
    case Tag::form:
    case Tag::button:
    case Tag::menu:
    case Tag::dialog:
    case Tag::figure:
    case Tag::figcaption:
    case Tag::caption:
    case Tag::header:
    case Tag::label:
      return true;
    default:
      return false;
  }
}

class Finder {
 public:
  Finder(std::string_view page, const HtmlTree& tree)
      : page_(page), tree_(tree), standing_(tree.nodes.size(), Standing::kept), hints_(tree.nodes.size()) {}

  AlignedText find_all() {
    mark_unseen();
    blocks_ = cut_blocks(page_, tree_, standing_);
    AlignedText text;
    for (const PageBlock& block : blocks_) append(block, text);
    return text;
  }

  PageTexts find(const std::vector<std::uint32_t>& parts) {
    PageTexts texts;
    mark_unseen();
    mark_left_out();
    if (!parts.empty()) {
      blocks_ = cut_blocks(page_, tree_, standing_);
      for (const std::uint32_t part : parts) texts.parts.push_back(content_below(part));
      for (const std::uint32_t part : parts) mark(part, Standing::left_out);
    }
    blocks_ = cut_blocks(page_, tree_, standing_);
    texts.main = content_below(find_container());
    return texts;
  }

 private:
  AlignedText content_below(std::uint32_t container) const {
    AlignedText text;
    auto block = std::lower_bound(blocks_.begin(), blocks_.end(), container,
                                  [](const PageBlock& one, std::uint32_t node) { return one.first_text < node; });
    for (; block != blocks_.end() && block->first_text < tree_.end_of(container); ++block)
      if (block->node >= container && is_content(*block)) append(*block, text);
    return text;
  }

  void mark(std::uint32_t node, Standing standing) {
    std::fill(standing_.begin() + node, standing_.begin() + tree_.end_of(node), standing);
  }

  bool is_hidden(std::uint32_t node) const {
    if (tree_.has_attribute(node, Attribute::hidden)) return true;
    std::string style(tree_.attribute(page_, node, Attribute::style));
    std::erase_if(style, is_space);
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
  }

  void mark_unseen() {
    for (std::uint32_t node = 1; node < tree_.nodes.size();) {
      const HtmlNode& here = tree_.nodes[node];
      const bool hidden = here.attribute_count > 0 && here.tag != Tag::body && here.tag != Tag::html && is_hidden(node);
      if (is_unseen(here.tag) || hidden) {
        mark(node, Standing::unseen);
        node = tree_.end_of(node);
      } else {
        ++node;
      }
    }
  }

  // Characters outside links below each node, of what may be seen.
  std::vector<std::size_t> plain_characters() const {
    std::vector<std::size_t> sums(tree_.nodes.size());
    for (const PageBlock& block : cut_blocks(page_, tree_, standing_))
      sums[block.node] += block.characters - std::min(block.characters, block.link_characters);
    for (std::uint32_t node = static_cast<std::uint32_t>(sums.size()); node-- > 1;)
      sums[tree_.nodes[node].parent] += sums[node];
    return sums;
  }

  bool is_left_out(std::uint32_t node) {
    const HtmlNode& here = tree_.nodes[node];
    if (here.tag == Tag::text || here.tag == Tag::body || here.tag == Tag::html) return false;
    if (is_side(here.tag)) return true;
    if (here.attribute_count == 0) return false;
    NameHints all;
    for (const Attribute name : {Attribute::class_, Attribute::id, Attribute::role, Attribute::data_component,
                                 Attribute::data_testid, Attribute::itemprop}) {
      const NameHints hints = hints_of_names(tree_.attribute(page_, node, name));
      all.not_article |= hints.not_article;
      all.readers |= hints.readers;
      all.caption |= hints.caption;
      all.article |= hints.article;
    }
    hints_[node] = all;
    const std::string_view role = tree_.attribute(page_, node, Attribute::role);
    if (role == "complementary" || role == "contentinfo" || role == "alert") return true;
    return (all.not_article || all.caption || all.readers) && !all.article;
  }

  // Text beyond this is too much to be left out on the strength of a name.
  double most(std::uint32_t node, double whole) const { return hints_[node].readers ? whole - 600 : 0.5 * whole; }

  void mark_left_out() {
    const std::vector<std::size_t> plain = plain_characters();
    const double whole = static_cast<double>(std::max<std::size_t>(plain[0], 1));
    for (std::uint32_t node = 1; node < tree_.nodes.size();) {
      if (standing_[node] != Standing::kept) {
        node = tree_.end_of(node);
      } else if (is_left_out(node) && static_cast<double>(plain[node]) < most(node, whole)) {
        mark(node, Standing::left_out);
        node = tree_.end_of(node);
      } else {
        ++node;
      }
    }
  }

  static double link_density(const PageBlock& block) {
    return static_cast<double>(block.link_characters) / static_cast<double>(std::max<std::size_t>(block.characters, 1));
  }

  double worth(const PageBlock& block) const {
    if (link_density(block) > 0.5 || block.characters < 40) return 0;
    return static_cast<double>(block.characters - block.link_characters);
  }

  // Is the element one of several parts of a text that stand side by side under one name?
  bool is_one_of_many(std::uint32_t node, const std::vector<double>& mass) const {
    const std::string_view name = tree_.attribute(page_, node, Attribute::class_);
    if (name.empty()) return false;
    const std::uint32_t parent = tree_.nodes[node].parent;
    for (std::uint32_t child = tree_.nodes[parent].first_child; child; child = tree_.nodes[child].next_sibling)
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
      for (std::uint32_t child = tree_.nodes[here].first_child; child; child = tree_.nodes[child].next_sibling)
        if (best == 0 || mass[child] > mass[best]) best = child;
      if (best == 0 || mass[best] < 0.7 * mass[here] || !may_hold_article(tree_.nodes[best].tag)) return here;
      if (is_one_of_many(best, mass)) return here;
      here = best;
    }
  }

  bool is_content(const PageBlock& block) const {
    const Tag tag = tree_.nodes[block.node].tag;
    if (tag == Tag::h1) return false;
    if (block.words <= 3 && tree_.nodes[tree_.nodes[block.first_text].parent].tag == Tag::time)
      return false;  // "10:05"
    return link_density(block) < 0.7;
  }

  void append(const PageBlock& block, AlignedText& text) const {
    if (!text.text().empty())
      text.replace("\n", {tree_.nodes[block.first_text].raw.begin, tree_.nodes[block.first_text].raw.begin});
    const std::size_t begin = text.text().size();
    bool space = true;
    for (std::uint32_t node = block.first_text; node < block.end_text; ++node) {
      if (standing_[node] != Standing::kept) continue;
      if (tree_.nodes[node].tag == Tag::br) {
        const Span raw = tree_.nodes[node].raw;
        if (space && text.text().size() > begin) text.shorten(text.text().size() - 1);
        if (text.text().size() > begin) text.replace("\n", raw);
        space = true;
      }
      if (tree_.nodes[node].tag == Tag::text) append_words(tree_.nodes[node].raw, text, space);
    }
    while (text.text().size() > begin && (text.text().back() == ' ' || text.text().back() == '\n'))
      text.shorten(text.text().size() - 1);
    if (text.text().size() == begin && begin > 0) text.shorten(begin - 1);
  }

  void append_words(Span raw, AlignedText& text, bool& space) const {
    EntityReader reader;
    for (std::size_t at = raw.begin; at < raw.end;) {
      const char c = page_[at];
      if (is_space(c)) {
        std::size_t end = at + 1;
        while (end < raw.end && is_space(page_[end])) ++end;
        if (!space && end == at + 1 && c == ' ')
          text.copy(" ", at);
        else if (!space)
          text.replace(" ", {at, end});
        space = true;
        at = end;
      } else if (c == '&') {
        const CharacterReference reference = reader.read(page_.substr(at, raw.end - at));
        const std::size_t size = std::max<std::size_t>(reference.size_bytes, 1);
        const std::string_view words = reference.size_bytes ? reference.words : std::string_view("&");
        const bool blank = words == "\xC2\xA0";
        if (!blank || !space) text.replace(blank ? " " : words, {at, at + size});
        space = blank;
        at += size;
      } else {
        std::size_t end = at + 1;
        while (end < raw.end && page_[end] != '&' && !is_space(page_[end])) ++end;
        text.copy(page_.substr(at, end - at), at);
        space = false;
        at = end;
      }
    }
  }

  std::string_view page_;
  const HtmlTree& tree_;
  std::vector<Standing> standing_;
  std::vector<NameHints> hints_;
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
