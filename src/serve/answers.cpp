#include "serve/answers.h"

#include "base/calendar.h"
#include "base/resources.h"
#include "base/version.h"
#include "persist/articles.h"
#include "persist/changes.h"
#include "persist/corrections.h"
#include "persist/feeds.h"
#include "persist/inbox.h"
#include "persist/stories.h"
#include "present/desk.h"
#include "present/json/json.h"
#include "present/json/json_text.h"
#include "present/page/page.h"
#include "run/stored_story.h"
#include "serve/change_feed.h"
#include "serve/desk_pages.h"
#include "serve/source_pages.h"
#include "serve/story_list.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace hearsay {

namespace {

constexpr std::size_t changes_in_a_feed = 50;

StoryQuery query_of(const WebRequest& request, const StoreReader& store) {
  StoryQuery query;
  query.since = time_asked(request, "since");
  query.words = asked(request, "search");
  const std::int64_t contested = number_asked(request, "contested").value_or(0);
  if (contested > 1) throw Refused{400, "\"contested\" must be 0 or 1"};
  query.contested = contested == 1;
  query.most = most_asked(request);
  if (const std::string after = asked(request, "after"); !after.empty()) {
    const auto story = find_story(store, after);
    if (!story) throw Refused{400, "\"after\" must be a story's id"};
    query.after = story->number;
  }
  return query;
}

StoryLine story_asked(const StoreReader& store, const std::string& id) {
  auto story = find_story(store, id);
  if (!story) throw Refused{404, "there is no such story"};
  return std::move(*story);
}

WebAnswer of_json(std::string json) { return {200, "application/json", std::move(json), "", ""}; }

WebAnswer of_html(std::string page) { return {200, "text/html; charset=utf-8", std::move(page), "", ""}; }

std::int64_t number_in(const std::string& word, const char* what) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size()) throw Refused{404, what};
  return number;
}

WebAnswer stories(const WebRequest& request, const StoreReader& store) {
  const StoryQuery query = query_of(request, store);
  const std::vector<StoryLine> lines = list_stories(store, query);
  JsonText out;
  out.begin_object().add_list("stories", lines, [&](const StoryLine& line) { out.raw(to_json(line)); });
  out.add("next", lines.size() == query.most ? std::optional(lines.back().id) : std::nullopt);
  return of_json(out.end_object().take());
}

// The ETag of an account and of its page, which follow from the state of their story.
std::string etag_of(const StoryLine& story, const Serving& serving) {
  return fmt::format("\"{}-{}-{}-{}{}-{}\"", story.id, story.state, story.as_told ? "now" : "before",
                     serving.may_write ? "w" : "r", serving.needs_token ? "t" : "", version());
}

WebAnswer account(const WebRequest& request, const StoreReader& store, const StoryLine& story, const Serving& serving) {
  const std::string etag = etag_of(story, serving);
  if (request.known_etag == etag) return {304, "", "", etag, ""};
  auto json = told_json(store, story);
  if (!json) throw Refused{404, "the story has no account yet"};
  return {200, "application/json", std::move(*json), etag, ""};
}

WebAnswer story_page(const WebRequest& request, const StoreReader& store, const StoryLine& story,
                     const Serving& serving) {
  const std::string etag = etag_of(story, serving);
  if (request.known_etag == etag) return {304, "", "", etag, ""};
  StoryLine last = story;
  last.as_told = true;  // an old account is better than none
  const std::int64_t change = last_change(store);
  const auto told = told_account(store, last);
  if (!told) throw Refused{404, "the story has no account yet"};
  return {200, "text/html; charset=utf-8", to_html(*told, {story.id, change, story.as_told, serving}), etag, ""};
}

// "/api/stories/ID" and "/api/stories/ID/line".
WebAnswer of_story(const WebRequest& request, const StoreReader& store, std::string id, const Serving& serving) {
  constexpr std::string_view line = "/line";
  const bool as_line = id.ends_with(line);
  if (as_line) id.resize(id.size() - line.size());
  const StoryLine story = story_asked(store, id);
  return as_line ? of_json(to_json(story)) : account(request, store, story, serving);
}

WebAnswer article(const WebRequest& request, const StoreReader& store) {
  const auto held = find_article(store, asked(request, "id"));
  if (!held) throw Refused{404, "there is no such article"};
  return of_json(to_json(read_version(store, held->version)));
}

WebAnswer changes(const WebRequest& request, const StoreReader& store) {
  ChangeQuery query;
  query.since = time_asked(request, "since").value_or(INT64_MIN);
  query.after = number_asked(request, "after").value_or(0);
  query.most = most_asked(request);
  if (const std::string story = asked(request, "story"); !story.empty()) query.story = story_asked(store, story).number;
  const auto lines = list_changes(store, query);
  JsonText out;
  out.begin_object().add_list("changes", lines, [&](const ChangeLine& line) { out.raw(to_json(line)); });
  out.add("next", lines.size() == query.most ? std::optional(lines.back().number) : std::nullopt);
  return of_json(out.end_object().take());
}

WebAnswer corrections(const StoreReader& store) {
  JsonText out;
  out.begin_object().add_objects("corrections", list_corrections(store), [&](const HeldCorrection& held) {
    out.add("number", held.number).add("line", held.line).add("added", to_iso(moment_of(held.added)));
  });
  return of_json(out.end_object().take());
}

// What became of something handed in.
WebAnswer handed_in_thing(const StoreReader& store, const std::string& word) {
  const auto line = find_inbox_line(store, number_in(word, "nothing was handed in under this number"));
  if (!line) throw Refused{404, "nothing was handed in under this number"};
  JsonText out;
  out.begin_object().add("number", line->number).add("state", line->taken ? "taken" : "waiting");
  out.add("added", line->added).add("changed", line->changed).add("again", line->again);
  out.add("fault", line->fault).add("story", line->story);
  return of_json(out.end_object().take());
}

