#include "serve/answers.h"

#include "base/calendar.h"
#include "base/resources.h"
#include "base/version.h"
#include "persist/articles.h"
#include "persist/changes.h"
#include "persist/feeds.h"
#include "persist/stories.h"
#include "present/desk.h"
#include "present/json.h"
#include "present/json_text.h"
#include "present/page.h"
#include "run/stored_story.h"
#include "serve/change_feed.h"
#include "serve/story_list.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t most_in_a_page = 500;
constexpr std::size_t usual_in_a_page = 50;

// A request that makes no sense or asks for what is not there.
struct Refused {
  int status;
  std::string reason;
};

std::string asked(const WebRequest& request, const char* name) {
  const auto found = request.asked.find(name);
  return found == request.asked.end() ? std::string() : found->second;
}

std::optional<std::int64_t> number_asked(const WebRequest& request, const char* name) {
  const std::string word = asked(request, name);
  if (word.empty()) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number < 0)
    throw Refused{400, fmt::format("\"{}\" is to be a number", name)};
  return number;
}

std::optional<std::int64_t> time_asked(const WebRequest& request, const char* name) {
  const std::string word = asked(request, name);
  if (word.empty()) return std::nullopt;
  const auto moment = parse_moment(word);
  if (!moment) throw Refused{400, fmt::format("\"{}\" is to be a time like 2016-11-09T21:19:00Z", name)};
  const std::chrono::seconds day = moment->day.time_since_epoch();
  return (day + moment->time_of_day_utc.value_or(std::chrono::seconds(0))).count();
}

std::size_t most_asked(const WebRequest& request) {
  return std::clamp<std::size_t>(static_cast<std::size_t>(number_asked(request, "limit").value_or(usual_in_a_page)), 1,
                                 most_in_a_page);
}

StoryQuery query_of(const WebRequest& request, const StoreReader& store) {
  StoryQuery query;
  query.since = time_asked(request, "since");
  query.words = asked(request, "search");
  query.contested = !asked(request, "contested").empty() && asked(request, "contested") != "0";
  query.most = most_asked(request);
  if (const std::string after = asked(request, "after"); !after.empty()) {
    const auto story = find_story(store, after);
    if (!story) throw Refused{400, "\"after\" is to be a story's id"};
    query.after = story->number;
  }
  return query;
}

StoryLine story_asked(const StoreReader& store, const std::string& id) {
  auto story = find_story(store, id);
  if (!story) throw Refused{404, "there is no such story"};
  return std::move(*story);
}

WebAnswer of_json(std::string json) { return {200, "application/json", std::move(json), ""}; }

WebAnswer stories(const WebRequest& request, const StoreReader& store) {
  const StoryQuery query = query_of(request, store);
  const std::vector<StoryLine> lines = list_stories(store, query);
  JsonText out;
  out.begin_object().add_list("stories", lines, [&](const StoryLine& line) { out.raw(to_json(line)); });
  out.add("next", lines.size() == query.most ? std::optional(lines.back().id) : std::nullopt);
  return of_json(out.end_object().take());
}

// The account last made, by the state of the story that it is of; the page of it too.
WebAnswer account(const WebRequest& request, const StoreReader& store, const std::string& id, bool as_page) {
  const StoryLine story = story_asked(store, id);
  const std::string etag =
      fmt::format("\"{}-{}-{}-{}\"", story.id, story.state, story.as_told ? "now" : "before", version());
  if (request.known_etag == etag) return {200, "", "", etag};
  if (!as_page) {
    auto json = told_json(store, story);
    if (!json) throw Refused{404, "the story has no account yet"};
    return {200, "application/json", std::move(*json), etag};
  }
  StoryLine last = story;
  last.as_told = true;  // an account of before is better than none
  const auto told = told_account(store, last);
  if (!told) throw Refused{404, "the story has no account yet"};
  return {200, "text/html; charset=utf-8", to_html(*told), etag};
}

WebAnswer article(const WebRequest& request, const StoreReader& store) {
  const auto held = find_article(store, asked(request, "id"));
  if (!held) throw Refused{404, "there is no such article"};
  return of_json(to_json(read_version(store, held->version)));
}

WebAnswer changes(const WebRequest& request, const StoreReader& store) {
  const std::size_t most = most_asked(request);
  const auto lines = list_changes(store, time_asked(request, "since").value_or(INT64_MIN),
                                  number_asked(request, "after").value_or(0), most);
  JsonText out;
  out.begin_object().add_list("changes", lines, [&](const ChangeLine& line) { out.raw(to_json(line)); });
  out.add("next", lines.size() == most ? std::optional(lines.back().number) : std::nullopt);
  return of_json(out.end_object().take());
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
  return {200, "text/plain; version=0.0.4; charset=utf-8", std::move(text), ""};
}

WebAnswer choose(const WebRequest& request, const StoreReader& store) {
  constexpr std::string_view story_page = "/stories/", story_account = "/api/stories/";
  const std::string& path = request.path;
  if (path == "/") {
    const StoryQuery query = query_of(request, store);
    return {200, "text/html; charset=utf-8", story_list_page(list_stories(store, query), query, count_all(store)), ""};
  }
  if (path == "/desk.css")
    return {200, "text/css; charset=utf-8",
            std::string(resource("web/page.css")) + std::string(resource("web/desk.css")), ""};
  if (path == "/api/openapi.json") return of_json(std::string(resource("web/openapi.json")));
  if (path == "/changes.atom")
    return {200, "application/atom+xml; charset=utf-8", change_feed(newest_changes(store, usual_in_a_page)), ""};
  if (path == "/api/stories") return stories(request, store);
  if (path == "/api/articles") return article(request, store);
  if (path == "/api/changes") return changes(request, store);
  if (path == "/api/health") return health(store);
  if (path == "/metrics") return metrics(store);
  if (path.starts_with(story_account)) return account(request, store, path.substr(story_account.size()), false);
  if (path.starts_with(story_page)) return account(request, store, path.substr(story_page.size()), true);
  throw Refused{404, "there is nothing here"};
}

}  // namespace

WebAnswer answer(const WebRequest& request, const StoreReader& store) {
  WebAnswer answer;
  try {
    answer = choose(request, store);
  } catch (const Refused& refused) {
    JsonText out;
    return {refused.status, "application/json", out.begin_object().add("error", refused.reason).end_object().take(),
            ""};
  }
  if (answer.etag.empty())
    answer.etag = fmt::format("\"{:016x}\"", XXH3_64bits(answer.body.data(), answer.body.size()));
  if (answer.etag == request.known_etag) return {304, "", "", answer.etag};
  return answer;
}

}  // namespace hearsay
