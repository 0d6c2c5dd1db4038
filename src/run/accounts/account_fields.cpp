#include "run/accounts/account_fields.h"

#include <charconv>

namespace hearsay::account_fields {

namespace {

std::vector<JsonValue> items_of(JsonValue value, const char* key) {
  simdjson::dom::array items;
  if (value.get(items) != simdjson::SUCCESS) throw BadAccount(fmt::format("has a \"{}\" that is not a list", key));
  return {items.begin(), items.end()};
}

}  // namespace

JsonValue need(JsonValue row, const char* key) {
  JsonValue value;
  if (row[key].get(value) != simdjson::SUCCESS) throw BadAccount(fmt::format("lacks the required \"{}\"", key));
  return value;
}

std::optional<JsonValue> may_have(JsonValue row, const char* key) {
  JsonValue value;
  if (row[key].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::vector<JsonValue> list(JsonValue row, const char* key) { return items_of(need(row, key), key); }

std::vector<JsonValue> may_list(JsonValue row, const char* key) {
  const auto value = may_have(row, key);
  return value ? items_of(*value, key) : std::vector<JsonValue>();
}

std::string as_text(JsonValue value, const char* key) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) throw BadAccount(fmt::format("has a \"{}\" that is not a string", key));
  return std::string(text);
}

std::string text(JsonValue row, const char* key) { return as_text(need(row, key), key); }

std::optional<std::string> may_text(JsonValue row, const char* key) {
  const auto value = may_have(row, key);
  return value ? std::optional(as_text(*value, key)) : std::nullopt;
}

std::vector<std::string> texts(JsonValue row, const char* key) {
  std::vector<std::string> all;
  for (const JsonValue one : may_list(row, key)) all.push_back(as_text(one, key));
  return all;
}

bool truth(JsonValue row, const char* key) {
  bool value = false;
  if (need(row, key).get(value) != simdjson::SUCCESS)
    throw BadAccount(fmt::format("has a \"{}\" that is not a boolean", key));
  return value;
}

std::size_t count(JsonValue row, const char* key) {
  std::uint64_t value = 0;
  if (need(row, key).get(value) != simdjson::SUCCESS)
    throw BadAccount(fmt::format("has a \"{}\" that is not a count", key));
  return value;
}

std::optional<double> may_number(JsonValue row, const char* key) {
  const auto value = may_have(row, key);
  double number = 0;
  if (value && value->get(number) != simdjson::SUCCESS)
    throw BadAccount(fmt::format("has a \"{}\" that is not a number", key));
  return value ? std::optional(number) : std::nullopt;
}

std::optional<Moment> may_moment(JsonValue row, const char* key) {
  const auto iso = may_text(row, key);
  if (!iso) return std::nullopt;
  const auto moment = parse_moment(*iso);
  if (!moment) throw BadAccount(fmt::format("has a \"{}\" that is not a day or time", key));
  return moment;
}

std::optional<Day> may_day(JsonValue row, const char* key) {
  const auto moment = may_moment(row, key);
  return moment ? std::optional(moment->day) : std::nullopt;
}

std::size_t index_of(std::string_view id, char letter, std::size_t size) {
  std::size_t number = 0;
  const bool shaped = id.size() > 1 && id[0] == letter;
  const auto [end, error] = shaped ? std::from_chars(id.data() + 1, id.data() + id.size(), number)
                                   : std::from_chars_result{id.data(), std::errc::invalid_argument};
  if (error != std::errc() || end != id.data() + id.size() || number == 0 || number > size)
    throw BadAccount(fmt::format("names \"{}\", which does not exist", id));
  return number - 1;
}

std::optional<std::size_t> may_index(JsonValue row, const char* key, char letter, std::size_t size) {
  const auto id = may_text(row, key);
  return id ? std::optional(index_of(*id, letter, size)) : std::nullopt;
}

std::vector<std::size_t> indices(JsonValue row, const char* key, char letter, std::size_t size) {
  std::vector<std::size_t> all;
  for (const JsonValue one : list(row, key)) all.push_back(index_of(as_text(one, key), letter, size));
  return all;
}

}  // namespace hearsay::account_fields
