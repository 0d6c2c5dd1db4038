// Who copied whom: a graph from left to right by publication time, a line as thick as the text shared, dotted where the
// direction is unknown, and under it each copy with its reason and its two texts aligned. The list says all that the
// graph says, so nothing depends on seeing it.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace hearsay {

namespace {

constexpr std::size_t collated_bytes = 12'000;  // of all copies on the page together, so that it stays light
constexpr std::size_t most_nodes = 40;
constexpr int row_height = 30;
constexpr int width = 680;
constexpr int label_width = 220;

// The articles that share text with another, in order of time.
std::vector<std::size_t> articles_in_copies(const AccountView& view) {
  std::vector<std::size_t> articles;
  for (const std::size_t article : view.articles_by_time()) {
    const auto has_it = [&](const Copy& copy) { return copy.from == article || copy.to == article; };
    if (std::any_of(view.account().copies.begin(), view.account().copies.end(), has_it)) articles.push_back(article);
  }
  return articles;
}

struct Place {
  double x;
  double y;
};

// A line goes down from the earlier article and then right to the later one: names stand right of their dots, so no
// line crosses a name.
void write_line(std::string& page, const Copy& copy, std::size_t number, Place from, Place to) {
  if (from.y > to.y) std::swap(from, to);
  put(page,
      "<a href=\"#copy{}\" aria-label=\"Copy {}\"><path class=\"{}\" stroke-width=\"{:.1f}\" d=\"M{:.0f} "
      "{:.0f}V{:.0f}Q{:.0f} "
      "{:.0f} {:.0f} {:.0f}H{:.0f}\"/></a>\n",
      number + 1, number + 1, copy.direction_known ? "known" : "unknown", 1.5 + 5.5 * copy.share, from.x, from.y,
      to.y - 10, from.x, to.y, from.x + 10, to.y, to.x - 6);
}

void write_graph(std::string& page, const AccountView& view, const std::vector<std::size_t>& nodes) {
  std::map<std::size_t, Place> places;
  const double step =
      nodes.size() > 1 ? static_cast<double>(width - label_width) / static_cast<double>(nodes.size() - 1) : 0;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    places[nodes[i]] = {12 + step * static_cast<double>(i), 16.0 + row_height * static_cast<double>(i)};
  put(page,
      "<div class=\"wide\" role=\"region\" aria-label=\"Graph of copies\" tabindex=\"0\"><svg class=\"graph\" "
      "viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"Articles by publication time, joined where they share "
      "text; the list below says the same\">\n",
      width, row_height * nodes.size() + 4);
  for (std::size_t i = 0; i < view.account().copies.size(); ++i) {
    const Copy& copy = view.account().copies[i];
    write_line(page, copy, i, places[copy.from], places[copy.to]);
  }
  for (const std::size_t node : nodes) {
    const Article& article = view.account().articles[node];
    const Place place = places[node];
    put(page, "<a href=\"#a{}\"><circle cx=\"{:.0f}\" cy=\"{:.0f}\" r=\"5\"/><text x=\"{:.0f}\" y=\"{:.0f}\">{}",
        node + 1, place.x, place.y, place.x + 11, place.y + 4, newsroom_name(article));
    if (article.published) put(page, " <tspan>{}</tspan>", short_day_phrase(article.published->day, view.account()));
    page += "</text></a>\n";
  }
  page += "</svg></div>\n";
}

std::string_view kind_phrase(const Copy& copy) {
  switch (copy.kind) {
    case CopyKind::copy:
      return copy.direction_known ? "was copied by" : "shares text with";
    case CopyKind::common_source:
      return "has a source in common with";
    case CopyKind::translation:
      return copy.direction_known ? "was translated by" : "has the same text, in translation, as";
    case CopyKind::revision:
      return "was revised as";
  }
  return {};
}

void write_copy(std::string& page, const AccountView& view, std::size_t number, std::size_t most_bytes) {
  const Copy& copy = view.account().copies[number];
  const Article& from = view.account().articles[copy.from];
  const Article& to = view.account().articles[copy.to];
  put(page,
      "<details class=\"copy\" id=\"copy{}\" data-from=\"{}\" data-to=\"{}\"><summary><b>{}</b> {} <b>{}</b> <span "
      "class=\"figure\">{:.0f}% of its "
      "words{}</span></summary>\n<p>{}</p>\n",
      number + 1, from.id, to.id, newsroom_name(from), kind_phrase(copy), newsroom_name(to), 100 * copy.share,
      copy.direction_known ? "" : "; it is not known which was first", copy.why);
  write_collation(page, view, copy, most_bytes);
  page += "</details>\n";
}

}  // namespace

void write_copies(std::string& page, const AccountView& view) {
  const auto& copies = view.account().copies;
  if (copies.empty()) return;
  page +=
      "<section id=\"copies\" aria-labelledby=\"copies-title\">\n<h2 id=\"copies-title\">Who copied whom</h2>\n<p "
      "class=\"note\">The earlier text is on the left, the later on the right. The thicker the line, the more text "
      "they share; where it is dotted, it is not known which was first.</p>\n";
  const auto nodes = articles_in_copies(view);
  if (nodes.size() <= most_nodes) write_graph(page, view, nodes);
  std::vector<std::size_t> order(copies.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return copies[a].share > copies[b].share; });
  for (const std::size_t copy : order) write_copy(page, view, copy, collated_bytes / copies.size());
  page += "</section>\n";
}

}  // namespace hearsay
