#include "persist/store.h"

#include "persist/articles.h"
#include "persist/packed_text.h"
#include "persist/runs.h"
#include "persist/store_places.h"
#include "persist/stories.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

class StoreOf : public OnBothKinds {};
HEARSAY_ON_BOTH_KINDS(StoreOf);

Article full_article() {
  Article article;
  article.id = "vell";
  article.location = "https://post.example/vell";
  article.outlet = "post.example";
  article.title = "Nine hurt as “bridge” falls";
  article.published = parse_moment("2031-05-05T08:30:00+02:00");
  article.modified = parse_moment("2031-05-06");
  article.language = "en";
  article.text = "Share this\nNine were hurt — Mayor Añes said.";
  article.boilerplate = {{{0, 10}, "an invitation"}};
  article.address = "https://post.example/vell?full";
  article.authors = {"A. Writer", "B. Writer"};
  article.stated_origins = {"Corvin Wire"};
  article.statements = {{"title", "h1"}, {"published", "meta date"}};
  return article;
}

void expect_same(const Article& a, const Article& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.location, b.location);
  EXPECT_EQ(a.outlet, b.outlet);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.published, b.published);
  EXPECT_EQ(a.modified, b.modified);
  EXPECT_EQ(a.language, b.language);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.address, b.address);
  EXPECT_EQ(a.authors, b.authors);
  EXPECT_EQ(a.stated_origins, b.stated_origins);
  ASSERT_EQ(a.boilerplate.size(), b.boilerplate.size());
  for (std::size_t i = 0; i < a.boilerplate.size(); ++i) {
    EXPECT_EQ(a.boilerplate[i].span, b.boilerplate[i].span);
    EXPECT_EQ(a.boilerplate[i].why, b.boilerplate[i].why);
  }
  ASSERT_EQ(a.statements.size(), b.statements.size());
  for (std::size_t i = 0; i < a.statements.size(); ++i) {
    EXPECT_EQ(a.statements[i].what, b.statements[i].what);
    EXPECT_EQ(a.statements[i].where, b.statements[i].where);
  }
}

TEST_P(StoreOf, an_article_comes_back_as_it_was_put_in) {
  Store store(place("a.db"));
  Article bare;
  bare.id = "bare";
  bare.location = "bare.txt";
  const std::size_t story = begin_story(store, "s1", 100);
  for (const Article& article : {full_article(), bare}) {
    const HeldArticle held = add_article(store, article, article.location, story, 100);
    expect_same(read_version(store, held.version), article);
    EXPECT_EQ(find_known(store, article.location)->version, held.version);
  }
  EXPECT_TRUE(check(store).empty());
}

TEST_P(StoreOf, a_new_version_is_told_and_the_old_one_kept) {
  Store store(place("a.db"));
  const std::size_t story = begin_story(store, "s1", 100);
  const HeldArticle held = add_article(store, full_article(), "k", story, 100);
  Article later = full_article();
  later.text = "Ten were hurt.";
  const HeldArticle now = add_version(store, held, later, 200);
  EXPECT_EQ(versions_of_story(store, story), std::vector{now.version});
  expect_same(read_version(store, held.version), full_article());
  EXPECT_EQ(versions_of_article(store, held.number).size(), 2U);
  StoryQuery ask;
  ask.words = "nine hurt";  // the title still has the first word
  EXPECT_EQ(list_stories(store, ask).size(), 1U);
  ask.words = "añes";
  EXPECT_TRUE(list_stories(store, ask).empty());
}

TEST_P(StoreOf, articles_are_found_by_their_words_without_case_and_accents) {
  Store store(place("a.db"));
  const std::size_t story = begin_story(store, "s1", 100);
  Article article = full_article();
  article.text = "The ÉCOLE's port-fire cost €1,500 in 東京; Ångström & Co. don't say (x86/ARM_v8). Straße, ΣΊΣΥΦΟΣ, " +
                 std::string(3000, 'w') + ", " + std::string(1, '\0') + "end";
  add_article(store, article, "k", story, 100);
  const auto found = [&](const std::string& words) {
    StoryQuery ask;
    ask.words = words;
    return !list_stories(store, ask).empty();
  };
  for (const char* const words :
       {"ecole", "École s", "PORT", "port-fire", "1,500", "500 1", "東京", "ångström", "angstrom co", "don't", "x86 v8",
        "arm", "straße", "σίσυφος", "end", "nine BRIDGE", "\"port\" *fire", "co.", "x86/arm_v8"})
    EXPECT_TRUE(found(words)) << words;
  for (const char* const words :
       {"ecoles", "portfire", "東", "strasse", "port zeppelin", "fir", "*", "'", "port & zeppelin"})
    EXPECT_FALSE(found(words)) << words;
  EXPECT_TRUE(found(std::string(3000, 'w').substr(0, 990)) == (GetParam() == SqlKind::postgres));  // word_search.h
}

