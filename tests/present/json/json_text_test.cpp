#include "present/json/json_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <optional>
#include <random>
#include <vector>

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

// As the library prints it, with U+FFFD in place of what is no UTF-8.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string written(std::string_view text) { return JsonText().begin_object().add("a", text).end_object().take(); }

TEST(JsonText, writes_every_text_as_a_library_does) {
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
  const std::string_view parts[] = {"a",    "é",        "\"",   "\\",      "\n", "\x01", "bridge over the river ",
                                    "\x7F", "\xF0\x9F", "\x80", "\xED\xA0"};
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    std::string text(random() % 40, 'x');
    for (std::size_t left = random() % 30; left > 0; --left) text += parts[random() % std::size(parts)];
    EXPECT_EQ(written(text), dump(Json{{"a", text}}));
  }
}

std::string written(double number) { return JsonText().value(number).take(); }

TEST(JsonText, writes_numbers_as_a_library_does_but_whole_ones_without_a_point) {
  const struct {
    double number;
    const char* text;
  } rows[] = {{0, "0"},           {-0.0, "0"},         {3, "3"},
              {-40000, "-40000"}, {0.5, "0.5"},        {0.1 + 0.2, "0.30000000000000004"},
              {1e-5, "1e-05"},    {2.5e20, "2.5e+20"}, {9007199254740991, "9007199254740991"}};
  for (const auto& row : rows) EXPECT_EQ(written(row.number), row.text);
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "null");
  std::mt19937_64 random(4);
  for (int i = 0; i < 20000; ++i) {
    const double number = static_cast<double>(random() % 2000000) / 1000;
    if (number != std::trunc(number)) {
      EXPECT_EQ(written(number), Json(number).dump());
    }
    const auto any = std::bit_cast<double>(random());
    if (std::isfinite(any)) {
      EXPECT_EQ(Json::parse(written(any)).get<double>(), any);
    }
  }
}

TEST(JsonText, puts_commas_between_what_stands_beside_each_other) {
  JsonText text;
  text.begin_object().add("format", "f");
  text.key("list").begin_array().value(1).value(-2).begin_object().end_object().begin_array().end_array().end_array();
  text.add("yes", true).add("none", std::optional<std::string>()).add("some", std::optional<int>(3)).end_object();
  EXPECT_EQ(text.take(), R"({"format":"f","list":[1,-2,{},[]],"yes":true,"none":null,"some":3})");
}

TEST(JsonText, writes_lists_item_by_item) {
  const std::vector<std::string> items = {"a", "b"};
  JsonText text;
  text.begin_object().add_values("values", items).add_values("none", std::vector<int>());
  text.add_objects("objects", items, [&](const std::string& item) { text.add("is", item); });
  text.add_list("list", items, [&](const std::string& item) { text.begin_array().value(item).end_array(); })
      .end_object();
  EXPECT_EQ(text.take(), R"({"values":["a","b"],"none":[],"objects":[{"is":"a"},{"is":"b"}],"list":[["a"],["b"]]})");
}

}  // namespace
}  // namespace hearsay
