// Scripts are searched for keys and the strings after them, without parsing their JSON as a whole: state is assigned,
// pushed and split in many ways. A string is unescaped into a text that remembers its bytes and then read as HTML; the
// result is mapped back through both steps.
#include "clean/pages/hidden_text.h"

#include "base/utf8.h"
#include "clean/pages/main_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t shortest_text = 300;
constexpr std::size_t shortest_paragraph = 50;

// A key, and how many bytes the string after it must have to be part of the article.
struct Key {
  std::string_view name;  // with its quotation marks
  std::size_t shortest;
  const char* where;
};
constexpr std::array keys = {Key{"\"articleBody\"", shortest_text, "articleBody in a script"},
                             Key{"\"body\"", shortest_paragraph, "body in a script"},
                             Key{"\"content\"", shortest_paragraph, "content in a script"},
                             Key{"\"html\"", shortest_paragraph, "html in a script"},
                             Key{"\"text\"", shortest_paragraph, "text in a script"},
                             Key{"\"value\"", shortest_paragraph, "value in a script"}};

// The four digits of \uXXXX; nothing for anything else.
std::optional<char32_t> hex_unit(std::string_view text) {
  unsigned unit = 0;
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return std::nullopt;
  const auto read = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  if (read.ptr != text.data() + 6) return std::nullopt;
  return unit;
}

// The JSON string whose first byte after the quotation mark is `begin`. Ends at its closing mark or at the text's end.
class JsonString {
 public:
  JsonString(std::string_view page, std::size_t begin, std::size_t end) : page_(page), at_(begin), end_(end) {}

  AlignedText read() {
    while (at_ < end_ && page_[at_] != '"') {
      const std::size_t stop = std::min(page_.find_first_of("\\\"", at_), end_);
      text_.copy(page_.substr(at_, stop - at_), at_);
      at_ = stop;
      if (at_ + 1 < end_ && page_[at_] == '\\') escape();
      if (at_ + 1 == end_ && page_[at_] == '\\') ++at_;
    }
    return std::move(text_);
  }

  std::size_t end() const { return std::min(at_ + 1, end_); }

 private:
  void escape() {
    const char c = page_[at_ + 1];
    if (const auto unit = hex_unit(page_.substr(at_, end_ - at_))) return unicode(*unit);
    const std::string words = c == 'n'               ? "\n"
                              : c == 't'             ? "\t"
                              : c == 'r'             ? "\r"
                              : c == 'b' || c == 'f' ? " "
                                                     : std::string(1, c);
    text_.replace(static_cast<unsigned char>(c) < 0x80 ? words : "?", {at_, at_ + 2});
    at_ += 2;
  }

  void unicode(char32_t unit) {
    std::size_t size = 6;
    if (unit >= 0xD800 && unit < 0xDC00)
      if (const auto low = hex_unit(page_.substr(at_ + 6, end_ - std::min(end_, at_ + 6)));
          low && *low >= 0xDC00 && *low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (*low - 0xDC00);
        size = 12;
      }
    if (unit == 0 || (unit >= 0xD800 && unit < 0xE000)) unit = 0xFFFD;
    std::string words;
    append_utf8(words, unit);
    text_.replace(words, {at_, at_ + size});
    at_ += size;
  }

  std::string_view page_;
  std::size_t at_;
  std::size_t end_;
  AlignedText text_;
};

// Adds `inner`, whose raw bytes are bytes of outer's text, mapped to the raw bytes of `outer`.
void append_through(const AlignedText& outer, const AlignedText& inner, AlignedText& text) {
  const std::vector<AlignedText::Run> outer_runs = outer.runs();
  for (const AlignedText::Run& run : inner.runs()) {
    if (text.full()) return;
    const std::string_view words = words_at(inner.text(), run.clean);
    if (run.clean.size() != run.raw.size()) {
      text.replace(words, outer.origin(run.raw));
      continue;
    }
    auto piece = std::upper_bound(outer_runs.begin(), outer_runs.end(), run.raw.begin,
                                  [](std::size_t at, const AlignedText::Run& one) { return at < one.clean.end; });
    for (std::size_t at = run.raw.begin; at < run.raw.end && piece != outer_runs.end(); ++piece) {
      const std::size_t end = std::min(piece->clean.end, run.raw.end);
      const std::string_view part = words.substr(at - run.raw.begin, end - at);
      if (piece->clean.size() == piece->raw.size())
        text.copy(part, piece->raw.begin + (at - piece->clean.begin));
      else
        text.replace(part, piece->raw);
      at = end;
    }
  }
}

