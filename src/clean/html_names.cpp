// Tables of the HTML standard, as far as anything here asks for them.
#include "clean/html_names.h"

#include "clean/word_ends.h"

#include <array>
#include <utility>

namespace hearsay {

namespace {

// What the standard, and browsers, do with an element.
enum Trait : std::uint8_t {
  block = 1,      // shown as a block of its own
  closes_p = 2,   // its opening tag ends an open paragraph
  in_line = 4,    // stands in a line of text
  scope = 8,      // closing tags and implied ends do not reach beyond it
  empty = 16,     // no content, no closing tag
  raw_text = 32,  // its content is text up to its closing tag
};

struct Element {
  std::string_view name;
  HtmlTag tag;
  std::uint8_t traits;
};

constexpr Element elements[] = {
    {"a", HtmlTag::a, in_line},
    {"abbr", HtmlTag::abbr, in_line},
    {"address", HtmlTag::address, block | closes_p},
    {"amp-img", HtmlTag::amp_img, 0},
    {"article", HtmlTag::article, block | closes_p},
    {"aside", HtmlTag::aside, block | closes_p},
    {"audio", HtmlTag::audio, 0},
    {"b", HtmlTag::b, in_line},
    {"base", HtmlTag::base, empty},
    {"blockquote", HtmlTag::blockquote, block | closes_p},
    {"body", HtmlTag::body, block | scope},
    {"br", HtmlTag::br, empty},
    {"button", HtmlTag::button, scope},
    {"caption", HtmlTag::caption, block | scope},
    {"center", HtmlTag::center, block | closes_p},
    {"cite", HtmlTag::cite, in_line},
    {"code", HtmlTag::code, in_line},
    {"dd", HtmlTag::dd, block | closes_p},
    {"details", HtmlTag::details, block | closes_p},
    {"dialog", HtmlTag::dialog, block | closes_p},
    {"div", HtmlTag::div, block | closes_p},
    {"dl", HtmlTag::dl, block | closes_p},
    {"dt", HtmlTag::dt, block | closes_p},
    {"em", HtmlTag::em, in_line},
    {"embed", HtmlTag::embed, empty},
    {"fieldset", HtmlTag::fieldset, block | closes_p},
    {"figcaption", HtmlTag::figcaption, block | closes_p},
    {"figure", HtmlTag::figure, block | closes_p},
    {"font", HtmlTag::font, in_line},
    {"footer", HtmlTag::footer, block | closes_p},
    {"form", HtmlTag::form, block | closes_p},
    {"frame", HtmlTag::frame, empty},
    {"frameset", HtmlTag::frameset, 0},
    {"h1", HtmlTag::h1, block | closes_p},
    {"h2", HtmlTag::h2, block | closes_p},
    {"h3", HtmlTag::h3, block | closes_p},
    {"h4", HtmlTag::h4, block | closes_p},
    {"h5", HtmlTag::h5, block | closes_p},
    {"h6", HtmlTag::h6, block | closes_p},
    {"head", HtmlTag::head, block},
    {"header", HtmlTag::header, block | closes_p},
    {"hr", HtmlTag::hr, block | closes_p | empty},
    {"html", HtmlTag::html, block | scope},
    {"i", HtmlTag::i, in_line},
    {"iframe", HtmlTag::iframe, raw_text},
    {"img", HtmlTag::img, empty},
    {"input", HtmlTag::input, empty},
    {"ins", HtmlTag::ins, in_line},
    {"label", HtmlTag::label, in_line},
    {"legend", HtmlTag::legend, 0},
    {"li", HtmlTag::li, block | closes_p},
    {"link", HtmlTag::link, empty},
    {"main", HtmlTag::main, block | closes_p},
    {"mark", HtmlTag::mark, in_line},
    {"menu", HtmlTag::menu, block | closes_p},
    {"meta", HtmlTag::meta, empty},
    {"nav", HtmlTag::nav, block | closes_p},
    {"noscript", HtmlTag::noscript, 0},
    {"object", HtmlTag::object, scope},
    {"ol", HtmlTag::ol, block | closes_p},
    {"optgroup", HtmlTag::optgroup, 0},
    {"option", HtmlTag::option, block},
    {"p", HtmlTag::p, block | closes_p},
    {"picture", HtmlTag::picture, 0},
    {"pre", HtmlTag::pre, block | closes_p},
    {"q", HtmlTag::q, in_line},
    {"s", HtmlTag::s, in_line},
    {"script", HtmlTag::script, raw_text},
    {"section", HtmlTag::section, block | closes_p},
    {"select", HtmlTag::select, block},
    {"small", HtmlTag::small, in_line},
    {"source", HtmlTag::source, empty},
    {"span", HtmlTag::span, in_line},
    {"strong", HtmlTag::strong, in_line},
    {"style", HtmlTag::style, raw_text},
    {"sub", HtmlTag::sub, in_line},
    {"summary", HtmlTag::summary, block | closes_p},
    {"sup", HtmlTag::sup, in_line},
    {"svg", HtmlTag::svg, 0},
    {"table", HtmlTag::table, block | closes_p | scope},
    {"tbody", HtmlTag::tbody, block},
    {"td", HtmlTag::td, block | scope},
    {"template", HtmlTag::template_, scope},
    {"textarea", HtmlTag::textarea, raw_text},
    {"tfoot", HtmlTag::tfoot, block},
    {"th", HtmlTag::th, block | scope},
    {"thead", HtmlTag::thead, block},
    {"time", HtmlTag::time, in_line},
    {"title", HtmlTag::title, raw_text},
    {"tr", HtmlTag::tr, block},
    {"track", HtmlTag::track, empty},
    {"u", HtmlTag::u, in_line},
    {"ul", HtmlTag::ul, block | closes_p},
    {"video", HtmlTag::video, 0},
    {"wbr", HtmlTag::wbr, empty},
};

constexpr std::pair<std::string_view, Attribute> attributes[] = {
    {"aria-hidden", Attribute::aria_hidden},
    {"class", Attribute::class_},
    {"content", Attribute::content},
    {"data-component", Attribute::data_component},
    {"data-testid", Attribute::data_testid},
    {"datetime", Attribute::datetime},
    {"hidden", Attribute::hidden},
    {"href", Attribute::href},
    {"http-equiv", Attribute::http_equiv},
    {"id", Attribute::id},
    {"itemprop", Attribute::itemprop},
    {"itemscope", Attribute::itemscope},
    {"itemtype", Attribute::itemtype},
    {"lang", Attribute::lang},
    {"name", Attribute::name},
    {"property", Attribute::property},
    {"pubdate", Attribute::pubdate},
    {"rel", Attribute::rel},
    {"role", Attribute::role},
    {"style", Attribute::style},
    {"title", Attribute::title},
    {"type", Attribute::type},
};

// The traits by tag; what nobody asks for is taken to stand in a line.
constexpr auto traits = [] {
  std::array<std::uint8_t, static_cast<std::size_t>(HtmlTag::wbr) + 1> table{};
  table[static_cast<std::size_t>(HtmlTag::other)] = in_line;
  for (const Element& element : elements) table[static_cast<std::size_t>(element.tag)] = element.traits;
  return table;
}();

bool has(HtmlTag tag, Trait trait) { return (traits[static_cast<std::size_t>(tag)] & trait) != 0; }

constexpr NamesByEnds<HtmlTag, 512> tags([] {
  std::array<std::pair<std::string_view, HtmlTag>, std::size(elements)> pairs;
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {elements[i].name, elements[i].tag};
  return pairs;
}());

constexpr NamesByEnds<Attribute, 128> known_attributes(attributes);

}  // namespace

HtmlTag tag_of(std::string_view name) { return tags.find(name).value_or(HtmlTag::other); }
std::optional<Attribute> attribute_of(std::string_view name) { return known_attributes.find(name); }

bool is_void(HtmlTag tag) { return has(tag, empty); }
bool is_raw_text(HtmlTag tag) { return has(tag, raw_text); }
bool ends_paragraph(HtmlTag tag) { return has(tag, closes_p); }
bool is_scope(HtmlTag tag) { return has(tag, scope); }
bool is_inline(HtmlTag tag) { return has(tag, in_line); }
bool is_block(HtmlTag tag) { return has(tag, block); }

}  // namespace hearsay
