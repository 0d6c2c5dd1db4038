#include "clean/clean.h"

#include "base/utf8.h"
#include "clean/boilerplate.h"
#include "clean/language.h"

#include <algorithm>

namespace hearsay {

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

// Why a text cannot be used; nothing when it can.
std::optional<std::string> fault_of(std::string_view text) {
  if (is_blank(text)) return "is empty";
  const auto broken = first_broken_byte(text);
  if (text.find('\0') != std::string_view::npos) return "is binary, not text";
  if (broken) return "is not UTF-8 text (byte " + std::to_string(*broken) + ")";
  return std::nullopt;
}

// Metadata comes from outside and goes into JSON: what is not well formed is as good as absent.
void drop_if_broken(std::optional<std::string>& value) {
  if (value && first_broken_byte(*value)) value.reset();
}

Article described(Record& record) {
  for (auto* value : {&record.title, &record.outlet, &record.published, &record.language}) drop_if_broken(*value);
  Article article;
  article.id = std::move(record.id);
  article.location = std::move(record.location);
  article.title = std::move(record.title);
  article.outlet = std::move(record.outlet);
  if (record.published) article.published = parse_moment(*record.published);
  if (record.language) article.language = language_of_tag(*record.language);
  return article;
}

}  // namespace

tl::expected<Article, std::string> clean(Record record) {
  if (const auto fault = fault_of(record.content)) return tl::unexpected(*fault);
  Article article = described(record);
  article.text = std::move(record.content);
  article.boilerplate = find_boilerplate(article.text);
  if (!article.language) article.language = detect_language(article.text);
  return article;
}

}  // namespace hearsay
