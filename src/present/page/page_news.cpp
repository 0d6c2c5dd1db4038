// The news: the first points of the account, one line each, for the reader who has two minutes. Each leads to its place
// further down, where it stands with all its evidence.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

namespace hearsay {

namespace {

void write_line(std::string& page, const AccountView& view, std::size_t number) {
  const Point& point = view.account().points[number];
  const Claim& best = view.account().claims[point.representative];
  put(page, "<li class=\"{}\">", style_of(point.standing));
  write_claim(page, view, best);
  page += "<p class=\"by\">";
  if (!best.sources.empty()) put(page, "<i>{}</i> · ", chain_phrase(best));
  put(page, "<a href=\"#{}\">{}</a> in {}", view.address_of(number), bracket_phrase(point.origins, "origin", "origins"),
      counted(view.articles_of(point).size(), "report", "reports"));
  if (point.standing != Standing::single_origin && point.standing != Standing::corroborated)
    put(page, " <b>{}</b>", standing_phrase(point.standing));
  page += "</p></li>\n";
}

}  // namespace

void write_news(std::string& page, const AccountView& view) {
  const std::vector<std::size_t> news = view.news();
  if (news.empty()) return;
  page +=
      "<section id=\"news\" aria-labelledby=\"news-title\">\n<h2 id=\"news-title\">The news</h2>\n"
      "<p class=\"note\">What the reports themselves put first.</p>\n<ol class=\"news\">\n";
  for (const std::size_t point : news) write_line(page, view, point);
  page += "</ol>\n</section>\n";
}

}  // namespace hearsay
