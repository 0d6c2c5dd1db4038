#include "serve/story_list.h"

#include "present/desk.h"
#include "present/html.h"
#include "present/phrases.h"

#include <cctype>

namespace hearsay {

namespace {

void put_story(std::string& page, const StoryLine& story) {
  put(page, "<li><h2><a href=\"/stories/{}\">{}</a></h2>\n<p class=\"facts\">{}", story.id, story.title,
      counted(story.articles, "report", "reports"));
  if (story.outlets) put(page, " of {}", counted(*story.outlets, "outlet", "outlets"));
  if (story.origins) put(page, ", {}", counted(*story.origins, "origin", "origins"));
  if (story.contested && *story.contested > 0)
    put(page, ", <b class=\"contested\">{} contested</b>", counted(*story.contested, "point", "points"));
  if (story.first_day) put(page, " · <time>{}</time>", *story.first_day);
  if (story.last_day && story.last_day != story.first_day) put(page, " to <time>{}</time>", *story.last_day);
  const Moment changed = moment_of(story.changed);
  put(page, " · changed <time datetime=\"{}\">{}</time>", to_iso(changed), moment_phrase(changed));
  if (!story.as_told) put(page, " · {}", story.points ? "more came since its account" : "no account yet");
  put(page, "</p></li>\n");
}

std::string in_query(std::string_view words) {
  std::string out;
  for (const unsigned char c : words) {
    if (std::isalnum(c) != 0)
      out += static_cast<char>(c);
    else
      out += fmt::format("%{:02X}", c);
  }
  return out;
}

}  // namespace

std::string story_list_page(std::span<const StoryLine> stories, const StoryQuery& query, const StoreCounts& counts) {
  std::string page;
  put(page,
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Stories</title>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<link rel=\"stylesheet\" href=\"/desk.css\">\n"
      "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What changed\" href=\"/changes.atom\">\n"
      "</head>\n<body class=\"desk\">\n<main>\n<h1>Stories</h1>\n"
      "<p class=\"facts\">{}, {}. <a href=\"/changes.atom\">What changed</a></p>\n",
      counted(counts.stories, "story", "stories"), counted(counts.articles, "report", "reports"));
  put(page,
      "<form role=\"search\" action=\"/\" method=\"get\"><label>Words in the reports <input type=\"search\" "
      "name=\"search\" value=\"{}\"></label> <label><input type=\"checkbox\" name=\"contested\" value=\"1\"{}> only "
      "where "
      "accounts differ</label> <button>Search</button></form>\n<ul class=\"stories\">\n",
      query.words, Html{query.contested ? " checked" : ""});
  for (const StoryLine& story : stories) put_story(page, story);
  put(page, "</ul>\n");
  if (stories.empty()) put(page, "<p>No story has all that.</p>\n");
  if (!stories.empty() && stories.size() == query.most)
    put(page, "<p><a rel=\"next\" href=\"/?search={}{}&amp;after={}\">Earlier ones</a></p>\n", in_query(query.words),
        Html{query.contested ? "&amp;contested=1" : ""}, stories.back().id);
  put(page, "</main>\n</body>\n</html>\n");
  return page;
}

}  // namespace hearsay
