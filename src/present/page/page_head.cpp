// The head of the page: what the story is, how widely it is told, and where to find what.
#include "present/page/page_parts.h"
#include "present/words/key_numbers.h"
#include "present/words/phrases.h"

#include <algorithm>

namespace hearsay {

namespace {

void write_contents(std::string& page, const AccountView& view) {
  static constexpr Standing standings[] = {Standing::contested, Standing::corroborated, Standing::single_origin,
                                           Standing::unanswered, Standing::background};
  page += "<nav aria-label=\"On this page\"><ul>\n";
  if (view.account().without) page += "<li><a href=\"#without\">Without some of the sources</a></li>\n";
  if (!view.account().points.empty()) page += "<li><a href=\"#news\">The news</a></li>\n";
  if (!key_numbers(view).empty()) page += "<li><a href=\"#numbers\">Key numbers</a></li>\n";
  if (!view.account().updates.empty()) page += "<li><a href=\"#updates\">Updated</a></li>\n";
  for (const Standing standing : standings) {
    const auto count = std::count_if(view.account().points.begin(), view.account().points.end(),
                                     [&](const Point& point) { return point.standing == standing; });
    if (count == 0) continue;
    put(page, "<li class=\"{}\"><a href=\"#{}\"><b>{}</b> {}</a></li>\n", style_of(standing), style_of(standing), count,
        standing_phrase(standing));
  }
  if (!view.account().origins.empty()) page += "<li><a href=\"#origins\">Who says what</a></li>\n";
  if (!view.account().points.empty()) page += "<li><a href=\"#matrix\">Newsroom by newsroom</a></li>\n";
  if (!view.account().copies.empty()) page += "<li><a href=\"#copies\">Who copied whom</a></li>\n";
  if (!view.account().entities.empty()) page += "<li><a href=\"#names\">Names</a></li>\n";
  page += "<li><a href=\"#limits\">What this page cannot tell</a></li>\n";
  page += "<li><a href=\"#articles\">The articles</a></li>\n</ul></nav>\n";
}

}  // namespace

void write_head(std::string& page, const AccountView& view) {
  const Account& account = view.account();
  put(page, "<header>\n<p class=\"masthead\">Hearsay <span>an account of {}</span></p>\n<h1><q>{}</q></h1>\n",
      counted(account.articles.size(), "report", "reports"), account.title);
  page += "<p class=\"counts\">";
  if (const std::string days = days_phrase(account.begin, account.end); !days.empty()) put(page, "{} · ", days);
  put(page, "{} · {} · {}</p>\n", counted(account.articles.size(), "article", "articles"),
      counted(view.newsrooms().size(), "newsroom", "newsrooms"), counted(account.origins.size(), "origin", "origins"));
  if (!view.left_out().empty()) put(page, "<p class=\"note\">{}</p>\n", view.left_out());
  write_contents(page, view);
  page += "</header>\n";
}

}  // namespace hearsay
