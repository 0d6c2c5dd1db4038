#include "run/accounts/account_reading.h"

#include "present/json/json.h"
#include "run/accounts/sparse_text.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hearsay {
namespace {

std::string golden(const char* story) {
  std::ifstream file(std::filesystem::path(source_folder()) / "tests" / "golden" / (std::string(story) + ".json"));
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

TEST(AccountReading, what_is_read_is_written_again) {
  for (const char* story : {"border-prisoners", "depot-shelling", "harbour-fire"}) {
    const std::string json = golden(story);
    ASSERT_FALSE(json.empty());
    const auto account = read_account(json);
    ASSERT_TRUE(account) << account.error();
    EXPECT_TRUE(to_json(*account) == json) << story;
  }
}

std::string changed(std::string json, std::string_view from, std::string_view to) {
  const std::size_t at = json.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? json : json.replace(at, from.size(), to);
}

TEST(AccountReading, what_does_not_fit_is_told) {
  const std::string json = golden("harbour-fire");
  const std::array<std::array<const char*, 3>, 10> rows = {{
      {"{", "[", "is not JSON"},
      {"\"claims\":[", "\"clams\":[", "is not an account: it lacks the required \"claims\""},
      {"\"host\":\"c", "\"host\":\"c", ""},
      {"\"origin\":\"o1\"", "\"origin\":\"o0\"", "is not an account: it names \"o0\", which does not exist"},
      {"\"origin\":\"o1\"", "\"origin\":\"p1\"", "is not an account: it names \"p1\", which does not exist"},
      {"\"origin\":\"o1\"", "\"origin\":7", "is not an account: it has a \"origin\" that is not a string"},
      {"\"stance\":\"asserts\"", "\"stance\":\"sings\"", "is not an account: it has the unknown stance \"sings\""},
      {"\"begin\":132,\"end\":154", "\"begin\":154,\"end\":132",
       "is not an account: it has a span that ends before it begins"},
      {"\"begin\":132,\"end\":154", "\"begin\":132,\"end\":155",
       "is not an account: it has words that are shorter than their span"},
      {"\"begin\":132,\"end\":154", "\"begin\":132,\"end\":99999999999",
       "is not an account: it has a span that lies beyond"},
  }};
  for (const auto& [from, to, reason] : rows) {
    const auto account = read_account(changed(json, from, to));
    if (*reason == '\0')
      EXPECT_TRUE(account);
    else if (account)
      ADD_FAILURE() << to << " was read";
    else
      EXPECT_TRUE(account.error().starts_with(reason)) << account.error();
  }
}

TEST(AccountReading, an_account_is_known_by_its_beginning) {
  EXPECT_TRUE(begins_account(R"({"format":"hearsay/account/1","story":{)"));
  EXPECT_TRUE(begins_account("{\n  \"format\" : \"hearsay/account/1\","));
  EXPECT_FALSE(begins_account(R"({"format":"hearsay/article/1","id":"a"})"));
  EXPECT_FALSE(begins_account("The format is \"hearsay/account/1\""));
  EXPECT_FALSE(begins_account(""));
}

TEST(SparseText, has_what_was_put_there_and_nothing_else) {
  SparseText text;
  text.put({2, 5}, "\u00E4b\U0001F525");
  text.put({3, 4}, "b");
  text.reach({6, 8});
  EXPECT_EQ(text.in_utf8(), std::string("\0\0\u00E4b\U0001F525\0\0\0", 12));
  EXPECT_EQ(text.in_bytes({2, 5}), (Span{2, 9}));
  EXPECT_EQ(text.in_bytes({6, 8}), (Span{10, 12}));
  SparseText other;
  other.put({0, 2}, "ab");
  EXPECT_THROW(other.put({1, 2}, "c"), std::length_error);
  EXPECT_THROW(other.put({0, 1}, "ab"), std::length_error);
  EXPECT_THROW(other.reach({0, std::size_t{1} << 40}), std::length_error);
}

}  // namespace
}  // namespace hearsay
