// The key numbers: each counted thing with every figure in order of time, drawn on one axis.
#include "present/key_numbers.h"
#include "present/page_parts.h"
#include "present/page_scale.h"

namespace hearsay {

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
    write_quotation(page, view.article_of(best).text, best.span, {});
    put(page, "</h3>\n<p class=\"by\"><a href=\"#{}\">{}</a></p>\n", view.address_of(number.point),
        course_phrase(number, point));
    write_scale(page, view, number.figures, Axis::numbers);
    page += "</div>\n";
  }
  page += "</section>\n";
}

}  // namespace hearsay
