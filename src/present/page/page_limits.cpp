// The foot: what was left out and what no program can tell from the texts alone.
#include "base/version.h"
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

namespace hearsay {

void write_limits(std::string& page, const AccountView& view) {
  page +=
      "<footer id=\"limits\">\n<h2>What this page cannot tell</h2>\n<ul>\n<li>Whether any of it is true. It shows who "
      "says what, and on whose word.</li>\n<li>How independent two origins are beyond what the texts show: where that "
      "is in doubt, it gives a minimum and a maximum.</li>\n";
  for (const Omission& omission : view.account().omissions)
    put(page, "<li><b>{}</b> {}</li>\n", omission.count, omission.what);
  put(page,
      "</ul>\n<p class=\"note\">Text in this serif face, in quotation marks, is a source's own, word for word. "
      "Everything else is the program's. Made by Hearsay {}; the same articles give the same page.</p>\n</footer>\n",
      version());
}

}  // namespace hearsay
