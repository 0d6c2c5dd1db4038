// The names of HTML's elements and attributes, and what the standard's tree construction does with which.
#pragma once

#include "clean/html_tree.h"

#include <optional>
#include <string_view>

namespace hearsay {

// By name, in any case. `other` for an element that nobody asks for.
HtmlTag tag_of(std::string_view name);

// By name, in any case. Nothing for an attribute that nobody asks for.
std::optional<Attribute> attribute_of(std::string_view name);

// Has it no content and no closing tag?
bool is_void(HtmlTag tag);

// Is its content text up to its closing tag, whatever that holds?
bool is_raw_text(HtmlTag tag);

// Does its opening tag end a paragraph that is open?
bool ends_paragraph(HtmlTag tag);

// Does it stop closing tags and implied ends from reaching beyond it?
bool is_scope(HtmlTag tag);

// Does it stand in a line of text?
bool is_inline(HtmlTag tag);

// Is it shown as a block of its own: a paragraph, a heading, a list item, a cell?
bool is_block(HtmlTag tag);

}  // namespace hearsay
