#include "run/accounts/own_writing.h"

#include "source_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace hearsay {
namespace {

TEST(OwnWriting, a_printed_account_is_known_by_its_head) {
  const std::string rule = std::string(100, '=') + "\n";
  const struct {
    std::string text;
    bool is_account;
  } rows[] = {
      {rule + "\"Quay shut\"\n2 articles | 1 newsroom | 1 origin\n" + rule, true},
      {rule + "\"Quay shut\"\n5 to 6 May 2031 | 12 articles | 9 newsrooms | 3 origins\n" + rule, true},
      {"\"Quay shut\"\n1 article | 1 newsroom | 1 origin\n\nTHE NEWS\n", true},                             // brief
      {"========\n\"Quay shut\"\n5 May 2031 | 12\narticles | 9 newsrooms |\n3 origins\n========\n", true},  // narrow
      {rule + "\"Quay shut\"\nThe quay was shut on Monday.\n" + rule, false},
      {rule + "Quay shut\nThe quay was shut on Monday, in 2 articles | 1 newsroom | 1 origin.\n", false},
      {"\"Shut it,\" said the mayor of Quay of the 12 articles and 3 newsrooms.", false},
      {"Quay shut\n=========\nThe quay was shut.", false},  // an article as read prints it
      {rule + "\u201CShut it,\u201D mayor says\n2 articles | 1 newsroom | 1 origin\n" + rule, true},
      {rule, false},
      {"\"", false},
      {"", false},
  };
  for (const auto& row : rows) EXPECT_EQ(begins_printed_account(row.text), row.is_account) << row.text;
}

TEST(OwnWriting, expected_accounts_are_known) {
  for (const auto& file :
       std::filesystem::directory_iterator(std::filesystem::path(source_folder()) / "tests/golden")) {
    if (file.path().extension() != ".txt") continue;
    std::ifstream stream(file.path());
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    EXPECT_TRUE(begins_printed_account(text)) << file.path();
  }
}

TEST(OwnWriting, a_page_is_known_by_its_generator) {
  EXPECT_TRUE(begins_own_page("<!doctype html><meta name=\"generator\" content=\"Hearsay 0.1.0\">"));
  EXPECT_FALSE(begins_own_page("<!doctype html><p>Hearsay"));
}

}  // namespace
}  // namespace hearsay
