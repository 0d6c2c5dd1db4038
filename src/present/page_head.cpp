// The head of the page: what the story is, how wide it is told, and on whose word it rests.
#include "present/page_parts.h"
#include "present/phrases.h"

#include <algorithm>
#include <numeric>

namespace hearsay {

namespace {

constexpr std::size_t bars_shown = 8;  // the rest is folded: a reader compares a handful of origins, not fifty

// Origins that hold up most points first.
std::vector<std::size_t> origins_by_weight(const AccountView& view) {
  std::vector<std::size_t> order(view.account().origins.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return view.points_on_origin(a).size() > view.points_on_origin(b).size();
  });
  return order;
}

std::string_view kind_phrase(OriginKind kind) {
  static constexpr std::string_view phrases[] = {"a speaker", "an organization", "a document", "an outlet's own word",
                                                 "not named"};
  return phrases[static_cast<std::size_t>(kind)];
}

void write_points_on(std::string& page, const AccountView& view, std::size_t number) {
  for (const std::size_t point : view.points_on_origin(number))
    put(page, " <a href=\"#p{}\">p{}</a>", point + 1, point + 1);
}

void write_origin(std::string& page, const AccountView& view, std::size_t number, std::size_t most) {
  const Origin& origin = view.account().origins[number];
  const auto& points = view.points_on_origin(number);
  const double width = most == 0 ? 0 : 100.0 * static_cast<double>(points.size()) / static_cast<double>(most);
  put(page,
      "<li id=\"o{}\"><details><summary><span class=\"name\">{}</span> <svg class=\"weight\" "
      "aria-hidden=\"true\"><rect width=\"{:.0f}%\" height=\"8\"/></svg> <span "
      "class=\"figure\">{}</span></summary>\n<p>{}. {}</p>\n<p>Rests on it:",
      number + 1, origin.name, width, counted(points.size(), "point", "points"), kind_phrase(origin.kind), origin.why);
  write_points_on(page, view, number);
  page += "</p></details></li>\n";
}

// Without a bar: the small ones are many.
void write_small_origin(std::string& page, const AccountView& view, std::size_t number) {
  const Origin& origin = view.account().origins[number];
  put(page, "<li id=\"o{}\"><b>{}</b>, {}:", number + 1, origin.name, kind_phrase(origin.kind));
  write_points_on(page, view, number);
  page += "</li>\n";
}

void write_origins(std::string& page, const AccountView& view) {
  const auto order = origins_by_weight(view);
  if (order.empty()) return;
  const std::size_t most = view.points_on_origin(order.front()).size();
  page +=
      "<section class=\"origins\" aria-labelledby=\"origins-title\"><h2 id=\"origins-title\">On whose word</h2>\n<p "
      "class=\"note\">A bar for each origin, as long as the points that rest on it.</p>\n<ul>\n";
  const std::size_t shown = order.size() <= bars_shown + 2 ? order.size() : bars_shown;
  for (std::size_t i = 0; i < shown; ++i) write_origin(page, view, order[i], most);
  page += "</ul>\n";
  if (shown < order.size()) {
    put(page, "<details class=\"more\"><summary>{}</summary>\n<ul class=\"small\">\n",
        counted(order.size() - shown, "more origin", "more origins"));
    for (std::size_t i = shown; i < order.size(); ++i) write_small_origin(page, view, order[i]);
    page += "</ul></details>\n";
  }
  page += "</section>\n";
}

void write_contents(std::string& page, const AccountView& view) {
  static constexpr Standing standings[] = {Standing::contested, Standing::corroborated, Standing::single_origin,
                                           Standing::unanswered, Standing::background};
  page += "<nav aria-label=\"On this page\"><ul>\n";
  if (view.account().without) page += "<li><a href=\"#without\">Told without</a></li>\n";
  if (!view.account().points.empty()) page += "<li><a href=\"#news\">The news</a></li>\n";
  for (const Standing standing : standings) {
    const auto count = std::count_if(view.account().points.begin(), view.account().points.end(),
                                     [&](const Point& point) { return point.standing == standing; });
    if (count == 0) continue;
    put(page, "<li class=\"{}\"><a href=\"#{}\"><b>{}</b> {}</a></li>\n", style_of(standing), style_of(standing), count,
        standing_phrase(standing));
  }
  if (!view.account().points.empty()) page += "<li><a href=\"#matrix\">Who says what</a></li>\n";
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
  write_contents(page, view);
  write_origins(page, view);
  page += "</header>\n";
}

}  // namespace hearsay
