#include "clean/clean.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string day_kept(const char* published) {
  Record record;
  record.content = "The ferry sank off the cape. Nobody was hurt.";
  record.published = published;
  const auto articles = clean(record);
  if (!articles || articles->size() != 1 || !articles->front().published) return "nothing";
  return to_iso(*articles->front().published);
}

TEST(Clean, a_records_own_day_is_kept_whatever_its_year) {
  const struct {
    const char* published;
    const char* kept;
  } rows[] = {
      {"1987-03-11", "1987-03-11"}, {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
      {"2099-12-31", "2099-12-31"}, {"2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"},
      {"some day", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(day_kept(row.published), row.kept) << row.published;
}

Record page(std::string content) {
  Record record;
  record.id = "p";
  record.kind = Record::Kind::html;
  record.content = std::move(content);
  return record;
}

const std::string story = "The coast road was closed on Monday after a slip, the town said in the evening of that day.";

TEST(Clean, a_page_without_a_text_tells_of_itself_when_it_is_asked) {
  const std::string bare =
      "<title>The road is shut</title><meta name=pubdate content=2031-05-05><body><nav><a href=/>Home</a></nav>";
  EXPECT_EQ(clean(page(bare)).error(), "is a page without an article's text");
  const auto articles = clean(page(bare), {.metadata = true});
  ASSERT_TRUE(articles);
  EXPECT_EQ(articles->front().text, "");
  EXPECT_EQ(articles->front().title, "The road is shut");
  EXPECT_EQ(to_iso(*articles->front().published), "2031-05-05");
}

TEST(Clean, what_is_left_out_of_a_page_says_why_when_it_is_asked) {
  const std::string content =
      "<h1>The road</h1><nav>Home</nav><div class=newsletter>Subscribe</div><div class=article-body><p>" + story +
      "</p><p>" + story + "</p><p><a href=x>Ferry stops</a></p></div><div id=comments>I knew</div>" +
      "<script>x</script><ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>Three</a></ul>";
  EXPECT_TRUE(clean(page(content))->front().left_out.empty());
  const auto articles = clean(page(content), {.why = true});
  ASSERT_TRUE(articles);
  std::string told;
  for (const PassedOver& part : articles->front().left_out) told += part.text + ": " + part.why + "\n";
  EXPECT_EQ(told,
            "The road: the headline\n"
            "Home: a menu, a form, a footer or the like, by its element\n"
            "Subscribe: something else, by its element's name\n"
            "Ferry stops: a link or a time without a sentence\n"
            "I knew: what readers write\n"
            "One: in a list of links\nTwo: in a list of links\nThree: in a list of links\n");
}

TEST(Clean, bytes_are_no_page) {
  std::string noise;
  for (int i = 0; i < 2000; ++i) noise += static_cast<char>(i * 7919 % 251);
  EXPECT_EQ(clean(page(noise)).error(), "is binary, not a page");
  EXPECT_TRUE(clean(page("<p>" + story + "\x01</p>"))) << "one odd character is one";
}

TEST(Clean, a_language_that_the_text_plainly_is_not_in_is_not_believed) {
  const std::string german =
      "Die Küstenstraße wurde am Montag nach einem Erdrutsch gesperrt, teilte die Stadt am Abend mit.";
  const struct {
    std::string text;
    const char* stated;
    const char* language;
  } rows[] = {
      {story, "en", "en"},
      {german, "de", "de"},
      {german, "en", "de"},
      {story, "de", "en"},
      {"La route de la côte est fermée depuis lundi, a annoncé la ville. Il n'y a pas de blessés.", "en", "fr"},
      {"Der Weg ist zu.", "en", "en"},  // too little to tell
  };
  for (const auto& row : rows) {
    Record record;
    record.content = row.text;
    record.language = row.stated;
    EXPECT_EQ(clean(std::move(record))->front().language, row.language) << row.text;
  }
}

TEST(Clean, a_feeds_title_is_read_as_html) {
  const struct {
    const char* title;
    const char* carrier;
    const char* read;
  } rows[] = {
      {"A &mdash; B", "feed", "A \u2014 B"}, {"A <b>B</b> C", "feed", "A B C"},
      {"A &lt;b&gt;", "feed", "A <b>"},      {"3 < 4", "feed", "3 < 4"},
      {"A &amp; B", "mail", "A &amp; B"},
  };
  for (const auto& row : rows) {
    Record record;
    record.content = story;
    record.carrier = row.carrier;
    record.title = row.title;
    EXPECT_EQ(clean(std::move(record))->front().title, row.read) << row.title;
  }
}

TEST(Clean, a_record_that_is_not_all_there_says_so) {
  Record record = page("<p>" + story + "</p>");
  record.fault = "is gzip that is cut short";
  const auto articles = clean(std::move(record));
  EXPECT_EQ(articles->front().statements.front().what, "left out");
  EXPECT_EQ(articles->front().statements.front().where, "the rest of what is gzip that is cut short");
  Record nothing = page("");
  nothing.fault = "is broken Brotli data";
  EXPECT_EQ(clean(std::move(nothing)).error(), "is broken Brotli data");
}

}  // namespace
}  // namespace hearsay
