#include "serve/change_feed.h"

#include "present/desk.h"
#include "present/page/html.h"

namespace hearsay {

std::string change_feed(std::span<const ChangeLine> changes) {
  std::string feed;
  put(feed,
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      "<id>urn:hearsay:changes</id>\n<title>What changed</title>\n<author><name>Hearsay</name></author>\n"
      "<updated>{}</updated>\n<link rel=\"self\" href=\"/changes.atom\"/>\n",
      to_iso(moment_of(changes.empty() ? 0 : changes.front().change.at)));
  for (const ChangeLine& line : changes) {
    put(feed, "<entry><id>urn:hearsay:change:{}</id><updated>{}</updated><title>{}: {}</title>", line.number,
        to_iso(moment_of(line.change.at)), line.story_title, what_changed_in_words(line.change));
    put(feed, "<link href=\"/stories/{}\"/><category term=\"{}\"/>", line.story_id, line.change.kind);
    put(feed, "<content type=\"text\">{}</content></entry>\n", line.words);
  }
  return feed + "</feed>\n";
}

}  // namespace hearsay
