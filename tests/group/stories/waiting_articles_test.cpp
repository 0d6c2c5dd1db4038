#include "group/stories/waiting_articles.h"

#include "group/stories/packed_signature.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace hearsay {
namespace {

Signature made_signature(unsigned number) {
  Article article;
  article.id = fmt::format("article {}", number * 7919 % 1000);
  article.outlet = "quaynews.example";
  article.published = parse_moment("2031-05-02T10:00:00Z");
  article.title = "Ferry Solvang strands off Port Aster";
  article.text = fmt::format(
      "PORT ASTER (AFP) - The ferry Solvang ran onto a sandbank with {} people on board, the Harbor Herald reported. "
      "\"We saw {} tugs,\" engineer Pavel Drost said on Monday in Tarnfoss. The shipping company blamed a broken "
      "cable.",
      number + 20, number % 9);
  return sign(article);
}

void expect_equal(const Signature& a, const Signature& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.outlet, b.outlet);
  EXPECT_EQ(a.seconds, b.seconds);
  EXPECT_EQ(a.has_day, b.has_day);
  EXPECT_EQ(a.has_time, b.has_time);
  EXPECT_EQ(a.familiar, b.familiar);
  EXPECT_EQ(a.content, b.content);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.upstreams, b.upstreams);
  EXPECT_EQ(a.marks, b.marks);
  ASSERT_EQ(a.credits.size(), b.credits.size());
  for (std::size_t i = 0; i < a.credits.size(); ++i) {
    EXPECT_EQ(a.credits[i].agency, b.credits[i].agency);
    EXPECT_EQ(a.credits[i].domain, b.credits[i].domain);
    EXPECT_EQ(a.credits[i].whole, b.credits[i].whole);
  }
  ASSERT_EQ(a.runs.size(), b.runs.size());
  for (std::size_t i = 0; i < a.runs.size(); ++i) {
    EXPECT_EQ(a.runs[i].hash, b.runs[i].hash);
    EXPECT_EQ(a.runs[i].place, b.runs[i].place);
  }
  ASSERT_EQ(a.features.size(), b.features.size());
  for (std::size_t i = 0; i < a.features.size(); ++i) {
    EXPECT_EQ(a.features[i].stem, b.features[i].stem);
    EXPECT_EQ(a.features[i].weight, b.features[i].weight);
  }
}

TEST(packed_signature, comes_back_as_it_was) {
  const Signature signature = made_signature(5);
  ASSERT_FALSE(signature.credits.empty());
  ASSERT_FALSE(signature.upstreams.empty());
  ASSERT_FALSE(signature.marks.empty());
  expect_equal(unpack_signature(pack_signature(signature)), signature);
  expect_equal(unpack_signature(pack_signature(Signature())), Signature());
}

TEST(packed_signature, that_is_damaged_is_refused) {
  const std::string bytes = pack_signature(made_signature(5));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(unpack_signature(std::string_view(bytes).substr(0, size)), std::runtime_error) << size;
  }
}

TEST(waiting_articles, are_given_back_whether_packed_or_not_in_one_order) {
  WaitingArticles waiting;
  WaitingArticles turned;
  for (unsigned i = 0; i < 200; ++i) {
    ASSERT_TRUE(waiting.is_of_their_time(made_signature(i)));
    waiting.add(made_signature(i), 1000 + i);
    turned.add(made_signature(199 - i), 1199 - i);
  }
  const std::vector<std::uint32_t> order = waiting.order();
  const std::vector<std::uint32_t> turned_order = turned.order();
  Signature room;
  std::string last;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Signature& next = waiting.at(order[i], room);
    EXPECT_LT(last, next.id);
    last = next.id;
    EXPECT_EQ(waiting.numbers()[order[i]], turned.numbers()[turned_order[i]]);
    expect_equal(next, made_signature(order[i]));
  }
}

TEST(waiting_articles, are_of_one_time) {
  WaitingArticles waiting;
  waiting.add(made_signature(1), 0);
  Signature other = made_signature(2);
  EXPECT_TRUE(waiting.is_of_their_time(other));
  ++other.seconds;
  EXPECT_FALSE(waiting.is_of_their_time(other));
  other.has_day = false;
  EXPECT_FALSE(waiting.is_of_their_time(other));
  waiting.clear();
  EXPECT_TRUE(waiting.is_of_their_time(other));
}

}  // namespace
}  // namespace hearsay
