// Who says what: people, bodies and documents, each once, with the points that they speak on, parted by what they do
// there: say, confirm, deny, decline. Outlets in their own voice and the unnamed follow, folded: they are no witnesses
// by name.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace hearsay {

namespace {

constexpr std::size_t most_points = 20;  // of one origin, each with a link
constexpr std::size_t bars_shown = 8;    // the rest is folded: a reader compares a handful of origins, not fifty

bool has_a_name(const Origin& origin) {
  return origin.kind != OriginKind::outlet && origin.kind != OriginKind::unnamed;
}

// Named ones first, and of these the ones that speak on most points.
std::vector<std::size_t> origins_by_weight(const AccountView& view) {
  const auto& origins = view.account().origins;
  std::vector<std::size_t> order(origins.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (has_a_name(origins[a]) != has_a_name(origins[b])) return has_a_name(origins[a]);
    return view.points_on_origin(a).size() > view.points_on_origin(b).size();
  });
  return order;
}

std::string_view kind_phrase(OriginKind kind) {
  static constexpr std::string_view phrases[] = {"a speaker", "an organization", "a document", "an outlet's own word",
                                                 "not named"};
  return phrases[static_cast<std::size_t>(kind)];
}

// Of several stances on one point the one that says most: a denial before a refusal before a plain statement.
int weight_of(Stance stance) {
  static constexpr std::array<int, 6> weights = {1, 2, 5, 1, 1, 4};
  return weights[static_cast<std::size_t>(stance)];
}

std::string_view verb_for(Stance stance) {
  static constexpr std::string_view verbs[] = {"says",      "confirms", "denies",
                                               "estimates", "supposes", "gives no answer on"};
  return verbs[static_cast<std::size_t>(stance)];
}

void write_stances(std::string& page, const AccountView& view, std::size_t number) {
  const Account& account = view.account();
  std::map<std::size_t, Stance> on;  // each point once
  for (const std::size_t c : account.origins[number].claims) {
    const Claim& claim = account.claims[c];
    const auto [known, is_new] = on.try_emplace(claim.point, claim.stance);
    if (!is_new && weight_of(claim.stance) > weight_of(known->second)) known->second = claim.stance;
  }
  std::map<Stance, std::string> links;
  std::map<Stance, std::size_t> count;
  for (const auto& [point, stance] : on) {
    if (++count[stance] > most_points) continue;
    put(links[stance], " <a href=\"#{}\">p{}</a>", view.address_of(point), point + 1);
  }
  bool first = true;
  for (const auto& [stance, points] : links) {
    put(page, "{}{}{}{}", first ? "" : "; ", verb_for(stance), Html{points}, more_than(count[stance], most_points));
    first = false;
  }
}

void write_origin(std::string& page, const AccountView& view, std::size_t number, std::size_t most) {
  const Origin& origin = view.account().origins[number];
  const auto& points = view.points_on_origin(number);
  const double width = most == 0 ? 0 : 100.0 * static_cast<double>(points.size()) / static_cast<double>(most);
  put(page,
      "<li id=\"o{}\"><details><summary><span class=\"name\">{}</span> <svg class=\"weight\" "
      "aria-hidden=\"true\"><rect width=\"{:.0f}%\" height=\"8\"/></svg> <span "
      "class=\"figure\">{}</span></summary>\n<p>{}. {}</p>\n<p>",
      number + 1, origin.name, width, counted(points.size(), "point", "points"), kind_phrase(origin.kind), origin.why);
  write_stances(page, view, number);
  page += "</p></details></li>\n";
}

// Without a bar: the small ones are many.
void write_small_origin(std::string& page, const AccountView& view, std::size_t number) {
  const Origin& origin = view.account().origins[number];
  put(page, "<li id=\"o{}\"><b>{}</b>, {}: ", number + 1, origin.name, kind_phrase(origin.kind));
  write_stances(page, view, number);
  page += "</li>\n";
}

}  // namespace

void write_origins(std::string& page, const AccountView& view) {
  const auto& origins = view.account().origins;
  const auto order = origins_by_weight(view);
  if (order.empty()) return;
  const auto named = static_cast<std::size_t>(std::count_if(origins.begin(), origins.end(), has_a_name));
  const std::size_t most = view.points_on_origin(order.front()).size();
  page +=
      "<section id=\"origins\" class=\"origins\" aria-labelledby=\"origins-title\"><h2 id=\"origins-title\">Who says "
      "what</h2>\n<p class=\"note\">People, bodies and documents, each with a bar for the number of points they speak "
      "on.</p>\n";
  const std::size_t shown = named <= bars_shown + 2 ? named : bars_shown;
  if (shown > 0) page += "<ul>\n";
  for (std::size_t i = 0; i < shown; ++i) write_origin(page, view, order[i], most);
  if (shown > 0) page += "</ul>\n";
  if (shown < order.size()) {
    put(page, "<details class=\"more\"><summary>{}</summary>\n<ul class=\"small\">\n",
        counted(order.size() - shown, shown > 0 ? "more origin" : "origin", shown > 0 ? "more origins" : "origins"));
    for (std::size_t i = shown; i < order.size(); ++i) write_small_origin(page, view, order[i]);
    page += "</ul></details>\n";
  }
  page += "</section>\n";
}

}  // namespace hearsay