TEST_P(StoreOf, any_bytes_and_lengths_are_held) {
  Store store(place("a.db"));
  const std::size_t story = begin_story(store, "s1", 100);
  std::string wild;
  for (unsigned i = 0; i < 5000; ++i) wild += static_cast<char>(i * 2654435761U >> 13);
  Article article = full_article();
  article.id = "a" + wild;
  article.location = wild;
  article.title = std::string("Nine \0hurt \xFF \xEF\xB7\x90", 17);
  article.authors = {wild, ""};
  const HeldArticle held = add_article(store, article, "k" + wild, story, 100);
  expect_same(read_version(store, held.version), article);
  EXPECT_EQ(find_known(store, "k" + wild)->version, held.version);
  EXPECT_FALSE(find_known(store, wild));
  EXPECT_EQ(free_id(store, article.id), article.id + "#2");
  EXPECT_THROW(add_article(store, article, "k" + wild, story, 100), StoreError);
  EXPECT_TRUE(check(store).empty());
}

TEST_P(StoreOf, a_reader_sees_one_moment_while_it_asks_for_that) {
  Store store(place("a.db"));
  const std::size_t story = begin_story(store, "s1", 100);
  const StoreReader reader(place("a.db"));
  {
    const SqlSnapshot moment(reader.sql());
    EXPECT_EQ(count_articles(reader), 0U);
    SqlTransaction transaction(store.sql());
    add_article(store, full_article(), "k", story, 100);
    transaction.commit();
    EXPECT_EQ(count_articles(reader), 0U);
  }
  EXPECT_EQ(count_articles(reader), 1U);
  EXPECT_THROW(reader.sql().write("DELETE FROM version"), StoreError);
}

TEST_P(StoreOf, a_failed_statement_fails_its_transaction_and_no_other) {
  Store store(place("a.db"));
  for (int i = 0; i < 2; ++i) {
    const auto failing = [&] {
      SqlTransaction transaction(store.sql());
      const std::size_t story = begin_story(store, "s1", 100);
      store.sql().write("INSERT INTO correction VALUES(?,?,?,NULL)", 1, "line", 5);
      store.sql().write("INSERT INTO correction VALUES(?,?,?,NULL)", 1, "line", 5);
      add_article(store, full_article(), "k", story, 100);
      transaction.commit();
    };
    EXPECT_THROW(failing(), StoreError);
  }
  EXPECT_EQ(count_all(store).stories, 0U);
  SqlTransaction transaction(store.sql());
  for (int i = 1; i < 1000; ++i) store.sql().write("INSERT INTO correction VALUES(?,?,?,NULL)", i, "line", 5);
  transaction.commit();
  EXPECT_EQ(store.sql().number("SELECT count(*) FROM correction"), 999);
}

TEST_P(StoreOf, rows_are_read_within_rows_and_streamed) {
  Store store(place("a.db"));
  for (int i = 1; i <= 300; ++i)
    store.sql().write("INSERT INTO correction VALUES(?,?,?,NULL)", i, std::to_string(i), 5);
  int seen = 0;
  for (SqlRows outer = store.sql().rows("SELECT number FROM correction WHERE number <= ? ORDER BY number", 3);
       outer.next();)
    for (SqlRows inner = store.sql().rows("SELECT number FROM correction WHERE number <= ? ORDER BY number", 2);
         inner.next();)
      seen += static_cast<int>(10 * outer.integer(0) + inner.integer(0));
  EXPECT_EQ(seen, 2 * 60 + 3 * 3);
  {
    SqlRows some = store.sql().stream("SELECT line, withdrawn FROM correction WHERE number > ? ORDER BY number", 100);
    ASSERT_TRUE(some.next());
    EXPECT_EQ(some.text(0), "101");
    EXPECT_TRUE(some.is_null(1));
    EXPECT_EQ(some.number(1), 0U);
    EXPECT_EQ(some.text(1), "");
  }
  int lines = 0;
  for (SqlRows all = store.sql().stream("SELECT line FROM correction"); all.next();) ++lines;
  EXPECT_EQ(lines, 300);
  EXPECT_THROW(store.sql().stream("SELECT nothing FROM nowhere").next(), StoreError);
  EXPECT_EQ(store.sql().number("SELECT count(*) FROM correction"), 300);
}

TEST_P(StoreOf, what_is_not_committed_is_not_there) {
  Store store(place("a.db"));
  const std::size_t story = begin_story(store, "s1", 100);
  {
    SqlTransaction transaction(store.sql());
    add_article(store, full_article(), "k", story, 100);
  }
  EXPECT_EQ(count_articles(store), 0U);
  EXPECT_FALSE(find_known(store, "k"));
}

