#include "clean/markup/entities.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(EntitiesTest, references_are_resolved_as_browsers_do) {
  const struct {
    const char* text;
    const char* words;
  } rows[] = {
      {"a &amp; b", "a & b"},
      {"&lt;b&gt;", "<b>"},
      {"caf&eacute;", "café"},
      {"caf&eacute", "café"},  // an old name needs no semicolon
      {"&ampx", "&x"},
      {"&notit;", "¬it;"},  // the longest name that is known
      {"&notin;", "∉"},
      {"&hellip;", "…"},
      {"&hellip", "&hellip"},    // a newer name needs one
      {"&NotEqualTilde;", "≂̸"},  // one name, two characters
      {"&#8217;&#x2019;&#X2019;", "’’’"},
      {"&#8217 x", "’ x"},
      {"&#146;&#150;&#128;", "’–€"},  // Windows-1252, as pages mean it
      {"&#129;", "\u0081"},
      {"&#0;", "\uFFFD"},
      {"&#xD800;", "\uFFFD"},
      {"&#x110000;", "\uFFFD"},
      {"&#99999999999999999999;", "\uFFFD"},
      {"&#x1F30A;", "\U0001F30A"},
      {"&#;", "&#;"},
      {"&#x;", "&#x;"},
      {"&#-5;", "&#-5;"},
      {"&;", "&;"},
      {"&", "&"},
      {"a &", "a &"},
      {"&&amp;", "&&"},
      {"&amp;lt;", "&lt;"},  // resolved once
      {"&nosuchname;", "&nosuchname;"},
      {"R&D and A&B", "R&D and A&B"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(without_entities(row.text), row.words) << row.text;
}

TEST(EntitiesTest, a_reference_says_how_many_bytes_it_takes) {
  const struct {
    const char* text;
    const char* words;
    std::size_t size_bytes;
  } rows[] = {
      {"&amp; b", "&", 5}, {"&amp b", "&", 4}, {"&#65;", "A", 5}, {"&#65b", "A", 4},
      {"&#x41g", "A", 5},  {"& b", "", 0},     {"&lt", "<", 3},   {"&l", "", 0},
  };
  for (const auto& row : rows) {
    EntityReader reader;
    const CharacterReference reference = reader.read(row.text);
    EXPECT_EQ(reference.words, row.words) << row.text;
    EXPECT_EQ(reference.size_bytes, row.size_bytes) << row.text;
  }
}

}  // namespace
}  // namespace hearsay
