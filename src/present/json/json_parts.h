// What the JSON writers share: spans as code points, days, ids, what is known of an article. Each adds keys to an
// object that is open.
#pragma once

#include "base/calendar.h"
#include "base/span.h"
#include "base/utf8.h"
#include "clean/articles/article.h"
#include "present/json/json_text.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// One article's byte spans as the code points they are printed in. Points into the article's text.
class Positions {
 public:
  explicit Positions(const Article& article) : text_(article.text), index_(article.text) {}

  void add_span(Span bytes, JsonText& out) const;    // "begin", "end"
  void add_quoted(Span bytes, JsonText& out) const;  // "begin", "end", "text"
  Span in_code_points(Span bytes) const { return index_.in_code_points(bytes); }

 private:
  std::string_view text_;
  CodePointIndex index_;
};

// One for each article, in their order.
std::vector<Positions> positions_of(std::span<const Article> articles);

// ISO 8601; null where there is none.
void add_day(std::string_view name, const std::optional<Day>& day, JsonText& out);

// An index into an account's list as it is printed: numbered_id('c', 0) is "c1".
std::string numbered_id(char letter, std::size_t index);

// What is known of an article without reading it.
void add_article(const Article& article, JsonText& out);
void add_boilerplate(const Article& article, const Positions& positions, JsonText& out);

}  // namespace hearsay
