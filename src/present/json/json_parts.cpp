// A span is given in code points, as the W3C TextPositionSelector counts them, and where its words stand beside it they
// are exactly the article's.
#include "present/json/json_parts.h"

#include "group/copies/families.h"

namespace hearsay {

void Positions::add_span(Span bytes, JsonText& out) const {
  const Span points = index_.in_code_points(bytes);
  out.add("begin", points.begin).add("end", points.end);
}

void Positions::add_quoted(Span bytes, JsonText& out) const {
  add_span(bytes, out);
  out.add("text", words_at(text_, bytes));
}

std::vector<Positions> positions_of(std::span<const Article> articles) { return {articles.begin(), articles.end()}; }

void add_day(std::string_view name, const std::optional<Day>& day, JsonText& out) {
  out.add(name, day ? std::optional(to_iso(*day)) : std::nullopt);
}

std::string numbered_id(char letter, std::size_t index) { return letter + std::to_string(index + 1); }

namespace {

// What pages and feeds state beyond the title and the day; absent from plain texts.
void add_statements(const Article& article, JsonText& out) {
  if (article.address) out.add("address", *article.address);
  if (article.modified) out.add("modified", to_iso(*article.modified));
  if (!article.authors.empty()) out.add_values("authors", article.authors);
  if (!article.stated_origins.empty()) out.add_values("stated_origins", article.stated_origins);
  if (article.statements.empty()) return;
  out.add_objects("statements", article.statements,
                  [&](const Statement& statement) { out.add("what", statement.what).add("where", statement.where); });
}

}  // namespace

void add_article(const Article& article, JsonText& out) {
  out.add("format", "hearsay/article/1").add("id", article.id).add("location", article.location);
  out.add("outlet", article.outlet);
  if (const auto owner = owner_of(article.outlet.value_or(""))) out.add("outlet_family", *owner);
  out.add("title", article.title);
  out.add("published", article.published ? std::optional(to_iso(*article.published)) : std::nullopt);
  out.add("language", article.language);
  add_statements(article, out);
}

void add_boilerplate(const Article& article, const Positions& positions, JsonText& out) {
  out.add_objects("boilerplate", article.boilerplate, [&](const Boilerplate& part) {
    positions.add_span(part.span, out);
    out.add("why", part.why);
  });
}

}  // namespace hearsay
