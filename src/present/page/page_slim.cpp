// The rules are those of the HTML standard's "optional tags" and "unquoted attribute value", taken narrowly: an end tag
// goes only where one of a few tags follows, which are those that the page has there. A tenth of a page is saved.
#include "present/page/page_slim.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

// Blocks, between which a line end is nothing.
constexpr std::array<std::string_view, 28> blocks = {
    "p",       "ul",      "ol",     "li",     "dl", "dt", "dd",  "div", "details", "summary",
    "article", "section", "header", "footer", "h1", "h2", "h3",  "nav", "main",    "aside",
    "table",   "thead",   "tbody",  "tr",     "td", "th", "svg", "defs"};

std::string_view name_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" >/"));
}

bool is_block(std::string_view tag) { return std::find(blocks.begin(), blocks.end(), name_of(tag)) != blocks.end(); }

// May this end tag be left out before what follows?
bool is_needless(std::string_view tag, std::string_view following) {
  const auto follows = [&](std::initializer_list<std::string_view> tags) {
    return std::any_of(tags.begin(), tags.end(), [&](std::string_view one) {
      return following.starts_with(one) && one.size() < following.size() &&
             (following[one.size()] == ' ' || following[one.size()] == '>');
    });
  };
  if (tag == "</p>")
    return follows(
        {"<p", "<ul", "<ol", "<div", "<details", "<h3", "</li", "</div", "</details", "</article", "</section"});
  if (tag == "</li>") return follows({"<li", "</ul", "</ol"});
  if (tag == "</td>" || tag == "</th>") return follows({"<td", "<th", "</tr"});
  return tag == "</tr>" && follows({"<tr", "</tbody", "</thead"});
}

bool needs_no_quotes(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#' || c == '-' ||
           c == '_' || c == '.' || c == ':' || c == '%';
  });
}

// Every quotation mark in a tag opens or closes a value, since those in values are escaped.
void append_tag(std::string& out, std::string_view tag) {
  while (true) {
    const std::size_t open = tag.find('"');
    if (open == std::string_view::npos) break;
    const std::size_t close = tag.find('"', open + 1);
    const std::string_view value = tag.substr(open + 1, close - open - 1);
    if (needs_no_quotes(value)) {
      out.append(tag.substr(0, open)).append(value);
      if (tag[close + 1] == '/') out.append(" ");  // "a=b/>" would take the slash into the value
    } else {
      out.append(tag.substr(0, close + 1));
    }
    tag.remove_prefix(close + 1);
  }
  out.append(tag);
}

}  // namespace

std::string slimmed(std::string_view markup) {
  std::string out;
  out.reserve(markup.size());
  while (!markup.empty()) {
    const std::size_t begin = std::min(markup.find('<'), markup.size());
    out.append(markup.substr(0, begin));
    markup.remove_prefix(begin);
    const std::size_t end = markup.find('>');
    if (end == std::string_view::npos) break;
    const std::string_view tag = markup.substr(0, end + 1);
    markup.remove_prefix(tag.size());
    if (is_block(tag)) markup.remove_prefix(std::min(markup.find_first_not_of('\n'), markup.size()));
    if (!is_needless(tag, markup)) append_tag(out, tag);
  }
  return out.append(markup);
}

}  // namespace hearsay
