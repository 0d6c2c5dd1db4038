// Tables of the HTML standard, as far as they are used here.
#include "clean/markup/html_names.h"

#include "clean/markup/word_ends.h"

#include <array>
#include <utility>

namespace hearsay {

namespace {

// How the standard, and browsers, treat an element.
enum Trait : std::uint8_t {
  block = 1,      // shown as a block of its own
  closes_p = 2,   // its opening tag ends an open paragraph
  ordinary = 4,   // other elements' closing tags reach through it, its own only through ordinary ones
  scope = 8,      // closing tags and implied ends do not reach beyond it
  empty = 16,     // no content, no closing tag
  raw_text = 32,  // its content is text up to its closing tag
  of_head = 64,   // may be in the head
  of_page = 128,  // inside a drawing it ends the drawing
};

struct Element {
  std::string_view name;
  HtmlTag tag;
  std::uint8_t traits;
};

constexpr Element elements[] = {
    {"a", HtmlTag::a, ordinary},
    {"abbr", HtmlTag::abbr, ordinary},
    {"address", HtmlTag::address, block | closes_p},
    {"amp-img", HtmlTag::amp_img, ordinary},
    {"area", HtmlTag::area, empty},
    {"article", HtmlTag::article, block | closes_p},
    {"aside", HtmlTag::aside, block | closes_p},
    {"audio", HtmlTag::audio, ordinary},
    {"b", HtmlTag::b, ordinary | of_page},
    {"base", HtmlTag::base, empty | of_head},
    {"basefont", HtmlTag::basefont, empty | of_head},
    {"bgsound", HtmlTag::bgsound, empty | of_head},
    {"big", HtmlTag::big, ordinary | of_page},
    {"blockquote", HtmlTag::blockquote, block | closes_p | of_page},
    {"body", HtmlTag::body, block | scope | of_page},
    {"br", HtmlTag::br, empty | of_page},
    {"button", HtmlTag::button, scope},
    {"caption", HtmlTag::caption, block | scope},
    {"center", HtmlTag::center, block | closes_p | of_page},
    {"cite", HtmlTag::cite, ordinary},
    {"code", HtmlTag::code, ordinary | of_page},
    {"col", HtmlTag::col, empty},
    {"colgroup", HtmlTag::colgroup, empty},
    {"dd", HtmlTag::dd, block | closes_p | of_page},
    {"details", HtmlTag::details, block | closes_p},
    {"dialog", HtmlTag::dialog, block | closes_p},
    {"dir", HtmlTag::dir, block | closes_p},
    {"div", HtmlTag::div, block | closes_p | of_page},
    {"dl", HtmlTag::dl, block | closes_p | of_page},
    {"dt", HtmlTag::dt, block | closes_p | of_page},
    {"em", HtmlTag::em, ordinary | of_page},
    {"embed", HtmlTag::embed, empty | of_page},
    {"fieldset", HtmlTag::fieldset, block | closes_p},
    {"figcaption", HtmlTag::figcaption, block | closes_p},
    {"figure", HtmlTag::figure, block | closes_p},
    {"font", HtmlTag::font, ordinary},
    {"footer", HtmlTag::footer, block | closes_p},
    {"form", HtmlTag::form, block | closes_p},
    {"frame", HtmlTag::frame, empty},
    {"frameset", HtmlTag::frameset, 0},
    {"h1", HtmlTag::h1, block | closes_p | of_page},
    {"h2", HtmlTag::h2, block | closes_p | of_page},
    {"h3", HtmlTag::h3, block | closes_p | of_page},
    {"h4", HtmlTag::h4, block | closes_p | of_page},
    {"h5", HtmlTag::h5, block | closes_p | of_page},
    {"h6", HtmlTag::h6, block | closes_p | of_page},
    {"head", HtmlTag::head, block | of_head | of_page},
    {"header", HtmlTag::header, block | closes_p},
    {"hgroup", HtmlTag::hgroup, block | closes_p},
    {"hr", HtmlTag::hr, block | closes_p | empty | of_page},
    {"html", HtmlTag::html, scope | of_head},
    {"i", HtmlTag::i, ordinary | of_page},
    {"iframe", HtmlTag::iframe, raw_text},
    {"img", HtmlTag::img, empty | of_page},
    {"input", HtmlTag::input, empty},
    {"ins", HtmlTag::ins, ordinary},
    {"keygen", HtmlTag::keygen, empty},
    {"label", HtmlTag::label, ordinary},
    {"legend", HtmlTag::legend, block | ordinary},
    {"li", HtmlTag::li, block | closes_p | of_page},
    {"link", HtmlTag::link, empty | of_head},
    {"listing", HtmlTag::listing, block | closes_p | of_page},
    {"main", HtmlTag::main, block | closes_p},
    {"mark", HtmlTag::mark, ordinary},
    {"menu", HtmlTag::menu, block | closes_p | of_page},
    {"meta", HtmlTag::meta, empty | of_head | of_page},
    {"nav", HtmlTag::nav, block | closes_p},
    {"nobr", HtmlTag::nobr, ordinary | of_page},
    {"noembed", HtmlTag::noembed, raw_text},
    {"noframes", HtmlTag::noframes, raw_text | of_head},
    {"noscript", HtmlTag::noscript, of_head},
    {"object", HtmlTag::object, scope},
    {"ol", HtmlTag::ol, block | closes_p | of_page},
    {"optgroup", HtmlTag::optgroup, block | ordinary},
    {"option", HtmlTag::option, block | ordinary},
    {"p", HtmlTag::p, block | closes_p | of_page},
    {"param", HtmlTag::param, empty},
    {"picture", HtmlTag::picture, ordinary},
    {"pre", HtmlTag::pre, block | closes_p | of_page},
    {"q", HtmlTag::q, ordinary},
    {"ruby", HtmlTag::ruby, ordinary | of_page},
    {"s", HtmlTag::s, ordinary | of_page},
    {"script", HtmlTag::script, raw_text | of_head},
    {"section", HtmlTag::section, block | closes_p},
    {"select", HtmlTag::select, block},
    {"small", HtmlTag::small, ordinary | of_page},
    {"source", HtmlTag::source, empty},
    {"span", HtmlTag::span, ordinary | of_page},
    {"strike", HtmlTag::strike, ordinary | of_page},
    {"strong", HtmlTag::strong, ordinary | of_page},
    {"style", HtmlTag::style, raw_text | of_head},
    {"sub", HtmlTag::sub, ordinary | of_page},
    {"summary", HtmlTag::summary, block | closes_p},
    {"sup", HtmlTag::sup, ordinary | of_page},
    {"svg", HtmlTag::svg, ordinary},
    {"table", HtmlTag::table, block | closes_p | scope | of_page},
    {"tbody", HtmlTag::tbody, block},
    {"td", HtmlTag::td, block | scope},
    {"template", HtmlTag::template_, scope | of_head},
    {"textarea", HtmlTag::textarea, raw_text},
    {"tfoot", HtmlTag::tfoot, block},
    {"th", HtmlTag::th, block | scope},
    {"thead", HtmlTag::thead, block},
    {"time", HtmlTag::time, ordinary},
    {"title", HtmlTag::title, raw_text | of_head},
    {"tr", HtmlTag::tr, block},
    {"track", HtmlTag::track, empty},
    {"tt", HtmlTag::tt, ordinary | of_page},
    {"u", HtmlTag::u, ordinary | of_page},
    {"ul", HtmlTag::ul, block | closes_p | of_page},
    {"var", HtmlTag::var, ordinary | of_page},
    {"video", HtmlTag::video, ordinary},
    {"wbr", HtmlTag::wbr, empty},
    {"xmp", HtmlTag::xmp, block | closes_p | raw_text},
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

// The traits by tag; elements that are not listed are ordinary.
constexpr auto traits = [] {
  std::array<std::uint8_t, static_cast<std::size_t>(HtmlTag::xmp) + 1> table{};
  table[static_cast<std::size_t>(HtmlTag::other)] = ordinary;
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
bool is_ordinary(HtmlTag tag) { return has(tag, ordinary); }
bool is_block(HtmlTag tag) { return has(tag, block); }
bool may_stand_in_head(HtmlTag tag) { return has(tag, of_head); }
bool ends_drawing(HtmlTag tag) { return has(tag, of_page); }

}  // namespace hearsay
