// What the JSON writers share: spans as code points, absent values, articles and copies.
#pragma once

#include "base/calendar.h"
#include "base/span.h"
#include "base/utf8.h"
#include "clean/article.h"
#include "group/copies/copies.h"
#include "present/json_text.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

using Json = nlohmann::ordered_json;  // keys keep the order in which they are set

// One article's byte spans as the code points they are printed in. Points into the article's text.
class Positions {
 public:
  explicit Positions(const Article& article) : text_(article.text), index_(article.text) {}

  Json span(Span bytes) const;  // {"begin":,"end":}
  Json spans(const std::vector<Span>& bytes) const;
  Json quoted(Span bytes) const;  // {"begin":,"end":,"text":}
  Span in_code_points(Span bytes) const { return index_.in_code_points(bytes); }
  std::string_view words(Span bytes) const { return words_at(text_, bytes); }

 private:
  std::string_view text_;
  CodePointIndex index_;
};

// One for each article, in their order.
std::vector<Positions> positions_of(std::span<const Article> articles);

// Null where there is nothing.
template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json or_null(const std::optional<Day>& day);  // ISO 8601

// Whole numbers without ".0", so that a count reads as one.
Json number_or_null(const std::optional<double>& value);

// An index into an account's list as it is printed: numbered_id('c', 0) is "c1".
std::string numbered_id(char letter, std::size_t index);

// What is known of an article without reading it: keys for an object that is open. And the same as an object, with its
// boilerplate.
void describe(const Article& article, JsonText& out);
Json describe(const Article& article, const Positions& positions);

// A copy as both Story and Account print it. The copy's article indices are positions in `articles`.
Json describe(const Copy& copy, std::span<const Article> articles, std::span<const Positions> positions);

// One line of JSON. Text that is not well-formed UTF-8 gets U+FFFD where it is broken.
std::string dump(const Json& json);

}  // namespace hearsay
