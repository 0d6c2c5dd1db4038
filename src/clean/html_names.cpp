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
  Tag tag;
  std::uint8_t traits;
};

constexpr Element elements[] = {
    {"a", Tag::a, in_line},
    {"abbr", Tag::abbr, in_line},
    {"address", Tag::address, block | closes_p},
    {"amp-img", Tag::amp_img, 0},
    {"article", Tag::article, block | closes_p},
    {"aside", Tag::aside, block | closes_p},
    {"audio", Tag::audio, 0},
    {"b", Tag::b, in_line},
    {"base", Tag::base, empty},
    {"blockquote", Tag::blockquote, block | closes_p},
    {"body", Tag::body, block | scope},
    {"br", Tag::br, empty},
    {"button", Tag::button, scope},
    {"caption", Tag::caption, block | scope},
    {"center", Tag::center, block | closes_p},
    {"cite", Tag::cite, in_line},
    {"code", Tag::code, in_line},
    {"dd", Tag::dd, block | closes_p},
    {"details", Tag::details, block | closes_p},
    {"dialog", Tag::dialog, block | closes_p},
    {"div", Tag::div, block | closes_p},
    {"dl", Tag::dl, block | closes_p},
    {"dt", Tag::dt, block | closes_p},
    {"em", Tag::em, in_line},
    {"embed", Tag::embed, empty},
    {"fieldset", Tag::fieldset, block | closes_p},
    {"figcaption", Tag::figcaption, block | closes_p},
    {"figure", Tag::figure, block | closes_p},
    {"font", Tag::font, in_line},
    {"footer", Tag::footer, block | closes_p},
    {"form", Tag::form, block | closes_p},
    {"frame", Tag::frame, empty},
    {"frameset", Tag::frameset, 0},
    {"h1", Tag::h1, block | closes_p},
    {"h2", Tag::h2, block | closes_p},
    {"h3", Tag::h3, block | closes_p},
    {"h4", Tag::h4, block | closes_p},
    {"h5", Tag::h5, block | closes_p},
    {"h6", Tag::h6, block | closes_p},
    {"head", Tag::head, block},
    {"header", Tag::header, block | closes_p},
    {"hr", Tag::hr, block | closes_p | empty},
    {"html", Tag::html, block | scope},
    {"i", Tag::i, in_line},
    {"iframe", Tag::iframe, raw_text},
    {"img", Tag::img, empty},
    {"input", Tag::input, empty},
    {"ins", Tag::ins, in_line},
    {"label", Tag::label, in_line},
    {"legend", Tag::legend, 0},
    {"li", Tag::li, block | closes_p},
    {"link", Tag::link, empty},
    {"main", Tag::main, block | closes_p},
    {"mark", Tag::mark, in_line},
    {"menu", Tag::menu, block | closes_p},
    {"meta", Tag::meta, empty},
    {"nav", Tag::nav, block | closes_p},
    {"noscript", Tag::noscript, 0},
    {"object", Tag::object, scope},
    {"ol", Tag::ol, block | closes_p},
    {"optgroup", Tag::optgroup, 0},
    {"option", Tag::option, block},
    {"p", Tag::p, block | closes_p},
    {"picture", Tag::picture, 0},
    {"pre", Tag::pre, block | closes_p},
    {"q", Tag::q, in_line},
    {"s", Tag::s, in_line},
    {"script", Tag::script, raw_text},
    {"section", Tag::section, block | closes_p},
    {"select", Tag::select, block},
    {"small", Tag::small, in_line},
    {"source", Tag::source, empty},
    {"span", Tag::span, in_line},
    {"strong", Tag::strong, in_line},
    {"style", Tag::style, raw_text},
    {"sub", Tag::sub, in_line},
    {"summary", Tag::summary, block | closes_p},
    {"sup", Tag::sup, in_line},
    {"svg", Tag::svg, 0},
    {"table", Tag::table, block | closes_p | scope},
    {"tbody", Tag::tbody, block},
    {"td", Tag::td, block | scope},
    {"template", Tag::template_, scope},
    {"textarea", Tag::textarea, raw_text},
    {"tfoot", Tag::tfoot, block},
    {"th", Tag::th, block | scope},
    {"thead", Tag::thead, block},
    {"time", Tag::time, in_line},
    {"title", Tag::title, raw_text},
    {"tr", Tag::tr, block},
    {"track", Tag::track, empty},
    {"u", Tag::u, in_line},
    {"ul", Tag::ul, block | closes_p},
    {"video", Tag::video, 0},
    {"wbr", Tag::wbr, empty},
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
  std::array<std::uint8_t, static_cast<std::size_t>(Tag::wbr) + 1> table{};
  table[static_cast<std::size_t>(Tag::other)] = in_line;
  for (const Element& element : elements) table[static_cast<std::size_t>(element.tag)] = element.traits;
  return table;
}();

bool has(Tag tag, Trait trait) { return (traits[static_cast<std::size_t>(tag)] & trait) != 0; }

constexpr NameTable<Tag, 512> tags([] {
  std::array<std::pair<std::string_view, Tag>, std::size(elements)> pairs;
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {elements[i].name, elements[i].tag};
  return pairs;
}());

constexpr NameTable<Attribute, 128> known_attributes(attributes);

}  // namespace

Tag tag_of(std::string_view name) { return tags.find(name).value_or(Tag::other); }
std::optional<Attribute> attribute_of(std::string_view name) { return known_attributes.find(name); }

bool is_void(Tag tag) { return has(tag, empty); }
bool is_raw_text(Tag tag) { return has(tag, raw_text); }
bool ends_paragraph(Tag tag) { return has(tag, closes_p); }
bool is_scope(Tag tag) { return has(tag, scope); }
bool is_inline(Tag tag) { return has(tag, in_line); }
bool is_block(Tag tag) { return has(tag, block); }

}  // namespace hearsay
