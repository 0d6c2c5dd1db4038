#include "serve/desk_pages.h"

#include "persist/changes.h"
#include "persist/corrections.h"
#include "persist/feeds.h"
#include "persist/runs.h"
#include "present/desk.h"
#include "present/page/html.h"
#include "present/words/phrases.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t most_changes = 100;
constexpr std::size_t most_runs = 10;
constexpr std::size_t most_refusals = 20;

void put_time(std::string& page, std::int64_t at) {
  const Moment moment = moment_of(at);
  put(page, "<time datetime=\"{}\">{}</time>", to_iso(moment), moment_phrase(moment));
}

std::string span_phrase(std::int64_t seconds) {
  if (seconds % 3600 == 0) return counted(static_cast<std::size_t>(seconds / 3600), "hour", "hours");
  if (seconds % 60 == 0) return counted(static_cast<std::size_t>(seconds / 60), "minute", "minutes");
  return counted(static_cast<std::size_t>(seconds), "second", "seconds");
}

void put_feed(std::string& page, const FeedLine& feed) {
  put(page, "<tr class=\"{}\"><th scope=\"row\">{}</th><td>", feed.failures > 0 ? "contested" : "background",
      feed.address);
  if (feed.failures == 0)
    page += "ok";
  else
    put(page, "<b>failed {}</b>: {}", feed.failures == 1 ? "once" : std::to_string(feed.failures) + " times in a row",
        feed.fault.value_or(""));
  page += "</td><td>";
  if (feed.read)
    put_time(page, *feed.read);
  else
    page += "never";
  put(page, "</td><td>{}</td><td>", span_phrase(feed.every));
  put_time(page, feed.next);
  page += "</td></tr>\n";
}

void put_feeds(std::string& page, const std::vector<FeedLine>& feeds) {
  const auto failing = std::count_if(feeds.begin(), feeds.end(), [](const auto& feed) { return feed.failures > 0; });
  put(page, "<p class=\"facts\">{}, {} failing</p>\n", counted(feeds.size(), "feed", "feeds"), failing);
  if (feeds.empty()) return;
  page +=
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"The feeds\"><table>\n<thead><tr><th "
      "scope=\"col\">Feed</th><th scope=\"col\">State</th><th scope=\"col\">Last successful read</th><th "
      "scope=\"col\">Every</th><th scope=\"col\">Next</th></tr></thead>\n<tbody>\n";
  for (const FeedLine& feed : feeds) put_feed(page, feed);
  page += "</tbody>\n</table></div>\n";
}

void put_runs(std::string& page, const StoreReader& store) {
  const std::vector<RunLine> runs = list_runs(store, most_runs);
  if (runs.empty()) return;
  page += "<section aria-labelledby=\"runs-title\"><h2 id=\"runs-title\">The last runs</h2>\n<ul class=\"runs\">\n";
  for (const RunLine& run : runs) {
    page += "<li>";
    put_time(page, run.begun);
    put(page, ": {} new, {} changed, {} there already, {} refused{}</li>\n", run.counts.added, run.counts.changed,
        run.counts.again, run.counts.refused, run.ended ? "" : "; still running, or interrupted");
  }
  page += "</ul></section>\n";
  const std::vector<Problem> refusals = newest_refusals(store, most_refusals);
  if (refusals.empty()) return;
  page +=
      "<section aria-labelledby=\"refused-title\"><h2 id=\"refused-title\">What could not be used recently</h2>\n<ul "
      "class=\"runs\">\n";
  for (const Problem& problem : refusals) put(page, "<li>{} {}</li>\n", problem.where, problem.reason);
  page += "</ul></section>\n";
}

// Shown to those who may write by the script, which also sends it.
constexpr const char* hand_in_form =
    "<form id=\"hand-in\" hidden><label>Hand in a page or feed <input type=\"url\" name=\"address\" required "
    "placeholder=\"https://\"></label> <button>Hand it in</button> <span role=\"status\"></span></form>\n";

}  // namespace

std::string changes_page(const StoreReader& store, const Serving& serving) {
  std::string page =
      "<p class=\"facts\">The same as <a href=\"/changes.atom\">a feed</a></p>\n<ul class=\"stories\">\n";
  const std::vector<ChangeLine> lines = newest_changes(store, most_changes);
  for (const ChangeLine& line : lines) {
    put(page, "<li><h2><a href=\"/stories/{}{}{}\">{}</a></h2>\n<p>{}</p>\n", line.story_id,
        line.change.point ? "#" : "", line.change.point.value_or(""), line.story_title,
        what_changed_in_words(line.change));
    if (!line.words.empty()) put(page, "<p><q>{}</q></p>\n", line.words);
    page += "<p class=\"facts\">";
    put_time(page, line.change.at);
    page += "</p></li>\n";
  }
  page += "</ul>\n";
  if (lines.empty()) page += "<p>Nothing yet.</p>\n";
  return desk_page("What changed", "/changes", serving, page);
}

std::string feeds_page(const StoreReader& store, const Serving& serving) {
  std::string page;
  put_feeds(page, list_feeds(store));
  page += hand_in_form;
  put_runs(page, store);
  return desk_page("Feeds", "/feeds", serving, page);
}

std::string corrections_page(const StoreReader& store, const Serving& serving) {
  std::string page =
      "<p class=\"note\">What readers know better. Each line also applies to later articles, until it is taken "
      "back.</p>\n<p id=\"undone\" role=\"status\"></p>\n<ul class=\"stories\">\n";
  const std::vector<HeldCorrection> lines = list_corrections(store);
  for (const HeldCorrection& held : lines) {
    put(page, "<li><code>{}</code>\n<p class=\"facts\">", held.line);
    put_time(page, held.added);
    put(page, " <button type=\"button\" class=\"mend\" data-withdraws=\"{}\" hidden>Undo</button></p></li>\n",
        held.number);
  }
  page += "</ul>\n";
  if (lines.empty()) page += "<p>None.</p>\n";
  return desk_page("Corrections", "/corrections", serving, page);
}

}  // namespace hearsay
