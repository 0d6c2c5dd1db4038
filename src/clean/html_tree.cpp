// A tokenizer and tree builder of our own. Building Gumbo's tree alone takes four times as long as everything from page
// to article here (bench/pages.cpp measures both), and libxml2's tree remembers lines, not the bytes that a text came
// from. Nodes lie in one array, so a hostile page costs memory in proportion to its size.
// Left out of the standard's tree construction: moving misplaced table content, rebuilding wrongly nested formatting.
// Neither changes which words a block holds.
#include "clean/html_tree.h"

#include "clean/html_names.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

constexpr std::size_t deepest = 400;
constexpr std::size_t most_nodes = 1'500'000;
constexpr std::size_t most_attributes = 4'000'000;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_letter(char c) { return small(c) >= 'a' && small(c) <= 'z'; }

class Builder {
 public:
  explicit Builder(std::string_view page) : page_(page) {
    tree_.nodes.reserve(page.size() / 24 + 16);
    tree_.nodes.push_back({});
    tree_.nodes[0].raw = {0, page.size()};
    last_child_.push_back(0);
    open_.push_back({0, 0});
  }

  HtmlTree build() {
    while (at_ < page_.size() && !tree_.cut) {
      if (page_[at_] == '<' && at_ + 1 < page_.size() && markup()) continue;
      text();
    }
    while (!open_.empty()) pop(page_.size());
    finish_ends();
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::uint64_t name;  // tells unknown elements apart
  };

  std::size_t find(char c, std::size_t from) const { return std::min(page_.find(c, from), page_.size()); }

  void text() {
    std::size_t end = find('<', at_ + 1);
    while (end + 1 < page_.size() && !begins_markup(page_[end + 1])) end = find('<', end + 1);
    add_text({at_, end});
    at_ = end;
  }

  static bool begins_markup(char c) { return is_letter(c) || c == '/' || c == '!' || c == '?'; }

  void add_text(Span raw) {
    if (raw.empty()) return;
    const std::uint32_t node = add_node(Tag::text, raw);
    tree_.nodes[node].raw = raw;
  }

  // Handles "<..." at at_; false when it is only text.
  bool markup() {
    const char next = page_[at_ + 1];
    if (is_letter(next)) return opening_tag(), true;
    if (next == '/') return closing_tag(), true;
    if (next != '!' && next != '?') return false;
    if (page_.substr(at_).starts_with("<!--")) {
      const std::size_t end = page_.find("-->", at_ + 2);  // "<!-->" is a comment too
      at_ = end == std::string_view::npos ? page_.size() : end + 3;
    } else if (page_.substr(at_).starts_with("<![CDATA[")) {
      const std::size_t end = page_.find("]]>", at_);
      at_ = end == std::string_view::npos ? page_.size() : end + 3;
    } else {
      at_ = std::min(find('>', at_) + 1, page_.size());
    }
    return true;
  }

  std::string_view tag_name(std::size_t from) const {
    std::size_t end = from;
    while (end < page_.size() && !is_space(page_[end]) && page_[end] != '/' && page_[end] != '>') ++end;
    return page_.substr(from, end - from);
  }

  static std::uint64_t name_key(std::string_view name) {
    std::uint64_t key = 1469598103934665603u;
    for (const char c : name) key = (key ^ static_cast<unsigned char>(small(c))) * 1099511628211u;
    return key;
  }

  void opening_tag() {
    const std::size_t begin = at_;
    const std::string_view name = tag_name(at_ + 1);
    const Tag tag = tag_of(name);
    at_ += 1 + name.size();
    imply_ends(tag);
    const std::uint32_t node = add_node(tag, {begin, begin});
    tree_.nodes[node].first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    const bool closed = read_attributes();
    tree_.nodes[node].attribute_count =
        static_cast<std::uint32_t>(tree_.attributes.size()) - tree_.nodes[node].first_attribute;
    tree_.nodes[node].raw.end = at_;
    if (is_void(tag) || (closed && (tag == Tag::other || tag == Tag::svg || drawings_ > 0))) return;
    if (is_raw_text(tag) && drawings_ == 0) return raw_text(node, name);
    if (open_.size() == deepest) return;
    open_.push_back({node, name_key(name)});
    if (tag == Tag::svg) ++drawings_;
  }

