// The points, by standing. A contested point shows what it differs on; every other folds its further wordings. Points
// that one report alone has, and the background, are brief lines: they are many, and nobody contests them.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"
#include "present/words/wordings.h"

#include <algorithm>

namespace hearsay {

namespace {

// Of one point: copies and origins stand further down whole, and everything in the JSON.
constexpr std::size_t most_copies = 6;
constexpr std::size_t most_origins = 12;

// Of a large story, only what comes first has a card with its reasons; what differs always has.
constexpr std::size_t most_cards = 80;
constexpr std::size_t wordings_in_a_line = 3;

// Reasons in a list; copies, which are told once on the page, as links to where they stand.
void write_reasons(std::string& page, const AccountView& view, const std::vector<std::string>& reasons) {
  const Account& account = view.account();
  std::string others;
  std::string copies;
  std::size_t copy_count = 0;
  for (const std::string& reason : reasons) {
    if (const auto number = view.copy_in(reason)) {
      if (++copy_count > most_copies) continue;
      const Copy& copy = account.copies[*number];
      put(copies, "{}<a href=\"#copy{}\">{} and {}</a>", copies.empty() ? "" : ", ", *number + 1,
          newsroom_name(account.articles[copy.from]), newsroom_name(account.articles[copy.to]));
    } else {
      put(others, "<li>{}</li>", reason);
    }
  }
  if (!others.empty()) put(page, "<ul class=\"reasons\">{}</ul>\n", Html{others});
  if (!copies.empty()) put(page, "<p>Sharing text: {}{}</p>\n", Html{copies}, more_than(copy_count, most_copies));
}

// How many know it and how many gathered it; opens its reasons and its origins.
void write_bracket(std::string& page, const AccountView& view, const Point& point) {
  const std::size_t reports = view.reports_of(point);
  if (point.origin_ids.size() == 1 && point.origins.why.empty() && point.reporters.why.empty()) {
    put(page, "<p class=\"bracket\"><a href=\"#o{}\">{}</a> in {}; gathered by {}</p>\n", point.origin_ids.front() + 1,
        bracket_phrase(point.origins, "origin", "origins"), counted(reports, "report", "reports"),
        bracket_phrase(point.reporters, "newsroom", "newsrooms"));
    return;
  }
  put(page, "<details class=\"bracket\"><summary><b>{}</b> in {}; gathered by {}</summary>\n<p>Who knows it: ",
      bracket_phrase(point.origins, "origin", "origins"), counted(reports, "report", "reports"),
      bracket_phrase(point.reporters, "newsroom", "newsrooms"));
  const std::size_t told = std::min(point.origin_ids.size(), most_origins);
  for (std::size_t i = 0; i < told; ++i)
    put(page, "{}<a href=\"#o{}\">{}</a>", i == 0 ? "" : ", ", point.origin_ids[i] + 1,
        view.account().origins[point.origin_ids[i]].name);
  put(page, "{}</p>\n", more_than(point.origin_ids.size(), told));
  write_reasons(page, view, point.origins.why);
  write_reasons(page, view, point.reporters.why);
  page += "</details>\n";
}

// Whom the question went to, and the words in which no answer came.
void write_silence(std::string& page, const AccountView& view, const Point& point) {
  for (const std::size_t number : point.claims) {
    const Claim& claim = view.account().claims[number];
    if (claim.stance != Stance::declines || claim.sources.empty()) continue;
    put(page, "<p class=\"asked\">Asked: <b>{}</b>", claim.sources.back().name);
    if (const auto silence = view.silence_of(claim)) {
      page += ". The answer: ";
      write_quotation(page, view.article_of(claim).text, *silence, {});
    }
    page += "</p>\n";
    return;
  }
}

void write_fragility(std::string& page, const Point& point) {
  if (const std::string words = fragility_phrase(point); !words.empty())
    put(page, "<p class=\"fragile\">{}.</p>\n", words);
}

// The point's name as a link to where it stands, which a script makes a way to copy its address.
Html link_to_itself(const AccountView& view, std::size_t number) {
  std::string link;
  put(link, "<a class=\"here\" href=\"#{}\">p{}</a>", view.address_of(number), number + 1);
  return {link};
}

void write_card(std::string& page, const AccountView& view, std::size_t number) {
  const Point& point = view.account().points[number];
  const Claim& best = view.account().claims[point.representative];
  const auto heading = wordings_of(view.account(), point).front();
  put(page, "<article class=\"point {}\" id=\"{}\">\n<p class=\"tag\">{} {}</p>\n<h3>", style_of(point.standing),
      view.address_of(number), standing_phrase(point.standing), link_to_itself(view, number));
  write_claim(page, view, best, differing_words(view.account(), point, point.representative));
  page += "</h3>\n";
  write_byline(page, view, heading);
  if (point.standing == Standing::unanswered) write_silence(page, view, point);
  write_differences(page, view, point);
  std::string others;
  write_other_wordings(others, view, point);
  if (!others.empty()) {
    put(page, "<details class=\"others\"{}><summary>Other wordings</summary>\n{}</details>\n",
        point.standing == Standing::contested ? " open" : "", Html{others});
  }
  write_bracket(page, view, point);
  write_fragility(page, point);
  page += "</article>\n";
}

// One line for a point that has nothing to compare, or that comes late in a large story.
void write_brief(std::string& page, const AccountView& view, std::size_t number) {
  const Point& point = view.account().points[number];
  const Claim& best = view.account().claims[point.representative];
  const auto heading = wordings_of(view.account(), point).front();
  put(page, "<li id=\"{}\">", view.address_of(number));
  write_minor_claim(page, view, best);
  put(page, " {}", link_to_itself(view, number));
  write_byline(page, view, heading);
  if (number >= most_cards && view.reports_of(point) > 1)
    put(page, "<p class=\"bracket\">{} in {}</p>\n", bracket_phrase(point.origins, "origin", "origins"),
        counted(view.reports_of(point), "report", "reports"));
  write_other_wordings(page, view, point, wordings_in_a_line);
  page += "</li>\n";
}

void write_briefs(std::string& page, const AccountView& view, const std::vector<std::size_t>& points) {
  page += "<ul class=\"briefs\">\n";
  for (const std::size_t point : points) write_brief(page, view, point);
  page += "</ul>\n";
}

void open_section(std::string& page, Standing standing, std::size_t count, std::string_view title,
                  std::string_view note) {
  put(page,
      "<section id=\"{}\" class=\"standing {}\" aria-labelledby=\"{}-title\">\n<h2 id=\"{}-title\">{} <span "
      "class=\"count\">{}</span></h2>\n<p class=\"note\">{}</p>\n",
      style_of(standing), style_of(standing), style_of(standing), style_of(standing), title, count, note);
}

void write_cards_and_lines(std::string& page, const AccountView& view, std::vector<std::size_t> points) {
  const auto late = std::stable_partition(points.begin(), points.end(), [&](std::size_t point) {
    return point < most_cards || view.account().points[point].standing == Standing::contested;
  });
  for (auto point = points.begin(); point != late; ++point) write_card(page, view, *point);
  if (late != points.end()) write_briefs(page, view, {late, points.end()});
}

void write_cards(std::string& page, const AccountView& view, Standing standing, std::string_view title,
                 std::string_view note) {
  const auto points = view.points_of(standing);
  if (points.empty()) return;
  open_section(page, standing, points.size(), title, note);
  write_cards_and_lines(page, view, points);
  page += "</section>\n";
}

// What stands in many reports and comes from one origin is told at length; what one report alone has is folded.
void write_single_origins(std::string& page, const AccountView& view) {
  std::vector<std::size_t> points = view.points_of(Standing::single_origin);
  if (points.empty()) return;
  open_section(page, Standing::single_origin, points.size(), "One origin, many reports",
               "It may be reported everywhere, and yet a single person, body or document is behind it.");
  const auto alone = std::stable_partition(points.begin(), points.end(), [&](std::size_t point) {
    return view.articles_of(view.account().points[point]).size() > 1;
  });
  // What most reports repeat comes first: there the difference between reports and origins is greatest.
  std::stable_sort(points.begin(), alone, [&](std::size_t a, std::size_t b) {
    return view.articles_of(view.account().points[a]).size() > view.articles_of(view.account().points[b]).size();
  });
  write_cards_and_lines(page, view, {points.begin(), alone});
  if (const std::vector<std::size_t> rest(alone, points.end()); !rest.empty()) {
    put(page, "<details class=\"more\"><summary>{} in one report only</summary>\n",
        counted(rest.size(), "further point", "further points"));
    write_briefs(page, view, rest);
    page += "</details>\n";
  }
  page += "</section>\n";
}

void write_background(std::string& page, const AccountView& view) {
  std::vector<std::size_t> points = view.points_of(Standing::background);
  if (points.empty()) return;
  open_section(page, Standing::background, points.size(), "Background",
               "Reported by outlets in their own voice, and disputed by none of them.");
  // What several reports tell is never folded away.
  const auto alone = std::stable_partition(points.begin(), points.end(), [&](std::size_t point) {
    return view.articles_of(view.account().points[point]).size() > 1;
  });
  if (alone != points.begin()) write_briefs(page, view, {points.begin(), alone});
  if (const std::vector<std::size_t> rest(alone, points.end()); !rest.empty()) {
    put(page, "<details class=\"more\"><summary>{} in one report only</summary>\n",
        counted(rest.size(), "point", "points"));
    write_briefs(page, view, rest);
    page += "</details>\n";
  }
  page += "</section>\n";
}

}  // namespace

void write_points(std::string& page, const AccountView& view) {
  write_cards(page, view, Standing::contested, "They differ",
              "Reports differ on the same thing. Conflicts first, then numbers that can all be true, then updates.");
  write_cards(page, view, Standing::corroborated, "More than one origin",
              "Two or more who know it independently of one another, as far as the texts show.");
  write_single_origins(page, view);
  write_cards(page, view, Standing::unanswered, "Asked and not answered", "A question was put, and no answer came.");
  write_background(page, view);
  if (view.account().points.empty()) page += "<p class=\"note\">No claims were found in these reports.</p>\n";
}

}  // namespace hearsay
