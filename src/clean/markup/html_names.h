// The names of HTML's elements and attributes, and how the standard's tree construction treats each.
#pragma once

#include "clean/markup/html_tree.h"

#include <optional>
#include <string_view>

namespace hearsay {

// By name, in upper or lower case. `other` for an element that is not needed here.
HtmlTag tag_of(std::string_view name);

// By name, in upper or lower case. Nothing for an attribute that is not needed here.
std::optional<Attribute> attribute_of(std::string_view name);

// Does it have no content, or none that is shown, so that its closing tag does not matter?
bool is_void(HtmlTag tag);

// Is its content text up to its closing tag, whatever it contains?
bool is_raw_text(HtmlTag tag);

// Does its opening tag end an open paragraph?
bool ends_paragraph(HtmlTag tag);

// Does it stop closing tags and implied ends from reaching beyond it?
bool is_scope(HtmlTag tag);

// Do closing tags of other elements reach through it, and does its own reach through ordinary elements only? The
// standard calls all others special.
bool is_ordinary(HtmlTag tag);

// Is it shown as a block of its own: a paragraph, a heading, a list item, a cell?
bool is_block(HtmlTag tag);

// May it be in the head? Any other opening tag ends the head.
bool may_stand_in_head(HtmlTag tag);

// Does its opening tag end a drawing (<svg>) that it is inside of?
bool ends_drawing(HtmlTag tag);

}  // namespace hearsay
