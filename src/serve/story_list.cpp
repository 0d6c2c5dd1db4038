#include "serve/story_list.h"

#include "present/desk.h"
#include "present/page/html.h"
#include "present/words/phrases.h"
#include "serve/links.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

// How many reports fall into each part of a story's time, as bars.
void put_timeline(std::string& page, const std::vector<std::int64_t>& times) {
  constexpr std::size_t parts = 24;
  constexpr std::size_t width = 5, height = 20;
  if (times.size() < 2 || times.front() == times.back()) return;
  std::array<std::size_t, parts> counts{};
  const double span = static_cast<double>(times.back() - times.front());
  for (const std::int64_t time : times) {
    const double at = static_cast<double>(time - times.front()) / span;
    ++counts[std::min(parts - 1, static_cast<std::size_t>(at * parts))];
  }
  const std::size_t most = *std::max_element(counts.begin(), counts.end());
  put(page, "<svg class=\"timeline\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\" role=\"img\" aria-label=\"",
      parts * width, height, parts * width, height);
  put(page, "{}, from {} to {}\">", counted(times.size(), "report", "reports"), moment_phrase(moment_of(times.front())),
      moment_phrase(moment_of(times.back())));
  for (std::size_t i = 0; i < parts; ++i) {
    if (counts[i] == 0) continue;
    const std::size_t tall = std::max<std::size_t>(2, counts[i] * height / most);
    put(page, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", i * width, height - tall, width - 1, tall);
  }
  page += "</svg>\n";
}

void put_story(std::string& page, const StoreReader& store, const StoryLine& story) {
  put(page, "<li><h2><a href=\"/stories/{}\">{}</a></h2>\n<p class=\"facts\">{}", story.id, story.title,
      counted(story.articles, "report", "reports"));
  if (story.outlets) put(page, " of {}", counted(*story.outlets, "outlet", "outlets"));
  if (story.origins) put(page, ", {}", counted(*story.origins, "origin", "origins"));
  if (story.contested && *story.contested > 0)
    put(page, ", <b class=\"contested\">{} contested</b>", counted(*story.contested, "point", "points"));
  if (story.first_day) put(page, " · <time>{}</time>", *story.first_day);
  if (story.last_day && story.last_day != story.first_day) put(page, " to <time>{}</time>", *story.last_day);
  const Moment changed = moment_of(story.changed);
  put(page, " · changed <time class=\"changed\" datetime=\"{}\">{}</time>", to_iso(changed), moment_phrase(changed));
  if (!story.as_told) put(page, " · {}", story.points ? "more has come since its account" : "no account yet");
  page += "</p>\n";
  put_timeline(page, report_times(store, story.number));
  page += "</li>\n";
}

void put_form(std::string& page, const StoryQuery& query) {
  put(page,
      "<form role=\"search\" action=\"/\" method=\"get\"><label>Words in the reports <input type=\"search\" "
      "name=\"search\" value=\"{}\"></label> <label><input type=\"checkbox\" name=\"contested\" value=\"1\"{}> only "
      "where accounts differ</label> <button>Search</button></form>\n",
      query.words, Html{query.contested ? " checked" : ""});
}

}  // namespace

std::string story_list_page(const StoreReader& store, const StoryQuery& query, const Serving& serving) {
  const StoreCounts counts = count_all(store);
  const std::vector<StoryLine> stories = list_stories(store, query);
  std::string page;
  put(page, "<p class=\"facts\">{}, {}</p>\n", counted(counts.stories, "story", "stories"),
      counted(counts.articles, "report", "reports"));
  put_form(page, query);
  page += "<p id=\"since\" class=\"note\" role=\"status\"></p>\n<ul class=\"stories\">\n";
  for (const StoryLine& story : stories) put_story(page, store, story);
  page += "</ul>\n";
  if (stories.empty()) page += "<p>No story matches.</p>\n";
  if (!stories.empty() && stories.size() == query.most)
    put(page, "<p><a rel=\"next\" href=\"/?search={}{}&amp;after={}\">Earlier ones</a></p>\n", in_address(query.words),
        Html{query.contested ? "&amp;contested=1" : ""}, stories.back().id);
  return desk_page("Stories", "/", serving, page);
}

}  // namespace hearsay
