#include "clean/texts/word_pattern.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace hearsay {
namespace {

std::string shown(const Pattern& pattern);

std::string shown(const std::vector<Pattern>& choices) {
  std::string text;
  for (const Pattern& choice : choices) text += (text.empty() ? "" : "|") + shown(choice);
  return text;
}

std::string shown(const Pattern& pattern) {
  std::string text;
  for (const PatternNode& node : pattern) {
    if (!text.empty()) text += ' ';
    switch (node.kind) {
      case PatternNode::Kind::word:
        text += node.exact_case ? "'" + node.text + "'" : node.text;
        break;
      case PatternNode::Kind::number:
        text += "NUMBER";
        break;
      case PatternNode::Kind::handle:
        text += "HANDLE";
        break;
      case PatternNode::Kind::picture_link:
        text += "PICTURE";
        break;
      case PatternNode::Kind::gap:
        text += "GAP";
        break;
      case PatternNode::Kind::name:
        text += "NAME";
        break;
      case PatternNode::Kind::choice:
        text += (node.optional ? "[" : "(") + shown(node.choices) + (node.optional ? "]" : ")");
        break;
    }
  }
  return text;
}

std::string read(std::string_view pattern) {
  NamedLists lists;
  lists["agency"] = read_alternatives("Tide | Road Desk", lists);
  try {
    return shown(read_pattern(pattern, lists));
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

TEST(WordPatternTest, a_rule_is_read_as_a_tree) {
  const struct {
    const char* pattern;
    const char* tree;
  } rows[] = {
      {"read also", "read also"},
      {"  read   also  ", "read also"},
      {"READ also", "'READ' also"},
      {"read: also", "read : also"},
      {"read [more] now", "read [more] now"},
      {"(terms | conditions) of use", "(terms|conditions) of use"},
      {"[a [b | c]]", "[a [b|c]]"},
      {"(a|)", "(a|)"},  // an alternative may be nothing
      {"# of *", "NUMBER of GAP"},
      {"@ said", "HANDLE said"},
      {"<Name> and <picture link>", "NAME and PICTURE"},
      {"by <agency>", "by ('Tide'|'Road' 'Desk')"},
      {"\\( a \\)", "( a )"},
      {"\\* \\#", "* #"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.pattern), row.tree) << row.pattern;
}

TEST(WordPatternTest, a_malformed_rule_says_what_is_wrong) {
  const struct {
    const char* pattern;
    const char* why;
  } rows[] = {
      {"", "rule \"\" is not one pattern"},
      {"   ", "rule \"   \" is not one pattern"},
      {"a | b", "rule \"a | b\" is not one pattern"},
      {"(a", "rule \"(a\" has an open bracket"},
      {"[a | b", "rule \"[a | b\" has an open bracket"},
      {"a)", "rule \"a)\" closes a bracket that is not open"},
      {"(a]", "rule \"(a]\" closes a bracket that is not open"},
      {"<agency", "rule \"<agency\" has an open <"},
      {"<nobody>", "rule \"<nobody>\" uses a list that has no such name"},
      {"a \\", "rule \"a \\\" ends in a stroke"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.pattern), row.why) << row.pattern;
}

TEST(WordPatternTest, brackets_may_stand_in_brackets_and_not_without_end) {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '(') + "a" + std::string(static_cast<std::size_t>(depth), ')');
  };
  EXPECT_EQ(read(nested(32)), nested(32));
  EXPECT_TRUE(read(nested(33)).ends_with("has brackets in brackets in brackets: more than 32"));
}

TEST(WordPatternTest, lists_of_lists_are_bounded) {
  NamedLists lists;
  std::string alternatives = "a";
  for (int i = 0; i < 999; ++i) alternatives += " | a";
  lists["thousand"] = read_alternatives(alternatives, lists);
  std::string pattern;
  for (int i = 0; i < 100; ++i) pattern += "<thousand> ";
  EXPECT_NO_THROW(read_pattern(pattern, lists));
  EXPECT_THROW(read_pattern(pattern + "<thousand>", lists), std::runtime_error);
}

}  // namespace
}  // namespace hearsay
