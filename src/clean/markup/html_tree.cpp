// A tree builder of our own, over html_scanner. Building Gumbo's tree alone takes many times as long as everything from
// page to article here (bench/pages.cpp measures both), and libxml2's tree remembers lines, not the bytes that a text
// came from. Nodes are in one array, so a hostile page costs memory in proportion to its size.
// Left out of the standard's tree construction: moving misplaced table content, rebuilding wrongly nested formatting,
// what <select> does not allow inside, and the rules for formulas (<math>). None of this loses words; how far the text
// agrees with that of Gumbo's tree is tested (tests/clean/gumbo_test.cpp).
#include "clean/markup/html_tree.h"

#include "clean/markup/html_names.h"
#include "clean/markup/html_scanner.h"
#include "clean/markup/white_space.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>

namespace hearsay {

namespace {

constexpr std::size_t deepest = 400;
constexpr std::size_t most_nodes = 1'500'000;
constexpr std::size_t most_attributes = 4'000'000;

// The same for an element's name in upper and lower case; never 0.
constexpr std::uint64_t name_key(HtmlTag tag, std::string_view name) {
  if (tag != HtmlTag::other) return static_cast<std::uint64_t>(tag);
  std::uint64_t key = 1469598103934665603u;  // the hash FNV-1a
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    key = (key ^ static_cast<unsigned char>(capital ? c + ('a' - 'A') : c)) * 1099511628211u;
  }
  return key | std::uint64_t{1} << 63;
}

constexpr std::uint64_t key_of_foreign_object = name_key(HtmlTag::other, "foreignobject");
constexpr std::uint64_t key_of_desc = name_key(HtmlTag::other, "desc");

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_white_space); }

bool is_part_of_table(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::caption:
    case HtmlTag::tbody:
    case HtmlTag::td:
    case HtmlTag::tfoot:
    case HtmlTag::th:
    case HtmlTag::thead:
    case HtmlTag::tr:
      return true;
    default:
      return false;
  }
}

bool is_heading(HtmlTag tag) { return tag >= HtmlTag::h1 && tag <= HtmlTag::h6; }

class Builder {
 public:
  explicit Builder(std::string_view page) : page_(page), scanner_(page) {
    tree_.nodes.reserve(page.size() / 24 + 16);
    tree_.nodes.push_back({});
    tree_.nodes[0].raw = {0, static_cast<std::uint32_t>(page.size())};
    open_.push_back({0, 0, 0, HtmlTag::other, false});
  }

