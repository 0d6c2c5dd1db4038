#include "present/desk.h"

#include "present/json/json_text.h"
#include "present/words/lines.h"
#include "present/words/phrases.h"

#include <fmt/format.h>

#include <chrono>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t most_words_bytes = 400;

std::string quoted_or_nothing(const std::string& words) {
  return words.empty() ? "nothing" : quoted(beginning_of(on_one_line(words), most_words_bytes));
}

std::string days_of(const StoryLine& story) {
  if (!story.first_day) return "";
  return story.first_day == story.last_day ? *story.first_day : *story.first_day + " to " + story.last_day.value_or("");
}

}  // namespace

Moment moment_of(std::int64_t seconds) {
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  return {day, time - day, std::chrono::minutes(0)};
}

std::string to_json(const StoryLine& story) {
  JsonText out;
  out.begin_object().add("format", "hearsay/story-line/1").add("story", story.id).add("title", story.title);
  out.add("begin", story.first_day).add("end", story.last_day);
  out.add("begun", to_iso(moment_of(story.begun))).add("changed", to_iso(moment_of(story.changed)));
  out.add("articles", story.articles).add("outlets", story.outlets).add("origins", story.origins);
  out.add("points", story.points).add("contested", story.contested).add("current", story.as_told);
  return out.end_object().take();
}

std::string to_json(const ChangeLine& line) {
  const StoryChange& change = line.change;
  JsonText out;
  out.begin_object()
      .add("format", "hearsay/change/1")
      .add("number", line.number)
      .add("at", to_iso(moment_of(change.at)));
  out.add("story", line.story_id).add("title", line.story_title).add("kind", change.kind).add("point", change.point);
  out.key("words");
  if (line.article.empty()) {
    out.raw("null");
  } else {
    out.begin_object().add("article", line.article).add("begin", line.begin).add("end", line.end);
    out.add("text", line.words).end_object();
  }
  out.add("before", change.before).add("after", change.after).add("why", what_changed_in_words(change));
  return out.end_object().take();
}

std::string what_changed_in_words(const StoryChange& change) {
  const std::string before = quoted_or_nothing(change.before), after = quoted_or_nothing(change.after);
  if (change.kind == "new-story") return "a new story";
  if (change.kind == "new-point") return "a point that no report had mentioned";
  if (change.kind == "new-origin") return fmt::format("origins: {}, previously {}", change.after, change.before);
  if (change.kind == "standing") return fmt::format("now {}, previously {}", change.after, change.before);
  if (change.kind == "value") return fmt::format("{} beside {}", after, before);
  if (change.kind == "denial") return "denied for the first time";
  if (change.kind == "unfit-correction")
    return fmt::format("the correction {} no longer fits: {}", before, change.after);
  if (change.kind == "merged")
    return fmt::format("the story {} was merged into this one: {}", change.before, change.after);
  if (change.kind == "headline") return fmt::format("an article's headline is now {}, previously {}", after, before);
  if (change.kind == "rewritten") return "an article was rewritten";
  if (change.kind == "dropped") return fmt::format("an article no longer has {}", before);
  if (change.kind == "added") return fmt::format("an article now has {}", after);
  return fmt::format("an article has {} ({}), previously {}", after, change.kind, before);
}

std::string to_text(const StoryLine& story, const TerminalStyle& style) {
  std::string facts = counted(story.articles, "article", "articles");
  if (story.outlets) facts += ", " + counted(*story.outlets, "outlet", "outlets");
  if (story.origins) facts += ", " + counted(*story.origins, "origin", "origins");
  if (story.points) facts += ", " + counted(*story.points, "point", "points");
  if (story.contested && *story.contested > 0) facts += fmt::format(", {} contested", *story.contested);
  if (const std::string days = days_of(story); !days.empty()) facts += "; " + days;
  if (!story.as_told) facts += story.points ? "; more has come since" : "; no account yet";
  const std::string title = on_one_line(story.title);
  std::string text = painted(fitted(story.id + "  " + title, style.columns), Ink::strong, style);
  return text + "\n  " + fitted(facts, style.columns - 2);
}

std::string to_text(const ChangeLine& line, const TerminalStyle& style) {
  std::string text =
      fitted(fmt::format("{}  {}  {}", to_iso(moment_of(line.change.at)), line.story_id, on_one_line(line.story_title)),
             style.columns);
  text = painted(text, Ink::strong, style) + "\n";
  text += wrapped(on_one_line(what_changed_in_words(line.change)), 2, 2, style.columns);
  if (!line.words.empty())
    text +=
        wrapped(on_one_line(fmt::format("{}: {}", line.article, quoted(beginning_of(line.words, most_words_bytes)))), 4,
                4, style.columns);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace hearsay
