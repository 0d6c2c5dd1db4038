// A page as the HTML parser Gumbo reads it, and of it what a browser shows: plain and slow, to hold the text of the
// project's own reader against. It shares nothing with that reader; what is a block and what is not seen is written
// down here once more.
//
// Intended differences, and how the comparison allows for them:
// - The standard moves text that stands between the cells of a table out of it; the reader leaves it where it is. Such
//   text is compared in the order in which it stands in the page, and without its lines.
// - The standard passes over parts of tables outside a table, and a second <html> or <body>. The reader begins a new
//   line at the parts, so that cells of a fragment do not run together; there it may have more lines.
// - What GumboPage::beyond() names is not compared: elements that the reader does not know, since news has none
//   (plaintext, xmp, math, applet, marquee, frameset, pages inside drawings); <title>, <iframe>, <textarea> and
//   <select> that are never closed, which would cost the reader the rest of the page; <noscript>, which Gumbo reads as
//   a browser without scripts does; what is hidden where the standard repeats formatting behind the block that it was
//   opened in (<p><b hidden>a</p>b); legends and options outside their place, and what else stands in a <select>; what
//   an unknown element holds that is hidden and closed at once (<x hidden/>), or closed at once and once more; nesting
//   beyond the reader's depth; a block in a <ruby>; the end of a row or body of a table that never began; and where
//   Gumbo is wrong or of its time (<isindex>, the end of a form, an unclosed <main>; in drawings, end tags of more than
//   a name, </p> and </br>).
#pragma once

#include "clean/markup/html_tree.h"
#include "clean/pages/main_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Lines with single spaces, none of them empty. A no-break space is a space.
inline std::string tidied(std::string_view text) {
  std::string tidy;
  char gap = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hard_space = text.substr(i, 2) == "\xC2\xA0";
    if (hard_space) ++i;
    if (hard_space || std::string_view(" \t\r\f").find(text[i]) != std::string_view::npos) {
      gap = std::max(gap, '\1');
    } else if (text[i] == '\n') {
      gap = '\2';
    } else {
      if (gap != 0 && !tidy.empty()) tidy += gap == '\1' ? ' ' : '\n';
      gap = 0;
      tidy += text[i];
    }
  }
  return tidy;
}

inline std::string small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

