// What reports changed of what they had told: a toll that was revised, a headline, a quotation that went.
#include "present/page/page_parts.h"
#include "present/words/phrases.h"

namespace hearsay {

void write_updates(std::string& page, const AccountView& view) {
  const Account& account = view.account();
  if (account.updates.empty()) return;
  page +=
      "<section id=\"updates\" aria-labelledby=\"updates-title\">\n<h2 id=\"updates-title\">Updated</h2>\n<p "
      "class=\"note\">What has changed in reports since they first arrived. The account is of what they say "
      "now.</p>\n<ul class=\"changes\">\n";
  for (const ArticleUpdate& update : account.updates)
    put(page, "<li><a href=\"#a{}\">{}</a>: {}</li>\n", update.article + 1,
        newsroom_name(account.articles[update.article]), update_phrase(update));
  page += "</ul>\n</section>\n";
}

}  // namespace hearsay
