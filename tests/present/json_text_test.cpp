#include "present/json_text.h"

#include "present/json_parts.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>

namespace hearsay {
namespace {

std::string written(std::string_view text) { return JsonText("{}").add("a", text).end_object().take(); }

TEST(JsonText, writes_every_text_as_a_dumped_value_is_written) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) {
    const std::string one(1, static_cast<char>(byte));
    all += one;
    EXPECT_EQ(written(one), dump(Json{{"a", one}})) << byte;
    EXPECT_EQ(written("x" + one + "y"), dump(Json{{"a", "x" + one + "y"}})) << byte;
  }
  for (const std::string_view text : {"", "Ø of “Kelvora” 中", "a\\\"b\n\n", "\xE2\x80", "ends in \xC3"})
    EXPECT_EQ(written(text), dump(Json{{"a", text}})) << text;
  EXPECT_EQ(written(all), dump(Json{{"a", all}}));
  // Text is looked at in steps: what is escaped may stand anywhere in one.
  const std::string_view parts[] = {"a", "é", "\"", "\\", "\n", "\x01", "bridge over the river ", "\x7F"};
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    std::string text(random() % 40, 'x');
    for (std::size_t left = random() % 30; left > 0; --left) text += parts[random() % std::size(parts)];
    EXPECT_EQ(written(text), dump(Json{{"a", text}}));
  }
}

TEST(JsonText, puts_commas_between_what_stands_beside_each_other) {
  JsonText text(R"({"format":"f"})");
  text.key("list").begin_array().value(1).value(-2).begin_object().end_object().begin_array().end_array().end_array();
  text.add("yes", true).add("none", std::optional<std::string>()).add("some", std::optional<int>(3)).end_object();
  EXPECT_EQ(text.take(), R"({"format":"f","list":[1,-2,{},[]],"yes":true,"none":null,"some":3})");
}

TEST(JsonText, goes_on_from_an_empty_object_without_a_comma) {
  EXPECT_EQ(JsonText("{}").add("a", 1).end_object().take(), R"({"a":1})");
  EXPECT_EQ(JsonText("{}").end_object().take(), "{}");
}

}  // namespace
}  // namespace hearsay