class GumboPage {
 public:
  // The page is UTF-8 without zeros, and must outlive this.
  explicit GumboPage(std::string_view page)
      : output_(gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size())),
        has_unusual_end_(has_unusual_end(page)) {
    if (has_other_tags_in_select(small_letters(std::string(page)))) beyond_.insert("other tags in a select");
    visit(*output_->document, false, 0);
  }
  ~GumboPage() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }
  GumboPage(const GumboPage&) = delete;
  GumboPage& operator=(const GumboPage&) = delete;

  // What is shown, a block a line.
  std::string lines() const { return joined(pieces_); }

  // The same in the order in which it stands in the page, wherever the parser moved it to.
  std::string in_page_order() const {
    std::vector<Piece> ordered = pieces_;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Piece& a, const Piece& b) { return a.at < b.at; });
    return joined(ordered);
  }

  // Was something moved out of a table that it stood in?
  bool is_moved() const { return moved_; }

  // Why the page is not to be compared.
  const std::set<std::string>& beyond() const { return beyond_; }

 private:
  struct Piece {
    std::size_t at;
    std::string text;
  };

  static std::string joined(const std::vector<Piece>& pieces) {
    std::string text;
    for (const Piece& piece : pieces) text += piece.text;
    return tidied(text);
  }

  static std::string text_of(const GumboStringPiece& piece) {
    return piece.length > 0 ? std::string(piece.data, piece.length) : std::string();
  }

  static std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece tag = element.original_tag;
    gumbo_tag_from_original_text(&tag);
    return small_letters(text_of(tag));
  }

  // As the standard's section on rendering has it.
  static bool is_block(const std::string& name) {
    static const std::set<std::string> blocks = {
        "address", "article", "aside",    "blockquote", "body",   "br",    "caption",  "center",     "dd",
        "details", "dialog",  "dir",      "div",        "dl",     "dt",    "fieldset", "figcaption", "figure",
        "footer",  "form",    "h1",       "h2",         "h3",     "h4",    "h5",       "h6",         "head",
        "header",  "hgroup",  "hr",       "html",       "legend", "li",    "listing",  "main",       "menu",
        "nav",     "ol",      "optgroup", "option",     "p",      "pre",   "section",  "select",     "summary",
        "table",   "tbody",   "td",       "tfoot",      "th",     "thead", "tr",       "ul"};
    return blocks.count(name) > 0;
  }

  // Those that the standard repeats behind a block that ends them.
  static bool is_formatting(const std::string& name) {
    static const std::set<std::string> formatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                     "nobr", "s", "small", "strike", "strong", "tt",   "u"};
    return formatting.contains(name);
  }

  static bool is_unseen(const std::string& name) {
    static const std::set<std::string> unseen = {"audio",    "head",     "iframe", "noembed", "noframes", "noscript",
                                                 "object",   "option",   "script", "select",  "style",    "svg",
                                                 "template", "textarea", "title",  "video"};
    return unseen.count(name) > 0;
  }

  static bool is_hidden(const GumboElement& element) {
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      if (std::string_view(attribute.name) == "hidden") return true;
      if (std::string_view(attribute.name) != "style") continue;
      std::string value = text_of(attribute.original_value);
      std::erase_if(value, [](unsigned char c) { return std::isspace(c); });
      if (value.find("display:none") != std::string::npos || value.find("visibility:hidden") != std::string::npos)
        return true;
    }
    return false;
  }

  void visit_children(const GumboVector& children, bool unseen, int depth) {
    for (unsigned i = 0; i < children.length; ++i)
      visit(*static_cast<const GumboNode*>(children.data[i]), unseen, depth + 1);
  }

  void visit(const GumboNode& node, bool unseen, int depth) {
    if (depth > 350) {
      beyond_.insert("deep");
      return;
    }
    switch (node.type) {
      case GUMBO_NODE_DOCUMENT:
        return visit_children(node.v.document.children, unseen, depth);
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        if (!unseen) add_text(node.v.text);
        return;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        return visit_element(node, unseen, depth);
      default:
        return;
    }
  }

  void add_text(const GumboText& text) {
    pass(text.start_pos.offset);
    std::string words = text.text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    pieces_.push_back({text.start_pos.offset, std::move(words)});
  }

  void visit_element(const GumboNode& node, bool unseen, int depth) {
    const GumboElement& element = node.v.element;
    const std::string name = name_of(element);
    check(node, name);
    unseen |= is_unseen(name) || (name != "html" && name != "body" && is_hidden(element));
    const bool breaks = !unseen && is_block(name);
    if (name == "table") pass(element.start_pos.offset);
    if (breaks) pieces_.push_back({element.start_pos.offset, "\n"});
    visit_children(element.children, unseen, depth);
    if (breaks) pieces_.push_back({element.end_pos.offset, "\n"});
  }

  // Text that stands in the tree before what it stands behind in the page was moved.
  void pass(std::size_t at) {
    moved_ |= at < passed_;
    passed_ = at;
  }

  static const GumboElement& element_of(const GumboNode& node) {
    return node.v.element;  // NOLINT(cppcoreguidelines-pro-type-union-access): so Gumbo keeps its nodes
  }

  static bool is_in_ruby(const GumboNode& node) {
    for (const GumboNode* around = node.parent; around->type == GUMBO_NODE_ELEMENT; around = around->parent)
      if (element_of(*around).tag == GUMBO_TAG_RUBY) return true;
    return false;
  }

  // Does it have a closing tag with anything but its name?
  static bool has_unusual_end(std::string_view page) {
    for (std::size_t at = page.find("</"); at != std::string_view::npos; at = page.find("</", at + 2)) {
      const std::size_t end = page.find_first_of(" \t\n\f\r/>", at + 2);
      if (end != std::string_view::npos && (page[end] != '>' || end == at + 2)) return true;
    }
    return false;
  }

  // Does it hold, in a <select>, tags of other elements? The standard passes over most of them.
  static bool has_other_tags_in_select(std::string_view page) {
    for (std::size_t at = page.find("<select"); at != std::string_view::npos; at = page.find("<select", at + 1)) {
      const std::string_view inside = page.substr(at + 1, page.find("</select", at) - (at + 1));
      for (std::size_t tag = inside.find('<'); tag != std::string_view::npos; tag = inside.find('<', tag + 1)) {
        std::string_view name = inside.substr(tag + 1, 20);
        if (name.starts_with('/')) name.remove_prefix(1);
        if (!name.empty() && std::isalpha(static_cast<unsigned char>(name[0])) != 0 && !name.starts_with("opt"))
          return true;
      }
    }
    return false;
  }

  void check(const GumboNode& node, const std::string& name) {
    static const std::set<std::string> never = {"applet",  "desc", "foreignobject", "form",      "frameset",
                                                "marquee", "math", "noscript",      "plaintext", "xmp"};
    static const std::set<std::string> when_open = {"iframe", "main",     "noembed", "noframes",
                                                    "select", "textarea", "title"};
    static const std::set<std::string> when_lost = {"legend", "optgroup", "option"};
    const GumboElement& element = node.v.element;
    // Gumbo gives an element the tag that ended it, if only by ending what stands around it.
    const std::string end_tag = small_letters(text_of(element.original_end_tag));
    const bool open = end_tag.substr(0, end_tag.find_first_of(" \t\n\f/>", 2)) != "</" + name;
    if (never.count(name) > 0) beyond_.insert(name);
    if (open && when_open.count(name) > 0) beyond_.insert("unclosed " + name);
    const GumboNode& parent = *node.parent;
    const std::string around = parent.type == GUMBO_NODE_ELEMENT ? name_of(parent.v.element) : std::string();
    if (when_lost.count(name) > 0 && around != "select" && around != "optgroup" && around != "fieldset")
      beyond_.insert("lost " + name);
    if ((node.parse_flags & GUMBO_INSERTION_FROM_ISINDEX) != 0) beyond_.insert("isindex");
    constexpr unsigned repeated = GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT |
                                  GUMBO_INSERTION_ADOPTION_AGENCY_CLONED | GUMBO_INSERTION_ADOPTION_AGENCY_MOVED;
    if (element.tag == GUMBO_TAG_UNKNOWN && open && element.original_end_tag.length > 0)
      beyond_.insert("unknown element closed by another");  // to Gumbo all unknown names are one
    if (is_hidden(element) && text_of(element.original_tag).ends_with("/>"))
      beyond_.insert("hidden and closed at once");
    const bool from_end_tag = (node.parse_flags & GUMBO_INSERTION_CONVERTED_FROM_END_TAG) != 0;
    if (from_end_tag && parent.type == GUMBO_NODE_ELEMENT && element_of(parent).tag_namespace == GUMBO_NAMESPACE_SVG)
      beyond_.insert("end of a paragraph or line in a drawing");  // since Gumbo's time it ends the drawing
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG && has_unusual_end_)
      beyond_.insert("end tag of more than a name in a drawing");  // Gumbo passes over it
    if (is_block(name) && is_in_ruby(node)) beyond_.insert("block in a ruby");
    if ((node.parse_flags & GUMBO_INSERTION_IMPLIED) != 0 && (name == "tr" || name == "tbody") && !open)
      beyond_.insert("end of a part of a table that never began");
    if (element.tag == GUMBO_TAG_UNKNOWN && !open && text_of(element.original_tag).ends_with("/>"))
      beyond_.insert("closed at once and again");
    const bool is_repeated = (node.parse_flags & repeated) != 0;
    if (is_repeated && is_hidden(element)) beyond_.insert("hidden formatting");
    formatting_torn_ |= is_repeated || (open && is_formatting(name));
    hidden_open_ |= open && (is_hidden(element) || (is_unseen(name) && name != "head"));
    if (formatting_torn_ && hidden_open_) beyond_.insert("unclosed hidden part and torn formatting");
  }

  GumboOutput* output_;
  std::vector<Piece> pieces_;
  std::set<std::string> beyond_;
  std::size_t passed_ = 0;  // where the text or table before begins
  bool has_unusual_end_ = false;
  bool moved_ = false;
  bool formatting_torn_ = false;
  bool hidden_open_ = false;
};

