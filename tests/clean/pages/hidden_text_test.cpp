#include "clean/pages/hidden_text.h"

#include "clean/clean.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const std::string one = "The coast road was closed on Monday after a slip, the town said in the evening of that day.";
const std::string two =
    "Nobody was hurt, and the harbour stayed open to the boats that came in for the night, it said.";
const std::string three =
    "The road is to be opened again when the slope above it has been made safe, which takes weeks.";
const std::string four =
    "Two buses an hour go around by the old bridge, and the ferry takes whoever has no car for free.";
const std::string lines = one + "\n" + two + "\n" + three + "\n" + four;

std::string hidden(const std::string& page) {
  const HiddenText found = find_hidden_text(page, parse_html(page));
  return found.text.text().empty() ? "nothing" : found.where + std::string(": ") + found.text.text();
}

TEST(HiddenTextTest, an_article_is_found_where_scripts_would_find_it) {
  const std::string html =
      "\\u003cp\\u003e" + one + "\\u003c/p\\u003e<p>" + two + "<\\/p><p>" + three + "</p><p>" + four + "</p>";
  const struct {
    std::string page;
    std::string printed;
  } rows[] = {
      {"<script type='application/ld+json'>{\"articleBody\" : \"" + one + "\\n" + two + "\\n" + three + "\\n" + four +
           "\"}</script>",
       "articleBody in a script: " + lines},
      {"<script>window.state={\"body\":\"" + html + "\"}</script>", "body in a script: " + lines},
      {"<script>[{\"text\":\"" + one + "\"},{\"text\":\"" + two + "\"},{\"text\":\"short\"},{\"text\":\"" + three +
           "\"},{\"text\":\"" + four + "\"},{\"text\":\"" + one + "\"}]</script>",
       "text in a script: " + lines},
      {"<noscript><p>" + one + "</p><p>" + two + "</p><p>" + three + "</p><p>" + four + "</p></noscript>",
       "noscript: " + lines},
      {"<script type='text/template'><p>" + one + "</p><p>" + two + "</p><p>" + three + "</p><p>" + four +
           "</p></script>",
       "a template: " + lines},
      {"<template><p>" + one + "</p><p>" + two + "</p><p>" + three + "</p><p>" + four + "</p></template>",
       "template: " + lines},
      {"<script>{\"articleBody\":\"" + one + "\"}</script>", "nothing"},  // too little
      {"<script>{\"body\":\"" + std::string(1000, 'x') + "\"}</script>", "nothing"},
      {"<script>function f() { return 'body'; }</script>", "nothing"},
      {"<script>{\"body\":\"", "nothing"},
      {"<script>{\"body\":\"\\", "nothing"},
      {"", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(hidden(row.page), row.printed) << row.page;
}

TEST(HiddenTextTest, escapes_are_undone) {
  const std::string page = "<script>{\"articleBody\":\"" + one +
                           " caf\\u00e9 \\\"x\\\" \\ud83d\\ude00 \\ud83d \\u12 \\/ " + two + three + four + "\"}";
  EXPECT_NE(hidden(page).find(" caf\u00e9 \"x\" \U0001F600 \uFFFD u12 / "), std::string::npos) << hidden(page);
}

TEST(HiddenTextTest, each_character_leads_back_to_its_bytes) {
  const std::string page =
      "<script>{\"body\":\"<p>caf\\u00e9 &amp; " + one + "<\\/p><p>" + two + three + four + "\"}</script>";
  const HiddenText found = find_hidden_text(page, parse_html(page));
  std::size_t at = 0;
  for (const AlignedText::Run& run : found.text.runs()) {
    EXPECT_EQ(run.clean.begin, at);
    EXPECT_GE(run.raw.end, run.raw.begin);
    if (run.clean.size() == run.raw.size() && run.clean.size() > 1) {
      EXPECT_EQ(words_at(found.text.text(), run.clean), words_at(page, run.raw));
    }
    at = run.clean.end;
  }
  EXPECT_EQ(at, found.text.text().size());
}

TEST(HiddenTextTest, it_is_taken_only_where_the_page_shows_hardly_any_text) {
  const std::string script = "<script>{\"articleBody\":\"" + lines + "\"}</script>";
  const auto text = [](const std::string& page) {
    Record record;
    record.kind = Record::Kind::html;
    record.content = page;
    return clean(std::move(record))->front().text;
  };
  EXPECT_EQ(text("<body>" + script + "<p>Please turn on scripts, for without them there is nothing.</p>"), lines);
  EXPECT_EQ(text("<body>" + script + "<p>" + two + "</p><p>" + three + "</p><p>" + four + "</p>"),
            two + "\n" + three + "\n" + four);
}

}  // namespace
}  // namespace hearsay
