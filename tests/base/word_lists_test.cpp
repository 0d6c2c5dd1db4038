#include "base/word_lists.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace hearsay {
namespace {

// "1 [section] key(word;word)" for each line, or the reason why not.
std::string read(std::string_view text, const Sections& sections = {}) {
  std::string printed;
  try {
    read_list(text, "data/some.txt", sections, [&](const ListLine& line) {
      printed += printed.empty() ? "" : " ";
      printed += std::to_string(line.number) + " ";
      if (!line.section.empty()) printed += "[" + std::string(line.section) + "] ";
      printed += std::string(line.key) + "(";
      for (std::size_t i = 0; i < line.words.size(); ++i) printed += (i > 0 ? ";" : "") + std::string(line.words[i]);
      printed += ")";
    });
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return printed;
}

TEST(WordLists, a_line_is_words_under_a_section_with_a_key_or_without) {
  const struct {
    std::string_view text, printed;
  } rows[] = {
      {"", ""},
      {"\n\n# a remark\n  # another\n", ""},
      {"quay", "1 (quay)"},
      {"quay\nslack water\n", "1 (quay) 2 (slack water)"},
      {"quay, slack water,jetty\n", "1 (quay;slack water;jetty)"},
      {"port = quay, jetty", "1 port(quay;jetty)"},
      {"port=quay", "1 port(quay)"},
      {" \tinner port\t=  quay \t\r\n", "1 inner port(quay)"},
      {"yen = \xC2\xA5, ^Y=, a=b", "1 yen(\xC2\xA5;^Y=;a=b)"},
      {"[at sea]\nbuoy\n\n[ ashore ]\nquay = jetty\n", "2 [at sea] (buoy) 5 [ashore] quay(jetty)"},
      {"quay\n[at sea]\nbuoy", "1 (quay) 3 [at sea] (buoy)"},
      {"[at sea]\nbuoy\n[ashore]\n[at sea]\nwreck", "2 [at sea] (buoy) 5 [at sea] (wreck)"},
      {"quay # of stone\nno = #5, [6]", "1 (quay # of stone) 2 no(#5;[6])"},
      {"quai \xC3\xA9troit", "1 (quai \xC3\xA9troit)"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.text), row.printed) << row.text;
}

TEST(WordLists, a_line_that_cannot_be_read_is_told_with_its_file_number_and_beginning) {
  const struct {
    std::string_view text, reason;
  } rows[] = {
      {"= quay", "data/some.txt:1: nothing before the \"=\": = quay"},
      {"# first\n\nport =\nquay", "data/some.txt:3: nothing after the \"=\": port ="},
      {"quay,,jetty", "data/some.txt:1: a comma with no word on one side: quay,,jetty"},
      {"port = quay,", "data/some.txt:1: a comma with no word on one side: port = quay,"},
      {",", "data/some.txt:1: a comma with no word on one side: ,"},
      {"[at sea\nbuoy", "data/some.txt:1: no \"]\" after the section's name: [at sea"},
      {"[at sea] buoy", "data/some.txt:1: no \"]\" after the section's name: [at sea] buoy"},
      {"[", "data/some.txt:1: no \"]\" after the section's name: ["},
      {"[ ]", "data/some.txt:1: a section without a name: [ ]"},
      {"quay\n\xE9t\xE9, jetty", "data/some.txt:2: not UTF-8 text: ..."},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.text), row.reason) << row.text;
}

TEST(WordLists, a_long_line_is_told_by_its_first_letters) {
  const std::string line = std::string(79, 'a') + "\xC3\xA9" + std::string(20, 'b') + ",";
  EXPECT_EQ(read(line), "data/some.txt:1: a comma with no word on one side: " + std::string(79, 'a'));
}

TEST(WordLists, a_section_that_the_reader_does_not_know_is_refused_at_its_head) {
  EXPECT_EQ(read("[at sea]\nbuoy", {"at sea"}), "2 [at sea] (buoy)");
  EXPECT_EQ(read("[at see]\nbuoy", {"at sea"}), "data/some.txt:1: the section is not known: [at see]");
  EXPECT_EQ(read("[at see]", {"at sea"}), "data/some.txt:1: the section is not known: [at see]");
  EXPECT_EQ(read("buoy", {"at sea"}), "data/some.txt:1: a line before the first section: buoy");
  EXPECT_EQ(read("buoy\n[at sea]", {""}), "data/some.txt:2: the section is not known: [at sea]");
  EXPECT_EQ(read("buoy", {""}), "1 (buoy)");
}

TEST(WordLists, what_a_reader_refuses_comes_out_with_its_place) {
  const auto reason = [](std::string_view text, const auto& take) -> std::string {
    try {
      read_list(text, "data/some.txt", {}, take);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "read";
  };
  EXPECT_EQ(reason("a\nb, c", [](const ListLine& line) { line.word(); }), "data/some.txt:2: more than one word: b, c");
  EXPECT_EQ(reason("a = b\nc", [](const ListLine& line) { line.needed_key(); }), "data/some.txt:2: no \"=\": c");
  EXPECT_EQ(reason("a = 1e9\nb = 1 2", [](const ListLine& line) { number_in(line.word()); }),
            "data/some.txt:2: \"1 2\" is not a number: b = 1 2");
  EXPECT_EQ(reason("a = inf", [](const ListLine& line) { number_in(line.word()); }),
            "data/some.txt:1: \"inf\" is not a number: a = inf");
}

TEST(WordSorts, a_word_is_of_each_sort_whose_section_has_it) {
  const WordSorts titles("data/titles.txt", {"woman", "man", "any"});
  EXPECT_EQ(titles.of("mrs"), 1U);
  EXPECT_EQ(titles.of("mr"), 2U);
  EXPECT_EQ(titles.of("quay"), 0U);
  EXPECT_TRUE(titles.has("mr", 1 | 2));
  EXPECT_FALSE(titles.has("mr", 1 | 4));
}

TEST(WordSorts, a_section_that_is_not_asked_for_is_refused) {
  EXPECT_THROW(WordSorts("data/titles.txt", {"woman", "man"}), std::runtime_error);
}

}  // namespace
}  // namespace hearsay
