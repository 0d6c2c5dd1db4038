// The members of an account's JSON by type. "need" and plain names throw BadAccount if a member is missing or of
// another type; "may" gives nothing if it is missing or null, and throws if it is of another type.
#pragma once

#include "base/calendar.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::account_fields {

using JsonValue = simdjson::dom::element;

// Ends the reading of an account; what() is the reason.
struct BadAccount : std::runtime_error {
  using std::runtime_error::runtime_error;
};

JsonValue need(JsonValue row, const char* key);
std::optional<JsonValue> may_have(JsonValue row, const char* key);
std::vector<JsonValue> list(JsonValue row, const char* key);
std::vector<JsonValue> may_list(JsonValue row, const char* key);
std::string as_text(JsonValue value, const char* key);  // `key` for the reason
std::string text(JsonValue row, const char* key);
std::optional<std::string> may_text(JsonValue row, const char* key);
std::vector<std::string> texts(JsonValue row, const char* key);  // empty if there is no such list
bool truth(JsonValue row, const char* key);
std::size_t count(JsonValue row, const char* key);
std::optional<double> may_number(JsonValue row, const char* key);
std::optional<Moment> may_moment(JsonValue row, const char* key);
std::optional<Day> may_day(JsonValue row, const char* key);

// The position that an id stands for: 2 for "c3". Throws if a list of this size has no such position.
std::size_t index_of(std::string_view id, char letter, std::size_t size);
std::optional<std::size_t> may_index(JsonValue row, const char* key, char letter, std::size_t size);
std::vector<std::size_t> indices(JsonValue row, const char* key, char letter, std::size_t size);

// The value of an enumeration whose to_text() gives this word; its values must run from 0 without a gap.
template <class Kind>
Kind kind(JsonValue row, const char* key, Kind last) {
  const std::string word = text(row, key);
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (to_text(static_cast<Kind>(i)) == word) return static_cast<Kind>(i);
  throw BadAccount(fmt::format("has the unknown {} \"{}\"", key, word));
}

}  // namespace hearsay::account_fields
