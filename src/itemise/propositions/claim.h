// One proposition that one article asserts, with its source chain, stance and values.
#pragma once

#include "base/calendar.h"
#include "base/span.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hearsay {

enum class Stance : std::uint8_t { asserts, confirms, denies, estimates, hedges, declines };
std::string_view to_text(Stance stance);

// A quantity as a claim's value: bounds are inclusive, nothing is an open end.
struct QuantityValue {
  std::optional<double> low;
  std::optional<double> high;
  bool approximate = false;
  std::optional<std::string> unit;
  std::optional<std::string> of;
};

// The first and last day, both inclusive, and the TIMEX3 value they came from.
struct DateValue {
  std::optional<Day> from;
  std::optional<Day> to;
  std::string value;
};

struct PlaceValue {
  std::optional<std::size_t> entity;  // an index into the story's entities
};

struct Value {
  Span span;  // in the claim's article
  std::variant<QuantityValue, DateValue, PlaceValue> what;
};

// A word of a claim that stands for what is named elsewhere: "he", "the agency".
struct StandIn {
  Span word;   // in the claim
  Span named;  // what it stands for, in the same article outside the claim
};

// One link of the chain by which a claim reached the article.
struct Source {
  std::string name;                   // one name a source across the story
  std::optional<std::size_t> entity;  // an index into the story's entities
  Span span;                          // the words that name it in the claim's article
};

struct Claim {
  std::size_t article = 0;      // an index into the story's articles
  Span span;                    // the words that assert it, in that article
  std::vector<Source> sources;  // outermost reporter first, the one who knows last; empty: the outlet itself
  std::optional<Span> cue;
  Stance stance = Stance::asserts;
  bool left_open = false;  // it says that a thing is not known or was not told
  std::vector<Value> values;
  std::vector<StandIn> stand_ins;  // in text order
  std::optional<Span> context;     // its sentence, where it cannot be read without it
  std::size_t origin = 0;          // an index into the story's origins
  std::size_t point = 0;           // an index into the story's points
};

}  // namespace hearsay
