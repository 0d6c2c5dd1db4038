// Names found and grouped, as tables of text and printed result. Every person, place and body here is invented, or a
// country or large city that any list has.
#include "extract/names.h"

#include "dissect/grammar.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

Names names_in(std::string_view text) {
  static const Grammar grammar;
  static const NameFinder finder;
  return finder.find(text, grammar.dissect(text, {}, Depth::tree));
}

// "person Name = Variant = Variant; place Name".
std::string named(std::string_view text) {
  std::string printed;
  for (const Named& name : names_in(text).named) {
    if (!printed.empty()) printed += "; ";
    printed += std::string(to_text(name.kind)) + " " + name.name;
    for (const std::string& variant : name.variants) printed += " = " + variant;
  }
  return printed;
}

struct Row {
  const char* text;
  const char* named;
};

TEST(Names, variants_of_one_name_are_one) {
  const std::vector<Row> rows = {
      {"Mr Tomas Verrin met Ana Quillo on Monday. Verrin said that Mrs Quillo had agreed.",
       "person Tomas Verrin = Verrin; person Ana Quillo = Quillo"},
  };
  for (const Row& row : rows) EXPECT_EQ(named(row.text), row.named) << row.text;
}

TEST(Names, a_text_without_names_has_none) {
  EXPECT_EQ(named(""), "");
  EXPECT_EQ(named("It rained all day, and then it rained again."), "");
}

}  // namespace
}  // namespace hearsay
