// Points down, newsrooms across. A cell is filled where the newsroom asserts the point, outlined where it hedges,
// struck where it denies; its figure is the value it gives. Newsrooms that share text stand side by side under one
// line. Only points that two newsrooms touch have a row: the rest would be one mark each.
#include "present/page/page_parts.h"
#include "present/words/answers.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

constexpr std::size_t most_rows = 40;          // a table that can still be taken in; the points that come first
constexpr std::size_t longest_row_title = 70;  // bytes; the whole words stand in the point's own card

// What a newsroom says on a point: its claim with a value before others.
std::optional<std::size_t> claim_of(const AccountView& view, const Point& point, std::size_t newsroom) {
  std::optional<std::size_t> found;
  for (const std::size_t number : point.claims) {
    const Claim& claim = view.account().claims[number];
    if (view.newsroom_of(claim.article) != newsroom) continue;
    if (!found || (view.account().claims[*found].values.empty() && !claim.values.empty())) found = number;
  }
  return found;
}

std::string_view cell_style(Stance stance) {
  switch (stance) {
    case Stance::asserts:
    case Stance::confirms:
      return "asserts";
    case Stance::estimates:
    case Stance::hedges:
      return "hedges";
    case Stance::denies:
      return "denies";
    case Stance::declines:
      return "declines";
  }
  return {};
}

void write_cell(std::string& page, const AccountView& view, const Point& point, std::size_t newsroom) {
  const auto number = claim_of(view, point, newsroom);
  if (!number) {
    page += "<td></td>";
    return;
  }
  const Claim& claim = view.account().claims[*number];
  const Value* given = value_given(view.account(), point, *number);
  const std::string value = given ? brief_value_phrase(*given, view.account()) : std::string();
  const std::string_view style = cell_style(claim.stance);
  // Most cells assert: a value alone says so, and the filled cell needs no name of its own.
  if (style == "asserts" && !value.empty())
    put(page, "<td><a href=\"#c{}\">{}</a></td>", *number + 1, value);
  else if (style == "asserts")
    put(page, "<td><a href=\"#c{}\" title=\"{}\"></a></td>", *number + 1, to_text(claim.stance));
  else
    put(page, "<td><a class=\"{}\" href=\"#c{}\" title=\"{}\">{}</a></td>", style, *number + 1, to_text(claim.stance),
        value);
}

void write_row(std::string& page, const AccountView& view, std::size_t number,
               const std::vector<std::size_t>& newsrooms) {
  const Point& point = view.account().points[number];
  const Claim& best = view.account().claims[point.representative];
  const std::string_view words = view.words_of(best);
  const std::string_view beginning = beginning_of(words, longest_row_title);
  put(page, "<tr class=\"{}\"><th scope=\"row\"><a href=\"#{}\">", style_of(point.standing), view.address_of(number));
  write_quotation(page, beginning, {0, beginning.size()}, {});
  put(page, "{}</a> <span class=\"tag\">{}</span></th>", beginning.size() < words.size() ? " …" : "",
      standing_phrase(point.standing));
  for (const std::size_t newsroom : newsrooms) write_cell(page, view, point, newsroom);
  page += "</tr>\n";
}

void write_columns(std::string& page, const AccountView& view, const std::vector<std::vector<std::size_t>>& groups) {
  const bool any_tie = std::any_of(groups.begin(), groups.end(), [](const auto& group) { return group.size() > 1; });
  page += "<thead>\n";
  if (any_tie) {
    page += "<tr class=\"ties\"><td></td>";
    for (const auto& group : groups) {
      if (group.size() > 1)
        put(page, "<th scope=\"colgroup\" colspan=\"{}\"><span>share text</span></th>", group.size());
      else
        page += "<td></td>";
    }
    page += "</tr>\n";
  }
  page += "<tr><th scope=\"col\">Point</th>";
  for (const auto& group : groups)
    for (const std::size_t newsroom : group)
      put(page, "<th scope=\"col\" class=\"newsroom\"><span>{}</span></th>", view.newsrooms()[newsroom]);
  page += "</tr>\n</thead>\n";
}

}  // namespace

void write_matrix(std::string& page, const AccountView& view) {
  std::vector<std::size_t> rows;
  for (std::size_t point = 0; point < view.account().points.size(); ++point)
    if (view.newsrooms_of(view.account().points[point]).size() > 1) rows.push_back(point);
  if (view.account().points.empty()) return;
  const std::size_t left_out = view.account().points.size() - rows.size();
  const std::size_t shared = rows.size();
  rows.resize(std::min(rows.size(), most_rows));
  page +=
      "<section id=\"matrix\" aria-labelledby=\"matrix-title\">\n<h2 id=\"matrix-title\">Newsroom by newsroom</h2>\n<p "
      "class=\"note\">Filled: asserts. Outlined: hedges or estimates. Struck: denies. Dotted: does not answer.";
  if (rows.size() < shared) put(page, " The first {} of {}.", rows.size(), counted(shared, "point", "points"));
  if (left_out > 0)
    put(page, " {} that only one newsroom has {} no row.", counted(left_out, "point", "points"),
        left_out == 1 ? "has" : "have");
  page += "</p>\n";
  if (!rows.empty()) {
    const auto groups = view.newsrooms_sharing_text();
    std::vector<std::size_t> newsrooms;
    for (const auto& group : groups) newsrooms.insert(newsrooms.end(), group.begin(), group.end());
    page +=
        "<p class=\"sorting\" hidden>Sort by <button type=\"button\" data-by=\"standing\" "
        "aria-pressed=\"true\">standing</button> <button type=\"button\" data-by=\"spread\" "
        "aria-pressed=\"false\">newsrooms</button> <button type=\"button\" data-by=\"first\" "
        "aria-pressed=\"false\">first seen</button></p>\n<div class=\"wide\" role=\"region\" "
        "aria-label=\"The table, which may be wider than the page\" tabindex=\"0\">\n<table>\n";
    write_columns(page, view, groups);
    page += "<tbody>\n";
    for (const std::size_t point : rows) write_row(page, view, point, newsrooms);
    page += "</tbody>\n</table>\n</div>\n";
  }
  page += "</section>\n";
}

}  // namespace hearsay