  // Reads up to and with ">"; true when the tag closes itself.
  bool read_attributes() {
    std::size_t kept = 0;
    bool slash = false;
    while (at_ < page_.size()) {
      const char c = page_[at_];
      if (c == '>') {
        ++at_;
        return slash;
      }
      if (is_space(c) || c == '/') {
        slash = c == '/';
        ++at_;
        continue;
      }
      slash = false;
      const std::size_t begin = at_++;
      while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' && page_[at_] != '/')
        ++at_;
      const std::string_view name = page_.substr(begin, at_ - begin);
      const Span value = attribute_value();
      if (kept < 64 && tree_.attributes.size() < most_attributes) {
        if (const Attribute* known = attribute_of(name)) {
          tree_.attributes.push_back({*known, value});
          ++kept;
        }
      }
    }
    return slash;
  }

  Span attribute_value() {
    std::size_t at = at_;
    while (at < page_.size() && is_space(page_[at])) ++at;
    if (at == page_.size() || page_[at] != '=') return {at_, at_};
    ++at;
    while (at < page_.size() && is_space(page_[at])) ++at;
    if (at == page_.size()) return at_ = at, Span{at, at};
    const char quote = page_[at];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = find(quote, at + 1);
      at_ = std::min(end + 1, page_.size());
      return {at + 1, std::max(end, at + 1)};
    }
    const std::size_t begin = at;
    while (at < page_.size() && !is_space(page_[at]) && page_[at] != '>') ++at;
    at_ = at;
    return {begin, at};
  }

  // A script that is never closed takes the rest of the page, as in browsers. A title or frame that is never closed is
  // taken as empty, so that one slip does not cost the article.
  void raw_text(std::uint32_t node, std::string_view name) {
    const Tag tag = tree_.nodes[node].tag;
    const bool code = tag == Tag::script || tag == Tag::style;
    if (std::find(never_closed_.begin(), never_closed_.end(), tag) != never_closed_.end()) return;
    const std::size_t begin = at_;
    std::size_t end = at_;
    for (;; ++end) {
      end = find('<', end);
      if (end == page_.size()) break;
      if (page_.size() - end > name.size() + 1 && page_[end + 1] == '/' && same_name(tag_name(end + 2), name)) break;
    }
    if (end == page_.size() && !code) return never_closed_.push_back(tag);
    open_.push_back({node, 0});
    add_text({begin, end});
    at_ = end == page_.size() ? end : std::min(find('>', end) + 1, page_.size());
    pop(at_);
  }

  static bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return small(x) == small(y); });
  }

  void closing_tag() {
    const std::string_view name = tag_name(at_ + 2);
    const std::size_t end = std::min(find('>', at_) + 1, page_.size());
    const Tag tag = tag_of(name);
    const std::uint64_t key = name_key(name);
    if (tag == Tag::br || tag == Tag::p) {  // "</br>" is a line break, "</p>" alone an empty paragraph
      if (tag == Tag::br) add_node(Tag::br, {at_, end});
    }
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (open_[i].name == key) {
        while (open_.size() > i) pop(end);
        break;
      }
      const Tag here = tree_.nodes[open_[i].node].tag;
      if (is_inline(tag) && !is_inline(here)) break;  // "</b>" does not end the block it stands in
      if (is_scope(here) && tag != Tag::table && tag != Tag::body && tag != Tag::html && tag != Tag::tr &&
          tag != Tag::tbody && tag != Tag::thead && tag != Tag::tfoot && tag != here)
        break;
    }
    at_ = end;
  }

  // Ends what an opening tag ends without saying so.
  void imply_ends(Tag tag) {
    if (ends_paragraph(tag)) end_open({Tag::p, Tag::p}, {Tag::other});
    switch (tag) {
      case Tag::li:
        end_open({Tag::li, Tag::li}, {Tag::ul, Tag::ol, Tag::menu});
        break;
      case Tag::dd:
      case Tag::dt:
        end_open({Tag::dd, Tag::dt}, {Tag::dl});
        break;
      case Tag::option:
      case Tag::optgroup:
        end_open({Tag::option, Tag::option}, {Tag::select});
        break;
      case Tag::td:
      case Tag::th:
        end_open({Tag::td, Tag::th}, {Tag::tr, Tag::table});
        break;
      case Tag::tr:
        end_open({Tag::tr, Tag::tr}, {Tag::table});
        break;
      case Tag::tbody:
      case Tag::tfoot:
        end_open({Tag::tbody, Tag::thead}, {Tag::table});
        break;
      case Tag::body:
        end_open({Tag::head, Tag::head}, {Tag::html});
        break;
      default:
        break;
    }
  }

  // Pops up to the innermost open element of `which`, unless a fence stands before it. A cell or a table is a fence for
  // everything but what belongs to tables.
  void end_open(std::array<Tag, 2> which, std::array<Tag, 3> fences) {
    for (std::size_t i = open_.size(); i-- > 1;) {
      const Tag here = tree_.nodes[open_[i].node].tag;
      if (here == which[0] || here == which[1]) {
        while (open_.size() > i) pop(at_);
        return;
      }
      if (std::find(fences.begin(), fences.end(), here) != fences.end() && here != Tag::other) return;
      if (is_scope(here) && which[0] != Tag::td && which[0] != Tag::tr && which[0] != Tag::tbody) return;
      if (which[0] == Tag::p && !is_inline(here)) return;
    }
  }
  void end_open(std::array<Tag, 2> which, std::initializer_list<Tag> fences) {
    std::array<Tag, 3> three{Tag::other, Tag::other, Tag::other};
    std::copy(fences.begin(), fences.end(), three.begin());
    end_open(which, three);
  }

  std::uint32_t add_node(Tag tag, Span raw) {
    const auto number = static_cast<std::uint32_t>(tree_.nodes.size());
    if (number >= most_nodes) {
      tree_.cut = true;
    }
    const std::uint32_t parent = open_.back().node;
    HtmlNode node;
    node.tag = tag;
    node.parent = parent;
    node.raw = raw;
    tree_.nodes.push_back(node);
    if (last_child_[parent] == 0)
      tree_.nodes[parent].first_child = number;
    else
      tree_.nodes[last_child_[parent]].next_sibling = number;
    last_child_[parent] = number;
    last_child_.push_back(0);
    return number;
  }

  void pop(std::size_t end) {
    HtmlNode& node = tree_.nodes[open_.back().node];
    if (node.tag == Tag::svg) --drawings_;
    node.raw.end = std::max(node.raw.end, end);
    open_.pop_back();
  }

  // Nodes are in document order, so what follows a node up to its next sibling is inside it.
  void finish_ends() {
    tree_.ends.resize(tree_.nodes.size());
    for (std::uint32_t node = static_cast<std::uint32_t>(tree_.nodes.size()); node-- > 0;) {
      const std::uint32_t last = last_child_[node];
      tree_.ends[node] = last ? tree_.ends[last] : node + 1;
    }
  }

  std::string_view page_;
  std::size_t at_ = 0;
  HtmlTree tree_;
  std::vector<Open> open_;
  int drawings_ = 0;  // open <svg>, in which "<title/>" is an element without content as in XML
  std::vector<Tag> never_closed_;
  std::vector<std::uint32_t> last_child_;
};

}  // namespace

std::string_view HtmlTree::attribute(std::string_view page, std::uint32_t node, Attribute name) const {
  const HtmlNode& here = nodes[node];
  for (std::uint32_t i = 0; i < here.attribute_count; ++i) {
    const AttributeValue& value = attributes[here.first_attribute + i];
    if (value.name == name) return words_at(page, value.raw);
  }
  return {};
}

bool HtmlTree::has_attribute(std::uint32_t node, Attribute name) const {
  const HtmlNode& here = nodes[node];
  for (std::uint32_t i = 0; i < here.attribute_count; ++i)
    if (attributes[here.first_attribute + i].name == name) return true;
  return false;
}

HtmlTree parse_html(std::string_view page) { return Builder(page).build(); }

}  // namespace hearsay
