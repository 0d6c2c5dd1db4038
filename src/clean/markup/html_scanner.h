// The tokens of a page: texts, opening and closing tags with their names and attributes.
#pragma once

#include "clean/markup/html_tree.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hearsay {

// Reads a page from front to back by the rules of the HTML standard's tokenizer. It never backtracks, so the work is
// linear in the page. The caller says what is expected next, because that depends on the open elements.
class HtmlScanner {
 public:
  // The page must outlive the scanner and be smaller than 4 GB.
  explicit HtmlScanner(std::string_view page) : page_(page) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ == page_.size(); }

  // What is here. Comments and declarations are reported as `nothing` and skipped. Only in a drawing does "<![CDATA["
  // begin a section that may contain any markup; elsewhere it is a comment up to ">".
  enum class Kind { text, opening_tag, closing_tag, nothing };
  Kind next(bool in_drawing);

  // A text up to the next markup. A "<" that begins no markup is part of it.
  PageSpan text();

  // The name of the opening tag that begins here; then attributes() goes on to its end.
  std::string_view opening_name();

  // Adds the attributes that are needed to `attributes`, 64 at most, as long as there are fewer than `most` in all.
  // True if the tag closes itself ("<br/>").
  bool attributes(std::vector<HtmlTree::AttributeValue>& attributes, std::size_t most);

  // The name of the closing tag that begins here; goes on to its end.
  std::string_view closing_name();

  // The text from here to the closing tag of that name, or to the page's end if there is none, whatever it contains.
  // Does not move there: go_to() does.
  PageSpan raw_text(std::string_view name) const;
  PageSpan script_text() const;  // the same for a script, which may hold scripts inside a comment
  void go_to(std::size_t at) { at_ = at; }

 private:
  std::size_t find(char c, std::size_t from) const;
  std::size_t name_end(std::size_t from) const;
  bool is_tag(std::size_t at, std::string_view mark, std::string_view name) const;
  void pass_over_declaration(bool in_drawing);
  PageSpan attribute_value();
  PageSpan span(std::size_t begin, std::size_t end) const;

  std::string_view page_;
  std::size_t at_ = 0;
};

}  // namespace hearsay
