// An article is placed in its story when it arrives and never moved later, so the state of the grouping follows from
// the articles in the order of their numbers. So it need not be saved with each article: the store has the state after
// some number of articles, and a new run places again those that came later.
#include "run/desk.h"

#include "capture/network/fetch.h"
#include "group/copies/changes.h"
#include "persist/articles.h"
#include "persist/changes.h"
#include "persist/inbox.h"
#include "persist/packed_text.h"
#include "persist/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace hearsay {

namespace {

// The state is saved again when placing the later articles again would take longer than reading it.
constexpr std::size_t least_unkept = 4096;

// For one new version; a rewritten text is not reported word by word.
constexpr std::size_t most_changes_told = 20;

// This many words in a row that both versions have count as unchanged.
constexpr std::size_t shortest_same = 4;

// The end of an id or a location that is a number after this sign: "/3" of a post in a live blog, ":12" of a line.
std::string_view numbered_end(std::string_view text, char sign) {
  std::size_t digits = text.size();
  while (digits > 0 && std::isdigit(static_cast<unsigned char>(text[digits - 1])) != 0) --digits;
  const bool ends_so = digits > 0 && digits < text.size() && text[digits - 1] == sign;
  return ends_so ? text.substr(digits - 1) : std::string_view();
}

std::string absolute(std::string_view path) {
  std::error_code unknown;
  const auto whole = std::filesystem::weakly_canonical(std::filesystem::path(path), unknown);
  return unknown ? std::string(path) : whole.string();
}

}  // namespace

std::int64_t system_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// The posts of a live blog are told apart by the number at the end of their ids.
std::string identity_of(const Article& article) {
  if (is_web_address(article.location)) {
    const std::string_view post = numbered_end(article.id, '/');
    return article.location.ends_with(post) ? article.location : article.location + std::string(post);
  }
  if (article.location == handed_in) return std::string(handed_in) + "\n" + article.id;
  std::string_view file = article.location;
  file.remove_suffix(numbered_end(file, ':').size());
  return absolute(file) + "\n" + article.id;
}

Desk::Desk(Store& store, Clock now) : store_(store), now_(std::move(now)), grouper_({}) { go_on_from_store(); }

void Desk::go_on_from_store() {
  GroupingState kept = read_grouping(store_);
  kept_articles_ = kept.articles;
  const std::size_t articles = count_articles(store_);
  try {
    std::istringstream stream(std::move(kept.bytes));
    if (kept_articles_ > 0 && kept_articles_ <= articles)
      grouper_.load(stream);
    else
      kept_articles_ = 0;
  } catch (const std::runtime_error&) {
    kept_articles_ = 0;  // made with other word lists or by another version: all are placed again
  }
  for (std::size_t number = kept_articles_ + 1; number <= articles; ++number) {
    grouper_.place(sign(read_first_version(store_, number)));
    grouper_.take_finished();
  }
}

void Desk::begin() {
  if (!transaction_) transaction_.emplace(store_.sql());
  if (run_ == 0) run_ = begin_run(store_, now_());
}

Desk::Fate Desk::take(Article article) {
  begin();
  const std::string known_by = identity_of(article);
  const std::uint64_t content = content_of(article.title.value_or(""), article.text);
  const auto held = find_known(store_, known_by);
  if ((held && held->content == content) || (!held && is_moved(article, content))) {
    ++counts_.again;
    return Fate::again;
  }
  if (!held) return add(std::move(article), known_by);
  const Article before = read_version(store_, held->version);
  const HeldArticle now = add_version(store_, *held, article, now_());
  add_changes(before, article, now.story, now.version);
  ++counts_.changed;
  return Fate::changed;
}

// Is it already there under another path or address? The same text in another outlet is a copy, and an article.
bool Desk::is_moved(const Article& article, std::uint64_t content) const {
  const auto namesake = find_article(store_, article.id);
  return namesake && namesake->content == content && read_version(store_, namesake->version).outlet == article.outlet;
}

Desk::Fate Desk::add(Article article, const std::string& known_by) {
  const std::int64_t at = now_();
  article.id = free_id(store_, article.id);
  const Placing placing = grouper_.place(sign(article));
  grouper_.take_finished();  // the store has them
  // The grouping counts articles from 0. Its stories are found by their first articles, since a merged one has another
  // id there.
  const auto story_with = [&](std::size_t number) { return story_of_article(store_, number + 1); };
  for (const Placing::Merge& merge : placing.merges) {
    const std::size_t kept = story_with(merge.kept), gone = story_with(merge.gone);
    if (kept == 0 || gone == 0 || kept == gone) continue;
    const std::string gone_id = id_of_story(store_, gone);
    merge_stories(store_, kept, gone, merge.why, at);
    add_change(store_, {at, kept, "merged", std::nullopt, std::nullopt, {}, gone_id, merge.why});
  }
  std::size_t story = placing.begun_by == placing.number ? 0 : story_with(placing.begun_by);
  if (story == 0) story = begin_story(store_, placing.story, at);
  add_article(store_, article, known_by, story, at);
  for (Copy copy : placing.copies) {
    ++copy.from;
    ++copy.to;
    add_copy(store_, copy);
  }
  ++counts_.added;
  return Fate::added;
}

void Desk::add_changes(const Article& before, const Article& after, std::size_t story, std::size_t version) {
  const std::int64_t at = now_();
  const auto tell = [&](std::string_view kind, Span span, std::string then, std::string now) {
    add_change(store_, {at, story, std::string(kind), std::nullopt, version, span, std::move(then), std::move(now)});
  };
  if (before.title != after.title) tell("headline", {}, before.title.value_or(""), after.title.value_or(""));
  if (before.text == after.text) return;
  const std::vector<Word> then = fold_words(before.text), now = fold_words(after.text);
  const RunIndex index(then, shortest_same);
  const std::vector<Change> changes = find_changes(then, now, index.runs_in(now));
  if (changes.empty() || changes.size() > most_changes_told) return tell("rewritten", {}, "", "");
  for (const Change& change : changes)
    tell(to_text(change.kind), change.to, std::string(words_at(before.text, change.from)),
         std::string(words_at(after.text, change.to)));
}

void Desk::refuse(const Problem& problem) {
  begin();
  add_refusal(store_, run_, counts_.refused++, problem);
}

void Desk::note_fetched(const std::string& address, const Validators& validators) {
  begin();
  keep_fetched(store_, address, validators);
}

void Desk::note_feed(const FeedLine& feed) {
  begin();
  keep_feed(store_, feed);
}

void Desk::note_taken(std::int64_t number, const RunCounts& counts, const std::string& fault, std::size_t story) {
  begin();
  hearsay::note_taken(store_, number, counts, fault, story, now_());
}

void Desk::commit() {
  if (!transaction_) return;
  note_run(store_, run_, counts_);
  transaction_->commit();
  transaction_.reset();
}

void Desk::finish() {
  begin();
  const std::size_t articles = count_articles(store_);
  if (articles - kept_articles_ >= std::max(least_unkept, articles / 4)) {
    std::ostringstream stream;
    grouper_.save(stream);
    keep_grouping(store_, articles, stream.str());
    kept_articles_ = articles;
  }
  end_run(store_, run_, counts_, now_());
  commit();
}

}  // namespace hearsay
