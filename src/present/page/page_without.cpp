// What the account was told without, and what fell with it. Stands before the points, since it says what they are
// worth.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"
#include "present/words/without_phrases.h"

namespace hearsay {

namespace {

void write_changed(std::string& page, const AccountView& view, const PointBefore& before) {
  put(page, "<li><a href=\"#{}\"><q>{}</q></a>", view.address_of(*before.point), before.words);
  for (const std::string& change : change_phrases(before, view.account().points[*before.point]))
    put(page, " <span class=\"change\">{}</span>", change);
  page += "</li>\n";
}

void write_lost(std::string& page, const std::vector<PointBefore>& lost) {
  if (lost.empty()) return;
  put(page, "<details class=\"more\"><summary>Nothing is left of {}</summary>\n<ul class=\"changes\">\n",
      counted(lost.size(), "point", "points"));
  for (const PointBefore& before : lost)
    put(page, "<li><q>{}</q> <span class=\"change\">{}; {}</span></li>\n", before.words,
        standing_phrase(before.standing), bracket_phrase(before.origins, "origin", "origins"));
  page += "</ul></details>\n";
}

}  // namespace

void write_without(std::string& page, const AccountView& view) {
  if (!view.account().without) return;
  const Without& without = *view.account().without;
  page +=
      "<section id=\"without\" aria-labelledby=\"without-title\">\n<h2 id=\"without-title\">Without some of the "
      "sources</h2>\n<p "
      "class=\"note\">Everything below is based on what is left. Names and points were matched over all reports, so "
      "that what changes is due to the loss alone.</p>\n<ul class=\"reasons\">";
  for (const Without::Part& part : without.parts) put(page, "<li>{}</li>", left_out_phrase(part));
  page += "</ul>\n";
  put(page, "<p>Of {}, {} changed and {} lost.</p>\n", counted(without.points, "point", "points"),
      counted(without.changed.size(), "has", "have"), counted(without.lost.size(), "is", "are"));
  if (!without.changed.empty()) {
    page += "<details class=\"more\" open><summary>What changed</summary>\n<ul class=\"changes\">\n";
    for (const PointBefore& before : without.changed) write_changed(page, view, before);
    page += "</ul></details>\n";
  }
  write_lost(page, without.lost);
  page += "</section>\n";
}

}  // namespace hearsay