// The letters of a text, and how each stands to the one before it: 0 together, 1 in another word, 2 in another line.
struct SpacedLetters {
  std::string letters;
  std::vector<int> gaps;

  explicit SpacedLetters(std::string_view tidy) {
    int gap = 0;
    for (const char c : tidy) {
      if (c == ' ' || c == '\n') {
        gap = c == ' ' ? 1 : 2;
        continue;
      }
      letters += c;
      gaps.push_back(gap);
      gap = 0;
    }
  }
};

// Does the page have parts of tables, or an <html> or <body> that may be a second one?
inline bool may_have_more_lines(std::string_view page) {
  const std::string small = small_letters(std::string(page));
  constexpr std::array<std::string_view, 8> tags = {"<caption", "<html", "<tbody", "<td",
                                                    "<tfoot",   "<th",   "<tr",    "<body"};
  return std::any_of(tags.begin(), tags.end(), [&](auto tag) { return small.find(tag) != std::string::npos; });
}

struct Comparison {
  bool compared = false;
  std::string fault;  // empty when there is none
};

// Holds the reader's text of a page against Gumbo's. The page is UTF-8 without zeros and begins with <!DOCTYPE html>,
// as without it the rules are those of another time.
inline Comparison compare_with_gumbo(std::string_view page) {
  const GumboPage gumbo(page);
  if (!gumbo.beyond().empty()) return {};
  const std::string text = tidied(find_whole_text(page, parse_html(page)).text());
  const auto fault = [&](const char* what) {
    return Comparison{true, std::string(what) + "\n  page:  " + std::string(page) + "\n  text:  " + text +
                                "\n  gumbo: " + gumbo.lines()};
  };
  const SpacedLetters ours(text);
  if (ours.letters != SpacedLetters(gumbo.in_page_order()).letters) return fault("other words");
  if (gumbo.is_moved()) return {true, {}};
  const SpacedLetters theirs(gumbo.lines());
  for (std::size_t i = 0; i < ours.gaps.size(); ++i) {
    if (ours.gaps[i] < theirs.gaps[i]) return fault("words or lines run together");
    if (ours.gaps[i] > theirs.gaps[i] && !may_have_more_lines(page)) return fault("words or lines fall apart");
  }
  return {true, {}};
}

}  // namespace hearsay
