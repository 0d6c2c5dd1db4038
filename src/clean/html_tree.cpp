// A tree builder of our own, over html_scanner. Building Gumbo's tree alone takes many times as long as everything from
// page to article here (bench/pages.cpp measures both), and libxml2's tree remembers lines, not the bytes that a text
// came from. Nodes lie in one array, so a hostile page costs memory in proportion to its size.
// Left out of the standard's tree construction: moving misplaced table content, rebuilding wrongly nested formatting.
// Neither changes which words a block holds.
#include "clean/html_tree.h"

#include "clean/html_names.h"
#include "clean/html_scanner.h"

#include <algorithm>
#include <array>
#include <limits>

namespace hearsay {

namespace {

constexpr std::size_t deepest = 400;
constexpr std::size_t most_nodes = 1'500'000;
constexpr std::size_t most_attributes = 4'000'000;

// Equal for the names of one element in any case; never 0.
std::uint64_t name_key(HtmlTag tag, std::string_view name) {
  if (tag != HtmlTag::other) return static_cast<std::uint64_t>(tag);
  std::uint64_t key = 1469598103934665603u;  // the hash FNV-1a
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    key = (key ^ static_cast<unsigned char>(capital ? c + ('a' - 'A') : c)) * 1099511628211u;
  }
  return key | std::uint64_t{1} << 63;
}

class Builder {
 public:
  explicit Builder(std::string_view page) : page_bytes_(page.size()), scanner_(page) {
    tree_.nodes.reserve(page.size() / 24 + 16);
    tree_.nodes.push_back({});
    tree_.nodes[0].raw = {0, static_cast<std::uint32_t>(page.size())};
    open_.push_back({0, 0, 0, HtmlTag::other});
  }

  HtmlTree build() {
    while (!scanner_.at_end() && !tree_.cut) {
      switch (scanner_.next()) {
        case HtmlScanner::Kind::text:
          add_text(scanner_.text());
          break;
        case HtmlScanner::Kind::opening_tag:
          opening_tag();
          break;
        case HtmlScanner::Kind::closing_tag:
          closing_tag();
          break;
        case HtmlScanner::Kind::nothing:
          break;
      }
    }
    while (!open_.empty()) pop(page_bytes_);
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t last_child;  // 0: none
    std::uint64_t name;        // tells unknown elements apart; 0 for one that only its own end closes
    HtmlTag tag;
  };

  void add_text(PageSpan raw) {
    if (raw.size() > 0) add_node(HtmlTag::text, raw);
  }

  void opening_tag() {
    const auto begin = static_cast<std::uint32_t>(scanner_.at());
    const std::string_view name = scanner_.opening_name();
    const HtmlTag tag = tag_of(name);
    imply_ends(tag);
    const auto first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    const bool closed = scanner_.attributes(tree_.attributes, most_attributes);
    const std::uint32_t node = add_node(tag, {begin, static_cast<std::uint32_t>(scanner_.at())});
    tree_.nodes[node].first_attribute = first_attribute;
    tree_.nodes[node].attribute_count = static_cast<std::uint8_t>(tree_.attributes.size() - first_attribute);
    if (is_void(tag) || (closed && (tag == HtmlTag::other || tag == HtmlTag::svg || drawings_ > 0))) return;
    if (is_raw_text(tag) && drawings_ == 0) return raw_text(node, name);
    if (open_.size() == deepest) return;
    open_.push_back({node, 0, name_key(tag, name), tag});
    if (tag == HtmlTag::svg) ++drawings_;
  }

  // A script that is never closed takes the rest of the page, as in browsers. A title or frame that is never closed is
  // taken as empty, so that one slip does not cost the article.
  void raw_text(std::uint32_t node, std::string_view name) {
    const HtmlTag tag = tree_.nodes[node].tag;
    const bool code = tag == HtmlTag::script || tag == HtmlTag::style;
    if (std::find(never_closed_.begin(), never_closed_.end(), tag) != never_closed_.end()) return;
    const HtmlScanner::RawText raw = scanner_.raw_text(name);
    if (raw.text.end == page_bytes_ && !code) return never_closed_.push_back(tag);
    open_.push_back({node, 0, 0, tag});
    add_text(raw.text);
    scanner_.go_to(raw.tag_end);
    pop(scanner_.at());
  }

