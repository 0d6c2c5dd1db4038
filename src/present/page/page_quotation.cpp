// Sources' words as the page shows them. They are always spans of an article, whole and in one piece.
#include "present/page/page_parts.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"
#include "present/words/wordings.h"

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

void open_quotation(std::string& page, std::string_view words) {
  page += opens_with_quotation_mark(words) ? "<q class=\"own-marks\">" : "<q>";
}

void write_marked(std::string& page, std::string_view text, Span words, std::span<const Span> marked) {
  std::size_t at = words.begin;
  for (const Span& mark : marked) {
    const Span inside = intersection(mark, words);
    if (inside.empty() || inside.begin < at) continue;
    put(page, "{}<mark>{}</mark>", words_at(text, {at, inside.begin}), words_at(text, inside));
    at = inside.end;
  }
  put(page, "{}", words_at(text, {at, words.end}));
}

void write_around(std::string& page, std::string_view words) {
  if (!words.empty()) put(page, "<span class=\"around\">{}</span>", words);
}

}  // namespace

void write_quotation(std::string& page, std::string_view text, Span words, std::span<const Span> marked) {
  open_quotation(page, words_at(text, words));
  write_marked(page, text, words, marked);
  page += "</q>";
}

void write_claim(std::string& page, const AccountView& view, const Claim& claim, std::span<const Span> marked) {
  const std::string_view text = view.article_of(claim).text;
  const Span shown = claim.context.value_or(claim.span);
  open_quotation(page, words_at(text, shown));
  write_around(page, words_at(text, {shown.begin, claim.span.begin}));
  write_marked(page, text, claim.span, marked);
  write_around(page, words_at(text, {claim.span.end, shown.end}));
  page += "</q>";
}

void write_minor_claim(std::string& page, const AccountView& view, const Claim& claim, std::span<const Span> marked) {
  // Beyond so many points the sentences around claims would be a seventh of the page.
  constexpr std::size_t most_points = 400;
  if (view.account().points.size() > most_points)
    write_quotation(page, view.article_of(claim).text, claim.span, marked);
  else
    write_claim(page, view, claim, marked);
}

void write_newsroom_link(std::string& page, const AccountView& view, std::size_t claim) {
  const Account& account = view.account();
  const Article& article = view.article_of(account.claims[claim]);
  put(page, "<a href=\"#c{}\">{}", claim + 1, newsroom_name(article));
  const bool several_days = account.begin && account.end && *account.begin != *account.end;
  const bool several_articles = view.articles_in_newsroom(view.newsroom_of(account.claims[claim].article)) > 1;
  if (article.published && (several_days || several_articles))
    put(page, " <small>{}</small>", short_day_phrase(article.published->day, account));
  page += "</a>";
}

void write_newsroom_links(std::string& page, const AccountView& view, const std::vector<std::size_t>& claims) {
  std::set<std::size_t> articles;  // an article that says it twice is one voice
  for (const std::size_t claim : claims) {
    if (!articles.insert(view.account().claims[claim].article).second) continue;
    if (articles.size() > 1) page += ", ";
    write_newsroom_link(page, view, claim);
  }
}

void write_byline(std::string& page, const AccountView& view, const std::vector<std::size_t>& claims) {
  const Claim& first = view.account().claims[claims.front()];
  page += "<p class=\"by\">";
  write_newsroom_links(page, view, claims);
  put(page, " <i>{}</i>", chain_phrase(first));
  if (first.stance != Stance::asserts) put(page, " <b>{}</b>", to_text(first.stance));
  if (const std::string words = stand_in_phrase(first, view.article_of(first)); !words.empty())
    put(page, " <span class=\"stands-for\">({})</span>", words);
  page += "</p>\n";
}

void write_other_wordings(std::string& page, const AccountView& view, const Point& point, std::size_t most) {
  const auto wordings = wordings_of(view.account(), point);
  if (wordings.size() < 2) return;
  page += "<ul class=\"wordings\">\n";
  const std::size_t told = std::min(wordings.size() - 1, most);
  const auto end = wordings.begin() + static_cast<std::ptrdiff_t>(1 + told);
  for (auto wording = wordings.begin() + 1; wording != end; ++wording) {
    const Claim& claim = view.account().claims[wording->front()];
    page += "<li>";
    write_minor_claim(page, view, claim, differing_words(view.account(), point, wording->front()));
    write_byline(page, view, *wording);
    page += "</li>\n";
  }
  if (const std::size_t more = wordings.size() - 1 - told; more > 0)
    put(page, "<li>{}, underlined in the articles</li>\n", counted(more, "more wording", "more wordings"));
  page += "</ul>\n";
}

std::string more_than(std::size_t all, std::size_t told) {
  return all > told ? fmt::format(" and {} more", all - told) : std::string();
}

}  // namespace hearsay