void new_line(AlignedText& text, std::size_t raw) {
  if (!text.text().empty()) text.replace("\n", {raw, raw});
}

bool is_markup(std::string_view text) {
  for (const char* mark : {"<p", "<P", "<br", "</", "<div"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

// Does it have sentences, and not look like code, addresses or keys?
bool is_prose(std::string_view text) {
  const auto blanks = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  if (12 * blanks < text.size() || text.find_first_of(".!?\xE3") == std::string_view::npos) return false;
  const auto odd = std::count_if(text.begin(), text.end(), [](char c) { return c == '{' || c == '}' || c == ';'; });
  return static_cast<std::size_t>(odd) * 50 < text.size();
}

class Search {
 public:
  Search(std::string_view page, const HtmlTree& tree) : page_(page), tree_(tree) {}

  HiddenText run() {
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      const HtmlNode& here = tree_.nodes[node];
      if (here.tag == HtmlTag::script && tree_.end_of(node) > node + 1) look_at_script(node);
      if (here.tag != HtmlTag::noscript && here.tag != HtmlTag::template_) continue;
      look_at_markup(here.raw, here.tag == HtmlTag::noscript ? "noscript" : "template");
      node = tree_.end_of(node) - 1;  // its content was read with it
    }
    return std::move(best_);
  }

 private:
  void look_at_script(std::uint32_t node) {
    const std::string_view type = tree_.attribute(page_, node, Attribute::type);
    const PageSpan raw = tree_.nodes[node + 1].raw;
    if (type.find("template") != std::string_view::npos || type.find("html") != std::string_view::npos)
      return look_at_markup(raw, "a template");
    for (const Key& key : keys) look_for(key, raw);
  }

  void offer(AlignedText text, const char* where) {
    if (text.text().size() >= std::max(shortest_text, best_.text.text().size() + 1)) best_ = {std::move(text), where};
  }

  // Markup that is in the page as it is. Read without the element around it, inside which it would be hidden again.
  void look_at_markup(Span raw, const char* where) {
    std::string_view markup = words_at(page_, raw);
    if (markup.size() < shortest_text) return;
    std::size_t begin = raw.begin;
    for (const char* tag : {"<noscript", "<template"})
      if (markup.starts_with(tag)) begin += std::min(markup.find('>') + 1, markup.size());
    AlignedText outer;
    outer.copy(page_.substr(begin, raw.end - begin), begin);
    AlignedText text;
    append_through(outer, find_main_text(outer.text(), parse_html(outer.text())), text);
    if (is_prose(text.text())) offer(std::move(text), where);
  }

  void look_for(const Key& key, Span script) {
    const std::string_view within = page_.substr(0, script.end);
    AlignedText all;
    added_.clear();
    for (std::size_t at = script.begin; (at = within.find(key.name, at)) != std::string_view::npos && !all.full();) {
      at = within.find_first_not_of(" \t\r\n", at + key.name.size());
      if (at == std::string_view::npos || within[at] != ':') continue;
      at = within.find_first_not_of(" \t\r\n", at + 1);
      if (at == std::string_view::npos || within[at] != '"') continue;
      JsonString string(page_, at + 1, script.end);
      const AlignedText value = string.read();
      at = string.end();
      if (value.text().size() >= key.shortest && is_prose(value.text())) add(value, all);
    }
    offer(std::move(all), key.where);
  }

  void add(const AlignedText& value, AlignedText& all) {
    const std::size_t begin = value.origin({0, 0}).begin;
    AlignedText shown =
        is_markup(value.text()) ? find_whole_text(value.text(), parse_html(value.text())) : AlignedText();
    if (shown.text().empty()) shown.copy(value.text(), 0);
    if (!added_.insert(shown.text()).second) return;  // state repeats itself
    new_line(all, begin);
    append_through(value, shown, all);
  }

  std::string_view page_;
  const HtmlTree& tree_;
  HiddenText best_;
  std::unordered_set<std::string> added_;  // to the text being assembled
};

}  // namespace

HiddenText find_hidden_text(std::string_view page, const HtmlTree& tree) { return Search(page, tree).run(); }

}  // namespace hearsay
