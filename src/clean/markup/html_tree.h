// A page as a tree of elements and texts, each of which knows its bytes in the page.
#pragma once

#include "base/span.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// The elements that are needed here; all others are `other`.
enum class HtmlTag : std::uint8_t {
  text,
  other,
  a,
  abbr,
  address,
  amp_img,
  area,
  article,
  aside,
  audio,
  b,
  base,
  basefont,
  bgsound,
  big,
  blockquote,
  body,
  br,
  button,
  caption,
  center,
  cite,
  code,
  col,
  colgroup,
  dd,
  details,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  keygen,
  label,
  legend,
  li,
  link,
  listing,
  main,
  mark,
  menu,
  meta,
  nav,
  nobr,
  noembed,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  param,
  picture,
  pre,
  q,
  ruby,
  s,
  script,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  tt,
  u,
  ul,
  var,
  video,
  wbr,
  xmp
};

// The attributes that are needed here.
enum class Attribute : std::uint8_t {
  aria_hidden,
  class_,
  content,
  data_component,
  data_testid,
  datetime,
  hidden,
  href,
  http_equiv,
  id,
  itemprop,
  itemscope,
  itemtype,
  lang,
  name,
  property,
  pubdate,
  rel,
  role,
  style,
  title,
  type
};

// A Span in half the memory: a page has many nodes, and is smaller than 4 GB.
struct PageSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  operator Span() const { return {begin, end}; }
  std::size_t size() const { return end - begin; }
};

// The node numbered 0 is the document.
struct HtmlNode {
  HtmlTag tag = HtmlTag::other;
  std::uint8_t attribute_count = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t parent = 0;
  std::uint32_t next_sibling = 0;  // 0: none
  std::uint32_t end = 0;           // one past the last descendant
  PageSpan raw;                    // a text's bytes; an element's from its opening tag to the end of its closing tag
};

struct HtmlTree {
  struct AttributeValue {
    Attribute name;
    PageSpan raw;  // without quotation marks, with character references unresolved
  };

  std::vector<HtmlNode> nodes;  // in document order: a node's descendants follow it
  std::vector<AttributeValue> attributes;
  bool cut = false;  // the page has more nodes than are kept

  // The raw value of a node's attribute; empty if it has none. `page` is the text the tree was parsed from.
  std::string_view attribute(std::string_view page, std::uint32_t node, Attribute name) const;
  bool has_attribute(std::uint32_t node, Attribute name) const;
  std::span<const AttributeValue> attributes_of(std::uint32_t node) const {
    return std::span(attributes).subspan(nodes[node].first_attribute, nodes[node].attribute_count);
  }

  // One past the last descendant.
  std::uint32_t end_of(std::uint32_t node) const { return nodes[node].end; }
  // 0: none.
  std::uint32_t first_child(std::uint32_t node) const { return nodes[node].end > node + 1 ? node + 1 : 0; }
};

// Parses any bytes; never fails. Follows the HTML standard's tokenizer, and its tree construction as far as it decides
// which element a text is in. Elements nested deeper than 400 become siblings at that depth, and after 1,500,000 nodes
// or 4 GB the rest of the page is left out, so that memory and time stay in proportion to the page.
HtmlTree parse_html(std::string_view page);

}  // namespace hearsay
