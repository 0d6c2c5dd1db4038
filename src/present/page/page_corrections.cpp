// What became of the reader's corrections: those that no longer fit stand first, since they want a hand.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

#include <algorithm>

namespace hearsay {

void write_corrections(std::string& page, const AccountView& view) {
  const auto& outcomes = view.account().corrections;
  if (outcomes.empty()) return;
  const auto unfit =
      std::count_if(outcomes.begin(), outcomes.end(), [](const CorrectionOutcome& o) { return !o.applied; });
  put(page,
      "<section id=\"corrections\" aria-labelledby=\"corrections-title\">\n<h2 "
      "id=\"corrections-title\">Corrections</h2>\n<p class=\"note\">{}, of which {} not applied.</p>\n<ul "
      "class=\"outcomes\">\n",
      counted(outcomes.size(), "line", "lines"), unfit);
  for (const bool applied : {false, true}) {
    for (const CorrectionOutcome& outcome : outcomes) {
      if (outcome.applied != applied) continue;
      put(page, "<li><b>{}</b> <code>{}</code> <span class=\"change\">line {}: {}</span></li>\n",
          outcome_phrase(outcome), outcome.text, outcome.line, outcome.why);
    }
  }
  page += "</ul>\n</section>\n";
}

}  // namespace hearsay
