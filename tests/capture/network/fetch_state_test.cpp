#include "capture/network/fetch_state.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace hearsay {
namespace {

class FetchStateTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "hearsay_fetch_state_" + testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove(path_);
  }
  void TearDown() override { std::filesystem::remove(path_); }

  void write(const std::string& text) const { std::ofstream(path_) << text; }
  std::string content() const {
    std::stringstream text;
    text << std::ifstream(path_).rdbuf();
    return text.str();
  }

  std::string path_;
};

TEST_F(FetchStateTest, what_is_remembered_is_known_in_the_next_run) {
  FetchState first(path_);
  first.remember("https://b.example/", {"\"5f\"", ""});
  first.remember("https://a.example/feed", {"", "Mon, 05 May 2031 08:00:00 GMT"});
  first.remember("https://c.example/", {});
  first.save();
  EXPECT_EQ(content(),
            "# hearsay: what was fetched\n"
            "https://a.example/feed\t-\tMon, 05 May 2031 08:00:00 GMT\n"
            "https://b.example/\t\"5f\"\t-\n");
  const FetchState second(path_);
  EXPECT_EQ(second.validators("https://b.example/").etag, "\"5f\"");
  EXPECT_EQ(second.validators("https://a.example/feed").last_modified, "Mon, 05 May 2031 08:00:00 GMT");
  EXPECT_TRUE(second.validators("https://c.example/").empty());
}

TEST_F(FetchStateTest, what_would_break_the_file_is_left_out) {
  FetchState state(path_);
  state.remember("https://a.example/", {"a\tb", "c\nd"});
  state.remember("https://b.example/\n", {"a", "b"});
  state.remember("https://c.example/", {std::string(5000, 'x'), "d"});
  state.save();
  EXPECT_EQ(content(), "# hearsay: what was fetched\nhttps://c.example/\t-\td\n");
}

TEST_F(FetchStateTest, another_file_is_left_alone) {
  write("Bridge closed\n");
  EXPECT_THROW(FetchState{path_}, std::runtime_error);
  EXPECT_EQ(content(), "Bridge closed\n");
  EXPECT_THROW(FetchState{"/"}, std::runtime_error);
}

TEST_F(FetchStateTest, broken_lines_are_passed_over) {
  write(
      "# hearsay: what was "
      "fetched\n\nx\nhttps://a.example/\n\t\"e\"\t-\nhttps://b.example/\t\"e\"\t-\nhttps://c.example/\t\"e");
  const FetchState state(path_);
  EXPECT_TRUE(state.validators("https://a.example/").empty());
  EXPECT_EQ(state.validators("https://b.example/").etag, "\"e\"");
  EXPECT_EQ(state.validators("https://c.example/").etag, "\"e");
}

}  // namespace
}  // namespace hearsay