WebAnswer sources(const WebRequest& request, const StoreReader& store) {
  const std::string name = asked(request, "name");
  const auto from = static_cast<std::size_t>(number_asked(request, "from").value_or(0));
  if (name.empty()) return of_json(sources_json(store, asked(request, "search"), most_asked(request)));
  return of_json(source_json(store, name, from, most_asked(request)));
}

WebAnswer sources_page(const WebRequest& request, const StoreReader& store, const Serving& serving) {
  const std::string name = asked(request, "name");
  const auto from = static_cast<std::size_t>(number_asked(request, "from").value_or(0));
  if (name.empty()) return of_html(source_list_page(store, asked(request, "search"), serving));
  return of_html(source_page(store, name, from, serving));
}

WebAnswer health(const StoreReader& store) {
  const StoreCounts counts = count_all(store);
  JsonText out;
  out.begin_object().add("status", "ok").add("version", version()).add("articles", counts.articles);
  out.add("stories", counts.stories).add("untold", counts.untold);
  out.add_objects("feeds", list_feeds(store), [&](const FeedLine& feed) {
    out.add("address", feed.address)
        .add("read", feed.read ? std::optional(to_iso(moment_of(*feed.read))) : std::nullopt);
    out.add("next", to_iso(moment_of(feed.next))).add("failures", feed.failures).add("fault", feed.fault);
  });
  return of_json(out.end_object().take());
}

// https://prometheus.io/docs/instrumenting/exposition_formats/
WebAnswer metrics(const StoreReader& store) {
  const StoreCounts counts = count_all(store);
  std::string text;
  const auto add = [&](const char* name, const char* help, std::size_t value) {
    text += fmt::format("# HELP hearsay_{0} {1}\n# TYPE hearsay_{0} gauge\nhearsay_{0} {2}\n", name, help, value);
  };
  add("articles", "Articles in the store.", counts.articles);
  add("stories", "Stories in the store.", counts.stories);
  add("untold_stories", "Stories whose account is still to be made.", counts.untold);
  const auto feeds = list_feeds(store);
  add("feeds", "Feeds that are watched.", feeds.size());
  add("failing_feeds", "Feeds that failed when they were last read.",
      static_cast<std::size_t>(
          std::count_if(feeds.begin(), feeds.end(), [](const auto& feed) { return feed.failures > 0; })));
  return {200, "text/plain; version=0.0.4; charset=utf-8", std::move(text), "", ""};
}

WebAnswer of_resources(const char* type, std::initializer_list<const char*> names) {
  std::string all;
  for (const char* name : names) all += resource(name);
  return {200, type, std::move(all), "", ""};
}

WebAnswer api(const WebRequest& request, const StoreReader& store, const Serving& serving) {
  constexpr std::string_view story = "/api/stories/", inbox = "/api/inbox/";
  const std::string& path = request.path;
  if (path == "/api/openapi.json") return of_resources("application/json", {"web/openapi.json"});
  if (path == "/api/stories") return stories(request, store);
  if (path == "/api/articles") return article(request, store);
  if (path == "/api/changes") return changes(request, store);
  if (path == "/api/corrections") return corrections(store);
  if (path == "/api/sources") return sources(request, store);
  if (path == "/api/health") return health(store);
  if (path.starts_with(inbox)) return handed_in_thing(store, path.substr(inbox.size()));
  if (path.starts_with(story)) return of_story(request, store, path.substr(story.size()), serving);
  throw Refused{404, "there is nothing here"};
}

// What a reader sees who follows a wrong link; programs ask under /api/.
WebAnswer nothing_here(const WebRequest& request, const Serving& serving) {
  WebAnswer page =
      of_html(desk_page("Not found", request.path, serving, "<h1>Not found</h1>\n<p>There is nothing here.</p>\n"));
  page.status = 404;
  return page;
}

WebAnswer choose(const WebRequest& request, const StoreReader& store, const Serving& serving) {
  constexpr std::string_view story = "/stories/";
  const std::string& path = request.path;
  if (path.starts_with("/api/")) return api(request, store, serving);
  if (path == "/") return of_html(story_list_page(store, query_of(request, store), serving));
  if (path == "/changes") return of_html(changes_page(store, serving));
  if (path == "/feeds") return of_html(feeds_page(store, serving));
  if (path == "/corrections") return of_html(corrections_page(store, serving));
  if (path == "/sources") return sources_page(request, store, serving);
  if (path == "/desk.css") return of_resources("text/css; charset=utf-8", {"web/page.css", "web/desk.css"});
  if (path == "/desk.js") return of_resources("text/javascript; charset=utf-8", {"web/desk.js", "web/lists.js"});
  if (path == "/changes.atom")
    return {200, "application/atom+xml; charset=utf-8", change_feed(newest_changes(store, changes_in_a_feed)), "", ""};
  if (path == "/metrics") return metrics(store);
  if (path.starts_with(story))
    return story_page(request, store, story_asked(store, path.substr(story.size())), serving);
  return nothing_here(request, serving);
}

}  // namespace

WebAnswer answer(const WebRequest& request, const StoreReader& store, const Serving& serving) {
  WebAnswer answer;
  try {
    answer = choose(request, store, serving);
  } catch (const Refused& refused) {
    return refusal(refused.status, refused.reason);
  }
  if (answer.etag.empty())
    answer.etag = fmt::format("\"{:016x}\"", XXH3_64bits(answer.body.data(), answer.body.size()));
  if (answer.etag == request.known_etag) return {304, "", "", answer.etag, ""};
  return answer;
}

}  // namespace hearsay