  HtmlTree build() {
    while (!scanner_.at_end() && !tree_.cut) {
      switch (scanner_.next(open_.back().is_drawn)) {
        case HtmlScanner::Kind::text:
          text();
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
    while (!open_.empty()) pop(page_.size());
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t last_child;  // 0: none
    std::uint64_t name;        // tells unknown elements apart; 0 for one that only its own end closes
    HtmlTag tag;               // `other` for a part of a drawing whose name means something else in HTML
    bool is_drawn;             // <svg> or a part of it, not HTML
  };

  void text() {
    const PageSpan raw = scanner_.text();
    if (!body_begun_ && !is_blank(words_at(page_, raw))) begin_body(HtmlTag::text);
    add_text(raw);
  }

  // Anything shown ends the head, whether a tag says so or not, and after it there is no other head or body. What is
  // inside an element of the head, in <noscript> for instance, does not end it; only <body> does.
  void begin_body(HtmlTag with) {
    if (head_open_ && with != HtmlTag::body && open_.back().tag != HtmlTag::head) return;
    if (head_open_) end_open({HtmlTag::head, HtmlTag::head});
    body_begun_ = true;
  }

  void add_text(PageSpan raw) {
    if (raw.size() > 0) add_node(HtmlTag::text, raw);
  }

  void opening_tag() {
    const auto begin = static_cast<std::uint32_t>(scanner_.at());
    const std::string_view name = scanner_.opening_name();
    const HtmlTag tag = tag_of(name);
    const bool ignored = (tag == HtmlTag::head && (head_seen_ || body_begun_)) || (tag == HtmlTag::body && body_begun_);
    if (!body_begun_ && !may_stand_in_head(tag)) begin_body(tag);
    if (ends_drawing(tag)) leave_drawing();
    const bool is_part = is_in_drawing();
    if (!ignored && !is_part) imply_ends(tag);
    const auto first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    const bool closed = scanner_.attributes(tree_.attributes, ignored ? 0 : most_attributes);
    if (ignored) return;
    const std::uint32_t node = add_node(tag, {begin, static_cast<std::uint32_t>(scanner_.at())});
    tree_.nodes[node].first_attribute = first_attribute;
    tree_.nodes[node].attribute_count = static_cast<std::uint8_t>(tree_.attributes.size() - first_attribute);
    if (closed && (tag == HtmlTag::other || tag == HtmlTag::svg || is_part)) return;
    if (!is_part && is_void(tag)) return;
    if (!is_part && is_raw_text(tag)) return raw_text(node, name);
    if (open_.size() == deepest || (!is_part && is_stray(tag))) return;
    const bool means_itself = !is_part || tag == HtmlTag::svg || tag == HtmlTag::title;
    open_.push_back(
        {node, 0, name_key(tag, name), means_itself ? tag : HtmlTag::other, is_part || tag == HtmlTag::svg});
    head_open_ |= tag == HtmlTag::head;
    head_seen_ |= tag == HtmlTag::head;
    drawings_ += tag == HtmlTag::svg;
    tables_ += tag == HtmlTag::table;
  }

  // Parts of a table outside any table, and <html> in the middle of a page, hold nothing in browsers. Here the parts
  // still begin a new block, so that cells of a fragment do not run together.
  bool is_stray(HtmlTag tag) const {
    return (tables_ == 0 && is_part_of_table(tag)) || (tag == HtmlTag::html && (body_begun_ || open_.size() > 1));
  }

  // A script that is never closed takes the rest of the page, as in browsers. A title or frame that is never closed is
  // treated as empty, so that one slip does not cost the article.
  void raw_text(std::uint32_t node, std::string_view name) {
    const HtmlTag tag = tree_.nodes[node].tag;
    const bool code = tag == HtmlTag::script || tag == HtmlTag::style;
    if (std::find(never_closed_.begin(), never_closed_.end(), tag) != never_closed_.end()) return;
    const PageSpan raw = tag == HtmlTag::script ? scanner_.script_text() : scanner_.raw_text(name);
    if (raw.end == page_.size() && !code) return never_closed_.push_back(tag);
    open_.push_back({node, 0, 0, tag, false});
    add_text(raw);
    scanner_.go_to(raw.end);
    if (!scanner_.at_end()) scanner_.closing_name();
    pop(scanner_.at());
  }

  void closing_tag() {
    const std::size_t begin = scanner_.at();
    const std::string_view name = scanner_.closing_name();
    const std::size_t end = scanner_.at();
    const HtmlTag tag = tag_of(name);
    const std::uint64_t key = name_key(tag, name);
    if (tag == HtmlTag::body || tag == HtmlTag::html) return;  // what follows is still in the body
    const PageSpan raw = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (tag == HtmlTag::br || tag == HtmlTag::p) leave_drawing();
    if (is_in_drawing() && end_part_of_drawing(key, end)) return;
    if (tag == HtmlTag::br) add_node(HtmlTag::br, raw);
    for (std::size_t i = open_.size(); i-- > 1;) {
      const HtmlTag here = open_[i].tag;
      if (open_[i].name == key || (is_heading(tag) && is_heading(here))) {
        while (open_.size() > i) pop(end);
        return;
      }
      if (tag == HtmlTag::svg && drawings_ > 0) continue;
      if (is_ordinary(tag) && !is_ordinary(here)) return;  // "</b>" does not end the block it is in
      if (stops(here, tag)) break;
    }
    if (tag == HtmlTag::p && body_begun_) add_node(HtmlTag::p, raw);  // "</p>" alone is an empty paragraph
  }

  // In a drawing a closing tag ends the innermost part with its name, whatever the two mean in HTML.
  bool end_part_of_drawing(std::uint64_t key, std::size_t end) {
    for (std::size_t i = open_.size() - 1; open_[i].is_drawn; --i) {
      if (open_[i].name != key) continue;
      while (open_.size() > i) pop(end);
      return true;
    }
    return false;
  }

  // Does an open element stop a closing tag from reaching further out?
  static bool stops(HtmlTag open, HtmlTag closing) {
    if (closing == HtmlTag::template_) return false;
    if (closing == HtmlTag::li && (open == HtmlTag::ul || open == HtmlTag::ol)) return true;
    if (closing == HtmlTag::table) return open == HtmlTag::template_;
    if (is_part_of_table(closing)) return open == HtmlTag::table || open == HtmlTag::template_;
    return open == HtmlTag::button ? closing == HtmlTag::p : is_scope(open);
  }

  // Ends what an opening tag ends implicitly.
  void imply_ends(HtmlTag tag) {
    if (ends_paragraph(tag)) end_open({HtmlTag::p, HtmlTag::p});
    if (is_heading(tag) && is_heading(open_.back().tag)) pop(scanner_.at());
    switch (tag) {
      case HtmlTag::li:
        end_open({HtmlTag::li, HtmlTag::li});
        break;
      case HtmlTag::dd:
      case HtmlTag::dt:
        end_open({HtmlTag::dd, HtmlTag::dt});
        break;
      case HtmlTag::option:
      case HtmlTag::optgroup:
        end_open({HtmlTag::option, HtmlTag::option});
        break;
      case HtmlTag::a:
      case HtmlTag::nobr:
        end_open({tag, tag});
        break;
      case HtmlTag::button:
        end_open({HtmlTag::button, HtmlTag::button});
        break;
      case HtmlTag::table:
        end_table_around();
        break;
      case HtmlTag::td:
      case HtmlTag::th:
        end_inside({HtmlTag::tr, HtmlTag::tbody, HtmlTag::thead, HtmlTag::tfoot});
        break;
      case HtmlTag::tr:
        end_inside({HtmlTag::tbody, HtmlTag::thead, HtmlTag::tfoot});
        break;
      case HtmlTag::caption:
      case HtmlTag::col:
      case HtmlTag::colgroup:
      case HtmlTag::tbody:
      case HtmlTag::tfoot:
      case HtmlTag::thead:
        end_inside({});
        break;
      default:
        break;
    }
  }

  // Ends everything open inside the innermost of these parts of the table, or inside the table itself.
  void end_inside(std::initializer_list<HtmlTag> parts) {
    if (tables_ == 0) return;
    std::size_t i = open_.size() - 1;
    while (open_[i].tag != HtmlTag::table && std::find(parts.begin(), parts.end(), open_[i].tag) == parts.end())
      if (open_[i--].tag == HtmlTag::template_) return;
    while (open_.size() > i + 1) pop(scanner_.at());
  }

  // Ends the table that another one begins in, unless it begins in a cell or caption.
  void end_table_around() {
    if (tables_ == 0) return;
    std::size_t i = open_.size() - 1;
    for (; open_[i].tag != HtmlTag::table; --i) {
      const HtmlTag here = open_[i].tag;
      if (here == HtmlTag::td || here == HtmlTag::th || here == HtmlTag::caption || here == HtmlTag::template_) return;
    }
    while (open_.size() > i) pop(scanner_.at());
  }

  // Is what comes next part of a drawing? Some parts of a drawing hold HTML.
  bool is_in_drawing() const {
    const Open& here = open_.back();
    return here.is_drawn && here.tag != HtmlTag::title && here.name != key_of_foreign_object &&
           here.name != key_of_desc;
  }

  // HTML elements inside a drawing end it, unless they are in a part of it that is meant for them.
  void leave_drawing() {
    while (is_in_drawing()) pop(scanner_.at());
  }

  // Pops up to the innermost open element of `which`, unless a fence comes first.
  void end_open(std::array<HtmlTag, 2> which) {
    for (std::size_t i = open_.size(); i-- > 1;) {
      const HtmlTag here = open_[i].tag;
      if (here == which[0] || here == which[1]) {
        while (open_.size() > i) pop(scanner_.at());
        return;
      }
      if (is_scope(here) || is_fence(here, which[0])) return;
    }
  }

  // Does an open element stop an implied end from reaching further out? Cells and tables always do.
  static bool is_fence(HtmlTag open, HtmlTag ended) {
    switch (ended) {
      case HtmlTag::p:
        return ends_paragraph(open);  // cannot be inside a paragraph
      case HtmlTag::a:
      case HtmlTag::nobr:
        return !is_ordinary(open);
      case HtmlTag::li:
      case HtmlTag::dd:
        return !is_ordinary(open) && open != HtmlTag::address && open != HtmlTag::div && open != HtmlTag::p;
      case HtmlTag::option:
        return open == HtmlTag::select;
      default:
        return false;
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

  // Nodes are in document order, so all that was added since an element was opened is inside it.
  void pop(std::size_t end_byte) {
    HtmlNode& node = tree_.nodes[open_.back().node];
    if (node.tag == HtmlTag::head) head_open_ = false;
    drawings_ -= node.tag == HtmlTag::svg;
    tables_ -= node.tag == HtmlTag::table;
    node.raw.end = std::max(node.raw.end, static_cast<std::uint32_t>(end_byte));
    node.end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }

  std::string_view page_;
  HtmlScanner scanner_;
  HtmlTree tree_;
  std::vector<Open> open_;
  bool head_open_ = false;
  bool head_seen_ = false;
  bool body_begun_ = false;
  int tables_ = 0;    // open
  int drawings_ = 0;  // open <svg>
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
