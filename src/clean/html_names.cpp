// Tables of the HTML standard, as far as anything here asks for them.
#include "clean/html_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace hearsay {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// A word in small letters, cut to the longest name that is known.
struct SmallWord {
  explicit SmallWord(std::string_view word) : size(std::min(word.size(), letters.size())) {
    for (std::size_t i = 0; i < size; ++i) letters[i] = small(word[i]);
    if (word.size() > letters.size()) size = 0;
  }
  std::string_view view() const { return {letters.data(), size}; }
  std::array<char, 16> letters;
  std::size_t size;
};

}  // namespace

Tag tag_of(std::string_view written) {
  const SmallWord word(written);
  const std::string_view name = word.view();
  static const std::unordered_map<std::string_view, Tag> tags = {{"a", Tag::a},
                                                                 {"abbr", Tag::abbr},
                                                                 {"address", Tag::address},
                                                                 {"amp-img", Tag::amp_img},
                                                                 {"article", Tag::article},
                                                                 {"aside", Tag::aside},
                                                                 {"audio", Tag::audio},
                                                                 {"b", Tag::b},
                                                                 {"base", Tag::base},
                                                                 {"blockquote", Tag::blockquote},
                                                                 {"body", Tag::body},
                                                                 {"br", Tag::br},
                                                                 {"button", Tag::button},
                                                                 {"caption", Tag::caption},
                                                                 {"center", Tag::center},
                                                                 {"cite", Tag::cite},
                                                                 {"code", Tag::code},
                                                                 {"dd", Tag::dd},
                                                                 {"details", Tag::details},
                                                                 {"dialog", Tag::dialog},
                                                                 {"div", Tag::div},
                                                                 {"dl", Tag::dl},
                                                                 {"dt", Tag::dt},
                                                                 {"em", Tag::em},
                                                                 {"embed", Tag::embed},
                                                                 {"fieldset", Tag::fieldset},
                                                                 {"figcaption", Tag::figcaption},
                                                                 {"figure", Tag::figure},
                                                                 {"font", Tag::font},
                                                                 {"footer", Tag::footer},
                                                                 {"form", Tag::form},
                                                                 {"frame", Tag::frame},
                                                                 {"frameset", Tag::frameset},
                                                                 {"h1", Tag::h1},
                                                                 {"h2", Tag::h2},
                                                                 {"h3", Tag::h3},
                                                                 {"h4", Tag::h4},
                                                                 {"h5", Tag::h5},
                                                                 {"h6", Tag::h6},
                                                                 {"head", Tag::head},
                                                                 {"header", Tag::header},
                                                                 {"hr", Tag::hr},
                                                                 {"html", Tag::html},
                                                                 {"i", Tag::i},
                                                                 {"iframe", Tag::iframe},
                                                                 {"img", Tag::img},
                                                                 {"input", Tag::input},
                                                                 {"ins", Tag::ins},
                                                                 {"label", Tag::label},
                                                                 {"legend", Tag::legend},
                                                                 {"li", Tag::li},
                                                                 {"link", Tag::link},
                                                                 {"main", Tag::main},
                                                                 {"mark", Tag::mark},
                                                                 {"menu", Tag::menu},
                                                                 {"meta", Tag::meta},
                                                                 {"nav", Tag::nav},
                                                                 {"noscript", Tag::noscript},
                                                                 {"object", Tag::object},
                                                                 {"ol", Tag::ol},
                                                                 {"optgroup", Tag::optgroup},
                                                                 {"option", Tag::option},
                                                                 {"p", Tag::p},
                                                                 {"picture", Tag::picture},
                                                                 {"pre", Tag::pre},
                                                                 {"q", Tag::q},
                                                                 {"s", Tag::s},
                                                                 {"script", Tag::script},
                                                                 {"section", Tag::section},
                                                                 {"select", Tag::select},
                                                                 {"small", Tag::small},
                                                                 {"source", Tag::source},
                                                                 {"span", Tag::span},
                                                                 {"strong", Tag::strong},
                                                                 {"style", Tag::style},
                                                                 {"sub", Tag::sub},
                                                                 {"summary", Tag::summary},
                                                                 {"sup", Tag::sup},
                                                                 {"svg", Tag::svg},
                                                                 {"table", Tag::table},
                                                                 {"tbody", Tag::tbody},
                                                                 {"td", Tag::td},
                                                                 {"template", Tag::template_},
                                                                 {"textarea", Tag::textarea},
                                                                 {"tfoot", Tag::tfoot},
                                                                 {"th", Tag::th},
                                                                 {"thead", Tag::thead},
                                                                 {"time", Tag::time},
                                                                 {"title", Tag::title},
                                                                 {"tr", Tag::tr},
                                                                 {"track", Tag::track},
                                                                 {"u", Tag::u},
                                                                 {"ul", Tag::ul},
                                                                 {"video", Tag::video},
                                                                 {"wbr", Tag::wbr}};
  const auto found = tags.find(name);
  return found == tags.end() ? Tag::other : found->second;
}

const Attribute* attribute_of(std::string_view written) {
  const SmallWord word(written);
  const std::string_view name = word.view();
  static const std::unordered_map<std::string_view, Attribute> attributes = {
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
      {"type", Attribute::type}};
  const auto found = attributes.find(name);
  return found == attributes.end() ? nullptr : &found->second;
}

bool is_void(Tag tag) {
  switch (tag) {
    case Tag::base:
    case Tag::br:
    case Tag::embed:
    case Tag::frame:
    case Tag::hr:
    case Tag::img:
    case Tag::input:
    case Tag::link:
    case Tag::meta:
    case Tag::source:
    case Tag::track:
    case Tag::wbr:
      return true;
    default:
      return false;
  }
}

bool is_raw_text(Tag tag) {
  return tag == Tag::script || tag == Tag::style || tag == Tag::textarea || tag == Tag::title || tag == Tag::iframe;
}

bool ends_paragraph(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::center:
    case Tag::details:
    case Tag::dialog:
    case Tag::div:
    case Tag::dl:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::header:
    case Tag::hr:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::p:
    case Tag::pre:
    case Tag::section:
    case Tag::summary:
    case Tag::table:
    case Tag::ul:
    case Tag::li:
    case Tag::dd:
    case Tag::dt:
      return true;
    default:
      return false;
  }
}

bool is_scope(Tag tag) {
  switch (tag) {
    case Tag::table:
    case Tag::td:
    case Tag::th:
    case Tag::caption:
    case Tag::html:
    case Tag::body:
    case Tag::template_:
    case Tag::button:
    case Tag::object:
      return true;
    default:
      return false;
  }
}

bool is_inline(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::abbr:
    case Tag::b:
    case Tag::cite:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::ins:
    case Tag::label:
    case Tag::mark:
    case Tag::q:
    case Tag::s:
    case Tag::small:
    case Tag::span:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::time:
    case Tag::u:
    case Tag::other:
      return true;
    default:
      return false;
  }
}

}  // namespace hearsay