TEST_P(StoreOf, a_story_that_became_part_of_another_is_found_as_that) {
  Store store(place("a.db"));
  const std::size_t one = begin_story(store, "s1aaa", 100), two = begin_story(store, "s2bbb", 100);
  add_article(store, full_article(), "k", one, 100);
  Article other = full_article();
  other.id = "kalm";
  add_article(store, other, "l", two, 100);
  merge_stories(store, one, two, "alike", 200);
  const auto found = find_story(store, "s2bbb");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, "s1aaa");
  EXPECT_EQ(found->articles, 2U);
  EXPECT_EQ(find_story(store, "s1aa")->id, "s1aaa");
  EXPECT_FALSE(find_story(store, "s3"));
  const Story grouped = grouped_story(store, one);
  ASSERT_EQ(grouped.merged.size(), 1U);
  EXPECT_EQ(grouped.merged[0].id, "s2bbb");
  EXPECT_TRUE(check(store).empty());
}

TEST_P(StoreOf, stories_are_listed_page_by_page) {
  Store store(place("a.db"));
  for (int i = 0; i < 5; ++i) {
    Article article = full_article();
    article.id += std::to_string(i);
    add_article(store, article, article.id, begin_story(store, "s" + std::to_string(i), 100 + i / 2), 100 + i / 2);
  }
  StoryQuery ask;
  ask.most = 2;
  std::string seen;
  for (;;) {
    const auto page = list_stories(store, ask);
    if (page.empty()) break;
    for (const StoryLine& line : page) seen += line.id + " ";
    ask.after = page.back().number;
  }
  EXPECT_EQ(seen, "s4 s3 s2 s1 s0 ");
}

TEST_P(StoreOf, copies_keep_their_passages_and_changes) {
  Store store(place("a.db"));
  const std::size_t story = begin_story(store, "s1", 100);
  for (const char* id : {"a", "b"}) {
    Article article = full_article();
    article.id = id;
    add_article(store, article, id, story, 100);
  }
  Copy copy;
  copy.from = 1;
  copy.to = 2;
  copy.kind = CopyKind::common_source;
  copy.share = 0.25;
  copy.direction_known = true;
  copy.passages = {{{3, 9}, {1, 7}}};
  copy.changes = {{Change::Kind::hedge, {9, 12}, {7, 7}}};
  copy.why = "because";
  add_copy(store, copy);
  const Story grouped = grouped_story(store, story);
  ASSERT_EQ(grouped.copies.size(), 1U);
  const Copy& back = grouped.copies[0];
  EXPECT_EQ(back.kind, copy.kind);
  EXPECT_EQ(back.share, copy.share);
  EXPECT_TRUE(back.direction_known);
  EXPECT_EQ(back.passages[0].to, copy.passages[0].to);
  EXPECT_EQ(back.changes[0].kind, Change::Kind::hedge);
  EXPECT_EQ(back.changes[0].from, (Span{9, 12}));
}

TEST_P(StoreOf, the_state_of_the_grouping_comes_back_in_one_piece) {
  Store store(place("a.db"));
  EXPECT_EQ(read_grouping(store).articles, 0U);
  const std::string bytes(std::size_t{65} << 20, 'x');
  keep_grouping(store, 7, bytes);
  EXPECT_EQ(read_grouping(store).articles, 7U);
  EXPECT_EQ(read_grouping(store).bytes, bytes);
}

TEST_P(StoreOf, there_is_one_writer_at_a_time) {
  {
    const Store store(place("a.db"));
    EXPECT_THROW(Store(place("a.db")), StoreError);
    const StoreReader reader(place("a.db"));
  }
  const Store store(place("a.db"));
  EXPECT_THROW(Store(place("b.db"), Store::Missing::refuse), StoreError);
}

TEST(PackedText, comes_back_and_damage_is_told) {
  for (const std::string& text : {std::string(), std::string("a"), std::string(100000, 'b')}) {
    EXPECT_EQ(unpack_text(pack_text(text)), text);
    EXPECT_EQ(unpack_behind("before", pack_behind("before", text)), text);
  }
  const std::string before = "Nine people were hurt when the bridge fell, the mayor said on Monday.";
  const std::string packed = pack_behind(before, before + before);
  EXPECT_LT(packed.size(), 40U);
  EXPECT_THROW(unpack_behind("", packed), std::runtime_error);
  EXPECT_THROW(unpack_text("no such thing"), std::runtime_error);
  EXPECT_THROW(unpack_text(packed.substr(0, packed.size() - 1)), std::runtime_error);
}

}  // namespace
}  // namespace hearsay
