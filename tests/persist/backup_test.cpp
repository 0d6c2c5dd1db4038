// A copy of each kind of store in each kind.
#include "persist/backup.h"

#include "persist/articles.h"
#include "persist/changes.h"
#include "persist/corrections.h"
#include "persist/inbox.h"
#include "persist/runs.h"
#include "persist/store.h"
#include "persist/store_places.h"
#include "persist/stories.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

namespace hearsay {
namespace {

class Backup : public testing::TestWithParam<std::tuple<SqlKind, SqlKind>> {
 protected:
  void SetUp() override {
    const auto [from, to] = GetParam();
    if (from == SqlKind::sqlite && to == SqlKind::sqlite) return;
    if (!PostgresServer::running().missing().empty()) GTEST_SKIP() << PostgresServer::running().missing();
  }

  StorePlaces from_{std::get<0>(GetParam())};
  StorePlaces to_{std::get<1>(GetParam())};
};

INSTANTIATE_TEST_SUITE_P(kinds, Backup,
                         testing::Combine(testing::Values(SqlKind::sqlite, SqlKind::postgres),
                                          testing::Values(SqlKind::sqlite, SqlKind::postgres)),
                         [](const auto& one) {
                           return name_of(std::get<0>(one.param)) + "_to_" + name_of(std::get<1>(one.param));
                         });

Article article(const std::string& id) {
  Article made;
  made.id = id;
  made.location = "/news/" + id + "\xFF";  // a file's name may have any bytes
  made.title = std::string("Bridge ") + '\0' + "falls";
  made.text = "Nine were hurt when the bridge fell, the mayor of " + id + " said.";
  made.boilerplate = {{{0, 4}, "why"}};
  return made;
}

// A story that became part of a later one, a copy, a correction, a thing handed in, a change.
void fill(Store& store) {
  SqlTransaction transaction(store.sql());
  const std::size_t one = begin_story(store, "s1aaa", 100), two = begin_story(store, "s2bbb", 100);
  add_article(store, article("vell"), "vell", one, 100);
  const HeldArticle held = add_article(store, article("kalm"), "kalm", two, 100);
  merge_stories(store, two, one, "alike", 200);
  Copy copy;
  copy.from = 1;
  copy.to = 2;
  copy.share = 0.25;
  copy.passages = {{{3, 9}, {1, 7}}};
  add_copy(store, copy);
  add_correction(store, "article kalm is not a copy of vell", 300);
  hand_in(store, {0, HandedIn::Kind::address, "https://post.example/", true}, 300);
  add_change(store, {300, two, "headline", std::nullopt, held.version, {}, "a", ""});
  keep_grouping(store, 2, std::string("\0\1\2", 3));
  transaction.commit();
}

void expect_filled(const StoreReader& store) {
  EXPECT_TRUE(check(store).empty());
  EXPECT_EQ(count_articles(store), 2U);
  const Article back = read_version(store, find_known(store, "kalm")->version);
  EXPECT_EQ(back.title, article("kalm").title);
  EXPECT_EQ(back.location, article("kalm").location);
  EXPECT_EQ(back.text, article("kalm").text);
  const auto story = find_story(store, "s1aaa");
  ASSERT_TRUE(story);
  EXPECT_EQ(story->id, "s2bbb");
  const Story grouped = grouped_story(store, story->number);
  ASSERT_EQ(grouped.copies.size(), 1U);
  EXPECT_EQ(grouped.copies[0].share, 0.25);
  EXPECT_EQ(list_corrections(store).size(), 1U);
  EXPECT_EQ(next_handed_in(store)->content, "https://post.example/");
  EXPECT_EQ(list_changes(store, {}).size(), 1U);
  EXPECT_EQ(read_grouping(store).bytes, std::string("\0\1\2", 3));
  StoryQuery ask;
  ask.words = "Mayor bridge";
  EXPECT_EQ(list_stories(store, ask).size(), 1U);
}

TEST_P(Backup, has_all_that_the_store_has_and_is_one_itself) {
  const std::string from = from_.place("a.db"), to = to_.place("copy.db");
  {
    Store store(from);
    fill(store);
    back_up(from, to);  // while it is being written
  }
  expect_filled(StoreReader(to));
  Store copy(to);
  EXPECT_EQ(begin_story(copy, "s3ccc", 400), 3U);
  EXPECT_EQ(add_correction(copy, "article vell is not a copy of kalm", 400), 2);
  add_article(copy, article("marn"), "marn", 3, 400);
  EXPECT_TRUE(check(copy).empty());
}

TEST_P(Backup, never_touches_a_database_that_has_something_in_it) {
  const std::string from = from_.place("a.db"), to = to_.place("copy.db");
  {
    Store store(from);
    fill(store);
  }
  EXPECT_THROW(back_up(from, from), StoreError);
  if (std::get<1>(GetParam()) == SqlKind::sqlite) return;  // a file is replaced
  connect_postgres(to, SqlDatabase::Access::write)->run("CREATE TABLE mine(x TEXT)");
  EXPECT_THROW(back_up(from, to), StoreError);
  const std::string store = to_.place("store.db");
  { const Store empty(store); }
  EXPECT_THROW(back_up(from, store), StoreError);
  EXPECT_EQ(count_articles(StoreReader(store)), 0U);
}

TEST_P(Backup, that_fails_leaves_nothing) {
  const std::string from = from_.place("a.db"), to = to_.place("copy.db");
  {
    Store store(from);
    fill(store);
    store.sql().write("UPDATE version SET text = ? WHERE number = 2", SqlBytes{"no packed text"});
  }
  if (GetParam() == std::tuple(SqlKind::sqlite, SqlKind::sqlite)) return;  // pages are copied as they are
  EXPECT_THROW(back_up(from, to), std::runtime_error);
  if (std::get<1>(GetParam()) == SqlKind::sqlite)
    EXPECT_FALSE(std::filesystem::exists(to));
  else
    EXPECT_TRUE(connect_postgres(to, SqlDatabase::Access::read)->is_empty());
}

}  // namespace
}  // namespace hearsay
