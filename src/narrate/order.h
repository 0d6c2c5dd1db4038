// The order in which an account's points are read: what the reports themselves put first comes first.
#pragma once

#include "narrate/account.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// What suggests that a point is news. Shares and truths run from 0 to 1.
enum class OrderClue : std::uint8_t {
  share,       // the part of the story's articles that tell it
  articles,    // ln(1 + their number)
  claims,      // ln(1 + the number of its claims)
  lead,        // the part of the articles that tell it in their first 900 bytes
  first,       // 1 / (1 + bytes before its first words / 300)
  headline,    // of the headline that it shares most with, the part of the words that stand in its claims
  number,      // a claim gives a quantity
  speakers,    // ln(1 + the number of its named speakers)
  conflict,    // accounts conflict
  update,      // ... or were updated
  scope,       // ... or count different things
  length,      // of the words that speak for it, in hundreds of bytes, 2 at the most
  brief,       // these are under 25 bytes
  dependent,   // these depend on words that are not shown (measure/representative.h)
  denied,      // a claim denies
  hedged,      // the part of its claims that hedge
  background,  // outlets tell it in their own voice
  origins,     // two surely independent origins
  count_of_clues
};
inline constexpr std::size_t order_clue_count = static_cast<std::size_t>(OrderClue::count_of_clues);
using OrderClues = std::array<float, order_clue_count>;
std::string_view to_text(OrderClue clue);

// The weights of data/order.txt. Const after loading, shared by all threads.
class OrderModel {
 public:
  // Throws std::runtime_error, naming the file, when a weight is missing or no number.
  OrderModel();

  // The higher the earlier.
  float score(const OrderClues& clues) const;

 private:
  OrderClues weights_{};
};

// Of each point, in the account's order. The account has all but its order.
std::vector<OrderClues> order_clues(const Account& account);

// Puts the points in order, of equal ones the one that comes first in the articles, and sets Claim::point to each
// point's new place. Among the first thirty none tells by its heading what an earlier heading has told: it comes after
// them (maximal marginal relevance, Carbonell and Goldstein 1998).
void order_points(Account& account, const OrderModel& model);

}  // namespace hearsay
