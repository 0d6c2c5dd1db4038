// What the tables of one account share: worked out once, used in many rows.
#pragma once

#include "narrate/account.h"
#include "present/json/json_parts.h"
#include "publish/tables/table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Refers to the account, which must outlive it.
struct StoryFacts {
  explicit StoryFacts(const Account& told);

  const Account& account;
  std::vector<Positions> positions;               // of each article
  std::vector<std::optional<std::size_t>> hosts;  // of each claim: the claim inside whose words it stands
  std::vector<std::string> addresses;             // of each point
};

// The article's words at a span; nothing if they are not known, since an account read back from JSON has only the words
// of its articles that it quotes (run/accounts/account_reading.h).
std::optional<std::string_view> known_words(const Article& article, Span span);

// The article's address on the web, http or https; empty if it has none.
std::string web_address(const Article& article);

// ... with a text fragment (wicg.github.io/scroll-to-text-fragment) that a browser scrolls to and highlights; empty for
// an article that is not on the web.
std::string link_to(const Article& article, Span span);

// "a; b; c"
std::string joined(const std::vector<std::string>& words);
std::string joined_ids(char letter, const std::vector<std::size_t>& indices);

Cell id_cell(char letter, const std::optional<std::size_t>& index);
Cell day_cell(const std::optional<Day>& day);
Cell moment_cell(const std::optional<Moment>& moment);

}  // namespace hearsay
