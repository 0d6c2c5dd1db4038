// Each byte's role in markup is looked up in a table; texts and quoted values are skipped with memchr.
#include "clean/markup/html_scanner.h"

#include "clean/markup/html_names.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

enum ByteKind : std::uint8_t {
  space = 1,
  letter = 2,
  ends_name = 4,       // of an element
  ends_attribute = 8,  // the name of one
  ends_value = 16,     // without quotation marks
  begins_markup = 32,  // after "<"
};

constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> table{};
  const auto set = [&table](std::string_view bytes, int kind) {
    for (const char c : bytes) table[static_cast<unsigned char>(c)] |= static_cast<std::uint8_t>(kind);
  };
  set(" \n\t\r\f", space | ends_name | ends_attribute | ends_value);
  set("/", ends_name | ends_attribute | begins_markup);
  set(">", ends_name | ends_attribute | ends_value);
  set("=", ends_attribute);
  set("!?", begins_markup);
  set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", letter | begins_markup);
  return table;
}();

bool is(char c, int kind) { return (kinds[static_cast<unsigned char>(c)] & kind) != 0; }

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return small(x) == small(y); });
}

constexpr std::size_t most_of_a_tag = 64;

// Where a comment that starts at `begin` ends: after "-->" or, as in browsers, after "--!>". "<!-->" is a comment too.
std::size_t end_of_comment(std::string_view page, std::size_t begin) {
  for (std::size_t at = begin + 2;; ++at) {
    at = page.find("--", at);
    if (at == std::string_view::npos) return page.size();
    const std::string_view after = page.substr(at + 2, 2);
    if (after.starts_with('>')) return at + 3;
    if (after == "!>" && at >= begin + 4) return at + 4;
  }
}

}  // namespace

std::size_t HtmlScanner::find(char c, std::size_t from) const { return std::min(page_.find(c, from), page_.size()); }

PageSpan HtmlScanner::span(std::size_t begin, std::size_t end) const {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

HtmlScanner::Kind HtmlScanner::next(bool in_drawing) {
  if (page_[at_] != '<' || at_ + 1 == page_.size()) return Kind::text;
  const char after = page_[at_ + 1];
  if (is(after, letter)) return Kind::opening_tag;
  if (after == '/') return at_ + 2 == page_.size() ? Kind::text : Kind::closing_tag;
  if (after != '!' && after != '?') return Kind::text;
  pass_over_declaration(in_drawing);
  return Kind::nothing;
}

void HtmlScanner::pass_over_declaration(bool in_drawing) {
  const std::string_view rest = page_.substr(at_);
  if (rest.starts_with("<!--")) {
    at_ = end_of_comment(page_, at_);
  } else if (in_drawing && rest.starts_with("<![CDATA[")) {
    const std::size_t end = page_.find("]]>", at_);
    at_ = end == std::string_view::npos ? page_.size() : end + 3;
  } else {
    at_ = std::min(find('>', at_) + 1, page_.size());
  }
}

PageSpan HtmlScanner::text() {
  const std::size_t begin = at_;
  at_ = find('<', begin + 1);
  while (at_ + 1 < page_.size() && !is(page_[at_ + 1], begins_markup)) at_ = find('<', at_ + 1);
  return span(begin, at_);
}

std::size_t HtmlScanner::name_end(std::size_t from) const {
  while (from < page_.size() && !is(page_[from], ends_name)) ++from;
  return from;
}

std::string_view HtmlScanner::opening_name() {
  const std::size_t begin = at_ + 1;
  at_ = name_end(begin);
  return page_.substr(begin, at_ - begin);
}

std::string_view HtmlScanner::closing_name() {
  const std::size_t begin = at_ + 2;
  const std::size_t end = name_end(begin);
  const std::string_view name = page_.substr(begin, end - begin);
  at_ = end;
  if (name.empty() || !is(name.front(), letter)) {  // "</ p>" is a comment
    at_ = std::min(find('>', end) + 1, page_.size());
  } else {
    std::vector<HtmlTree::AttributeValue> none;
    attributes(none, 0);  // a closing tag may have some, and ">" in them
  }
  return name;
}

bool HtmlScanner::attributes(std::vector<HtmlTree::AttributeValue>& attributes, std::size_t most) {
  std::size_t kept = 0;
  bool slash = false;
  while (at_ < page_.size()) {
    const char c = page_[at_];
    if (c == '>') {
      ++at_;
      return slash;
    }
    if (is(c, space) || c == '/') {
      slash = c == '/';
      ++at_;
      continue;
    }
    slash = false;
    const std::size_t begin = at_++;
    while (at_ < page_.size() && !is(page_[at_], ends_attribute)) ++at_;
    const std::string_view name = page_.substr(begin, at_ - begin);
    const PageSpan value = attribute_value();
    if (kept == most_of_a_tag || attributes.size() >= most) continue;
    if (const auto known = attribute_of(name)) {
      attributes.push_back({*known, value});
      ++kept;
    }
  }
  return slash;
}

PageSpan HtmlScanner::attribute_value() {
  std::size_t at = at_;
  while (at < page_.size() && is(page_[at], space)) ++at;
  if (at == page_.size() || page_[at] != '=') return span(at_, at_);
  ++at;
  while (at < page_.size() && is(page_[at], space)) ++at;
  at_ = at;
  if (at == page_.size()) return span(at, at);
  const char quote = page_[at];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = find(quote, at + 1);
    at_ = std::min(end + 1, page_.size());
    return span(at + 1, std::max(end, at + 1));
  }
  while (at_ < page_.size() && !is(page_[at_], ends_value)) ++at_;
  return span(at, at_);
}

// Does a tag of that name begin at `at` with `mark`, "<" or "</"?
bool HtmlScanner::is_tag(std::size_t at, std::string_view mark, std::string_view name) const {
  const std::size_t begin = at + mark.size();
  return page_.substr(at).starts_with(mark) && same_name(page_.substr(begin, name.size()), name) &&
         begin + name.size() < page_.size() && is(page_[begin + name.size()], ends_name);
}

PageSpan HtmlScanner::raw_text(std::string_view name) const {
  std::size_t end = find('<', at_);
  while (end < page_.size() && !is_tag(end, "</", name)) end = find('<', end + 1);
  return span(at_, end);
}

// After "<!--" in a script, "<script" opens an inner one, and the next "</script" closes only that; "-->" ends both.
// Scripts that write scripts were once hidden from old browsers this way.
PageSpan HtmlScanner::script_text() const {
  bool comment = false;
  bool inner = false;
  std::size_t at = at_;
  while (at < page_.size()) {
    at = comment ? std::min(page_.find_first_of("<-", at), page_.size()) : find('<', at);
    const std::string_view rest = page_.substr(at);
    if (comment && rest.starts_with("-->")) {
      comment = inner = false;
    } else if (!comment && rest.starts_with("<!--")) {
      comment = true;
      ++at;  // "<!-->" ends at once
    } else if (is_tag(at, "</", "script")) {
      if (!inner) break;
      inner = false;
    } else if (comment && is_tag(at, "<", "script")) {
      inner = true;
    }
    if (at < page_.size()) ++at;
  }
  return span(at_, at);
}

}  // namespace hearsay
