#include "run/watch.h"

#include "base/trimmed.h"
#include "capture/formats/feed.h"
#include "capture/network/fetch.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace hearsay {

namespace {

constexpr std::int64_t longest_pause = 86400;  // of a feed that fails, in seconds
constexpr std::int64_t year = 366 * 86400;

// Ends a reading when asked to stop.
struct Stopped {};

std::int64_t pause_after(const FeedLine& feed) {
  std::int64_t pause = feed.every;
  for (std::size_t i = 0; i < feed.failures && pause < longest_pause; ++i) pause *= 2;
  return feed.failures == 0 ? pause : std::min(pause, std::max(longest_pause, feed.every));
}

std::string_view without_comment(std::string_view line) {
  for (std::size_t at = 0; (at = line.find('#', at)) != std::string_view::npos; ++at)
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  return line;
}

}  // namespace

std::optional<std::int64_t> parse_span(std::string_view word) {
  constexpr std::pair<char, std::int64_t> units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}};
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
  if (error != std::errc() || end + 1 != word.data() + word.size() || count < 1 || count > year) return std::nullopt;
  for (const auto& [letter, seconds] : units)
    if (*end == letter && count <= year / seconds) return count * seconds;
  return std::nullopt;
}

tl::expected<std::vector<WatchedFeed>, std::string> read_feed_list(std::string_view bytes) {
  std::vector<WatchedFeed> feeds;
  std::set<std::string> seen;
  const auto add = [&](std::string address, std::int64_t every) {
    if (seen.insert(address).second) feeds.push_back({std::move(address), every});
  };
  if (const std::size_t first = bytes.find_first_not_of(" \t\r\n");
      first != std::string_view::npos && bytes[first] == '<') {
    const auto list = parse_feed(bytes);
    if (!list) return tl::unexpected(list.error());
    if (list->kind != Feed::Kind::feeds) return tl::unexpected(std::string("is itself a feed, not a list of feeds"));
    for (const Record& record : list->records)
      if (record.url && is_web_address(*record.url)) add(*record.url, 0);
  } else {
    std::size_t number = 0;
    while (!bytes.empty()) {
      const std::string_view line = trimmed(without_comment(bytes.substr(0, bytes.find('\n'))));
      bytes.remove_prefix(
          std::min(bytes.size(), bytes.find('\n') == std::string_view::npos ? bytes.size() : bytes.find('\n') + 1));
      ++number;
      if (line.empty()) continue;
      const std::size_t gap = line.find_first_of(" \t");
      std::string address(line.substr(0, gap));
      if (!is_web_address(address))
        return tl::unexpected(fmt::format("line {} is not an http or https address", number));
      std::int64_t every = 0;
      if (gap != std::string_view::npos) {
        const auto span = parse_span(trimmed(line.substr(gap)));
        if (!span)
          return tl::unexpected(
              fmt::format("line {} has something after the address that is not a time such as 15m or 2h", number));
        every = *span;
      }
      add(std::move(address), every);
    }
  }
  if (feeds.empty()) return tl::unexpected(std::string("names no feed"));
  return feeds;
}

Watch::Watch(Store& store, Desk& desk, std::vector<WatchedFeed> feeds, std::int64_t every, Manner manner, Clock now)
    : store_(store), desk_(desk), manner_(std::move(manner)), now_(std::move(now)), fetched_(read_fetched(store)) {
  const std::vector<FeedLine> known = list_feeds(store);
  for (WatchedFeed& feed : feeds) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.address == feed.address; });
    FeedLine line = found == known.end() ? FeedLine() : *found;
    line.address = std::move(feed.address);
    const std::int64_t before = std::exchange(line.every, feed.every > 0 ? feed.every : every);
    if (line.every < before) line.next = std::min(line.next, now_() + line.every);  // a shorter pause applies at once
    feeds_.push_back(std::move(line));
  }
}

std::int64_t Watch::next_due() const {
  std::int64_t next = INT64_MAX;
  for (const FeedLine& feed : feeds_) next = std::min(next, feed.next);
  return next;
}

void Watch::read_due(const std::function<void(const FeedReading&)>& on_reading,
                     const std::function<void(const Problem&)>& on_problem, const std::function<bool()>& stop) {
  std::vector<FeedLine*> due;
  for (FeedLine& feed : feeds_)
    if (feed.next <= now_()) due.push_back(&feed);
  std::stable_sort(due.begin(), due.end(), [](const FeedLine* a, const FeedLine* b) { return a->next < b->next; });
  for (FeedLine* feed : due) {
    if (stop()) return;
    on_reading(read(*feed, on_problem, stop));
  }
}

FeedReading Watch::read(FeedLine& feed, const std::function<void(const Problem&)>& on_problem,
                        const std::function<bool()>& stop) {
  FeedReading reading;
  reading.address = feed.address;
  const RunCounts before = desk_.counts();
  Manner manner = manner_;
  manner.fetch_state = &fetched_;
  manner.ids_as_given = true;
  try {
    read_articles(
        {feed.address}, {}, manner,
        [&](Article article) {
          if (stop()) throw Stopped();
          desk_.take(std::move(article));
          desk_.commit();  // the next may be long in coming, and others may want to write meanwhile
        },
        [&](const Problem& problem) {
          if (problem.where == feed.address && reading.fault.empty()) reading.fault = problem.reason;
          desk_.refuse(problem);
          desk_.commit();
          on_problem(problem);
        });
    for (const auto& [address, validators] : fetched_.take_new()) desk_.note_fetched(address, validators);
    feed.failures = reading.fault.empty() ? 0 : feed.failures + 1;
    feed.fault = reading.fault.empty() ? std::nullopt : std::optional(reading.fault);
    if (reading.fault.empty()) feed.read = now_();
    feed.next = now_() + pause_after(feed);
  } catch (const Stopped&) {  // what was taken is kept, and the feed is read again
  }
  desk_.note_feed(feed);
  desk_.commit();
  const RunCounts& now = desk_.counts();
  reading.counts = {now.added - before.added, now.changed - before.changed, now.again - before.again,
                    now.refused - before.refused};
  reading.next = feed.next;
  return reading;
}

}  // namespace hearsay
