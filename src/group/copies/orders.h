// The order in which a text gives its names, numbers and quotations: what a translation keeps.
#pragma once

#include "group/held/packed_words.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// The marks of a text in order: for a name the code of its last word ("Ilse Ravnkilde" is one name), for a number its
// code, for the beginning of a quotation one code for all. At most 512.
std::vector<std::uint16_t> order_of(const PlacedWords& text);

// The places of the words that are such names and numbers, in order. At most 512.
std::vector<std::size_t> marks_in(const PlacedWords& text);

struct OrderMatch {
  std::size_t common = 0;   // marks that two texts have in one order (their longest common subsequence)
  std::size_t shorter = 0;  // marks of the one that has fewer
  std::size_t longer = 0;
};
OrderMatch match_orders(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b);

// Whether two differently worded texts must go back to one: at least 7 marks in one order, three in four of those that
// one has and two in three of the other's. Independent reports of one event, as far as examined, stay below.
bool is_one_order(const OrderMatch& match);

}  // namespace hearsay