  void closing_tag() {
    const std::size_t begin = scanner_.at();
    const std::string_view name = scanner_.closing_name();
    const std::size_t end = scanner_.at();
    const HtmlTag tag = tag_of(name);
    const std::uint64_t key = name_key(tag, name);
    if (tag == HtmlTag::br) add_node(HtmlTag::br, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (open_[i].name == key) {
        while (open_.size() > i) pop(end);
        break;
      }
      const HtmlTag here = open_[i].tag;
      if (is_inline(tag) && !is_inline(here)) break;  // "</b>" does not end the block it stands in
      if (is_scope(here) && tag != HtmlTag::table && tag != HtmlTag::body && tag != HtmlTag::html &&
          tag != HtmlTag::tr && tag != HtmlTag::tbody && tag != HtmlTag::thead && tag != HtmlTag::tfoot && tag != here)
        break;
    }
  }

  // Ends what an opening tag ends without saying so.
  void imply_ends(HtmlTag tag) {
    if (ends_paragraph(tag)) end_open({HtmlTag::p, HtmlTag::p}, {HtmlTag::other});
    switch (tag) {
      case HtmlTag::li:
        end_open({HtmlTag::li, HtmlTag::li}, {HtmlTag::ul, HtmlTag::ol, HtmlTag::menu});
        break;
      case HtmlTag::dd:
      case HtmlTag::dt:
        end_open({HtmlTag::dd, HtmlTag::dt}, {HtmlTag::dl});
        break;
      case HtmlTag::option:
      case HtmlTag::optgroup:
        end_open({HtmlTag::option, HtmlTag::option}, {HtmlTag::select});
        break;
      case HtmlTag::td:
      case HtmlTag::th:
        end_open({HtmlTag::td, HtmlTag::th}, {HtmlTag::tr, HtmlTag::table});
        break;
      case HtmlTag::tr:
        end_open({HtmlTag::tr, HtmlTag::tr}, {HtmlTag::table});
        break;
      case HtmlTag::tbody:
      case HtmlTag::tfoot:
        end_open({HtmlTag::tbody, HtmlTag::thead}, {HtmlTag::table});
        break;
      case HtmlTag::body:
        end_open({HtmlTag::head, HtmlTag::head}, {HtmlTag::html});
        break;
      default:
        break;
    }
  }

  // Pops up to the innermost open element of `which`, unless a fence stands before it. A cell or a table is a fence for
  // everything but what belongs to tables. `other` is no fence.
  void end_open(std::array<HtmlTag, 2> which, std::array<HtmlTag, 3> fences) {
    for (std::size_t i = open_.size(); i-- > 1;) {
      const HtmlTag here = open_[i].tag;
      if (here == which[0] || here == which[1]) {
        while (open_.size() > i) pop(scanner_.at());
        return;
      }
      if (here != HtmlTag::other && (here == fences[0] || here == fences[1] || here == fences[2])) return;
      if (is_scope(here) && which[0] != HtmlTag::td && which[0] != HtmlTag::tr && which[0] != HtmlTag::tbody) return;
      if (which[0] == HtmlTag::p && !is_inline(here)) return;
    }
  }

  std::uint32_t add_node(HtmlTag tag, PageSpan raw) {
    const auto number = static_cast<std::uint32_t>(tree_.nodes.size());
    tree_.cut |= number >= most_nodes;
    Open& parent = open_.back();
    if (parent.last_child != 0) tree_.nodes[parent.last_child].next_sibling = number;
    parent.last_child = number;
    HtmlNode& node = tree_.nodes.emplace_back();
    node.tag = tag;
    node.parent = parent.node;
    node.end = number + 1;
    node.raw = raw;
    return number;
  }

  // Nodes are in document order, so what was added since an element was opened is inside it.
  void pop(std::size_t end_byte) {
    HtmlNode& node = tree_.nodes[open_.back().node];
    if (node.tag == HtmlTag::svg) --drawings_;
    node.raw.end = std::max(node.raw.end, static_cast<std::uint32_t>(end_byte));
    node.end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }

  std::size_t page_bytes_;
  HtmlScanner scanner_;
  HtmlTree tree_;
  std::vector<Open> open_;
  int drawings_ = 0;  // open <svg>, in which "<title/>" is an element without content as in XML
  std::vector<HtmlTag> never_closed_;
};

}  // namespace

std::string_view HtmlTree::attribute(std::string_view page, std::uint32_t node, Attribute name) const {
  for (const AttributeValue& value : attributes_of(node))
    if (value.name == name) return words_at(page, value.raw);
  return {};
}

bool HtmlTree::has_attribute(std::uint32_t node, Attribute name) const {
  const auto list = attributes_of(node);
  return std::any_of(list.begin(), list.end(), [name](const AttributeValue& value) { return value.name == name; });
}

HtmlTree parse_html(std::string_view page) {
  constexpr std::size_t most_bytes = std::numeric_limits<std::uint32_t>::max() - 1;
  HtmlTree tree = Builder(page.substr(0, most_bytes)).build();
  tree.cut |= page.size() > most_bytes;
  return tree;
}

}  // namespace hearsay
