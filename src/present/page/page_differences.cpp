// What the claims of a contested point differ on. Numbers and days are drawn on an axis; places and yes or no are
// answers with who gives which; a difference of wording or of actor shows in the wordings themselves, set off there.
#include "present/page/page_parts.h"
#include "present/page/page_scale.h"
#include "present/words/phrases.h"

namespace hearsay {

namespace {

void write_answers(std::string& page, const AccountView& view, const std::vector<Answer>& answers) {
  if (answers.empty()) return;
  page += "<ul class=\"answers\">\n";
  for (const Answer& answer : answers) {
    put(page, "<li><b>{}</b> ", answer.reading);
    write_newsroom_links(page, view, answer.claims);
    page += "</li>\n";
  }
  page += "</ul>\n";
}

void write_difference(std::string& page, const AccountView& view, const Point& point, DisagreementKind kind) {
  page += "<div class=\"difference\">\n";
  for (const Disagreement& difference : point.disagreements) {
    if (difference.kind != kind) continue;
    put(page, "<p class=\"relation {}\"><b>{}:</b> {}</p>\n", to_text(difference.relation),
        difference_phrase(difference), difference.why);
  }
  const auto answers = answers_on(view.account(), point, kind);
  if (kind == DisagreementKind::place || kind == DisagreementKind::polarity)
    write_answers(page, view, answers);
  else
    write_scale(page, view, answers, kind == DisagreementKind::date ? Axis::days : Axis::numbers);
  page += "</div>\n";
}

}  // namespace

void write_differences(std::string& page, const AccountView& view, const Point& point) {
  for (const DisagreementKind kind : kinds_of_difference(point)) write_difference(page, view, point, kind);
}

}  // namespace hearsay
