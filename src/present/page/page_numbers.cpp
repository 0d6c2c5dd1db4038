// The key numbers: each counted thing with every figure in order of time, drawn on one axis.
#include "present/page/page_parts.h"
#include "present/page/page_scale.h"
#include "present/words/key_numbers.h"

namespace hearsay {

namespace {

// The links to claims stand at the point too, one step away; here there would be too many to go through by keyboard.
std::string without_tab_stops(const std::string& drawn) {
  constexpr std::string_view link = "<a ";
  std::string page;
  std::size_t done = 0;
  for (std::size_t at = drawn.find(link); at != std::string::npos; at = drawn.find(link, at + 1)) {
    page.append(drawn, done, at - done).append("<a tabindex=\"-1\" ");
    done = at + link.size();
  }
  return page.append(drawn, done);
}

}  // namespace

void write_numbers(std::string& page, const AccountView& view) {
  const std::vector<KeyNumber> numbers = key_numbers(view);
  if (numbers.empty()) return;
  page +=
      "<section id=\"numbers\" aria-labelledby=\"numbers-title\">\n<h2 id=\"numbers-title\">Key numbers</h2>\n"
      "<p class=\"note\">Each figure by the day of its report, the earliest first.</p>\n";
  for (const KeyNumber& number : numbers) {
    const Point& point = view.account().points[number.point];
    const Claim& best = view.account().claims[point.representative];
    page += "<div class=\"number\"><h3>";
    write_claim(page, view, best);
    put(page, "</h3>\n<p class=\"by\"><a href=\"#{}\">{}</a></p>\n", view.address_of(number.point),
        course_phrase(number, point));
    std::string scale;
    write_scale(scale, view, number.figures, Axis::numbers);
    page += without_tab_stops(scale) + "</div>\n";
  }
  page += "</section>\n";
}

}  // namespace hearsay
