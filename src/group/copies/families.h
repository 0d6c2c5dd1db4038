// Which outlets belong to one owner (data/families.txt, which the user may extend).
#pragma once

#include <optional>
#include <string_view>

namespace hearsay {

// The owner of an outlet, by its domain or one above it ("news.harborherald.example" has the owner of
// "harborherald.example"). Nothing where the list does not say. Throws std::runtime_error where it is missing or
// broken.
std::optional<std::string_view> owner_of(std::string_view outlet);

// One outlet under two addresses: equal, or one is a subdomain of the other ("www." says nothing).
bool is_same_outlet(std::string_view a, std::string_view b);

}  // namespace hearsay
