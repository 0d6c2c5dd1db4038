// Three short reports of a slip on a coast road, told by hand: enough to hold one part of the page to its exact markup.
#pragma once

#include "present/words/account_view.h"
#include "sample_account.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hearsay {

inline Day day_in_may(unsigned day) { return std::chrono::sys_days{std::chrono::year{2031} / std::chrono::May / day}; }

inline Article report(std::string id, std::optional<std::string> outlet, std::string text,
                      std::optional<unsigned> day = std::nullopt) {
  Article article;
  article.id = std::move(id);
  article.outlet = std::move(outlet);
  article.location = article.id + ".txt";
  article.text = std::move(text);
  if (day) article.published = Moment{day_in_may(*day), std::nullopt, {}};
  return article;
}

// Two newsrooms on two days and a report of neither name nor day.
inline SampleAccount small_story() {
  return SampleAccount({report("one", "Quay Gazette", "A slip shut the road. Ann Bo said 40 people left.", 5),
                        report("two", "Dell Courier", "The road is shut. Ann Bo told us 50 people had gone.", 6),
                        report("three", std::nullopt, "Nobody left, Cy Dun said. The road is open.")});
}

// Addresses of points as "p1", "p2" in the order of the account, so that a test can be read.
inline std::string with_numbers(std::string page, const AccountView& view) {
  std::vector<std::pair<std::string, std::size_t>> addresses;
  for (std::size_t i = 0; i < view.account().points.size(); ++i) addresses.emplace_back(view.address_of(i), i + 1);
  std::sort(addresses.rbegin(), addresses.rend());  // the longer of two that begin alike first
  for (const auto& [address, number] : addresses) {
    const std::string name = "p" + std::to_string(number);
    for (std::size_t at = 0; (at = page.find(address, at)) != std::string::npos; at += name.size())
      page.replace(at, address.size(), name);
  }
  return page;
}

// What one part of the page writes for an account.
template <class Part>
std::string part_of_page(const Account& account, const Part& part) {
  std::string page;
  const AccountView view(account);
  part(page, view);
  return with_numbers(std::move(page), view);
}

inline std::size_t times_in(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++count;
  return count;
}

// Does each part stand after the one before it? The first that does not, for a message; empty when all do.
inline std::string first_out_of_order(std::string_view text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    at = text.find(part, at);
    if (at == std::string_view::npos) return part;
    at += part.size();
  }
  return {};
}

}  // namespace hearsay
