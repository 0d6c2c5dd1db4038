// The account without an article or a source: what is lost with it, and what remains.
#pragma once

#include "narrate/account.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What a reader names to be left out is, in this order: an article by its id; an outlet, with all its articles; a
// source by any of its names, with every claim that comes from it or through it; an origin or a claim of the full
// account by its printed id ("o3", "c12"). Nothing that fits: `articles` and `claims` are empty.
struct LeftOut {
  std::string asked;
  std::string what;                   // "article", "outlet", "source", "origin" or "claim"; empty when nothing fits
  std::vector<std::size_t> articles;  // indices into the full account's articles: all their claims go too
  std::vector<std::size_t> claims;    // indices into the full account's claims, ascending
};
LeftOut find_left_out(const Account& full, std::string_view asked);

// What the smaller account no longer holds, or tells otherwise, point by point. `claim_numbers[i]` is the number that
// the smaller account's claim i has in the full one.
Without what_changed(const Account& full, const Account& rest, std::span<const std::size_t> claim_numbers,
                     std::span<const LeftOut> left_out);

// Takes articles out of an account that no claim of it stands in, with the copies, updates and mentions in them, and
// the names that are mentioned nowhere else.
void remove_articles(Account& account, const std::vector<bool>& removed);

}  // namespace hearsay
