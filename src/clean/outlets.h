// Which outlet an address belongs to.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The domain that stands for the outlet: the host of an address in small letters without "www." and the like, or, where
// data/outlet_addresses.txt knows the outlet under several domains, the first of them. An address inside another is
// what counts (an archive's "https://archive.example/2031/https://quay.example/1", pages that a search engine holds for
// phones). Empty for what is no address. Throws std::runtime_error where the list is broken.
std::string outlet_of_address(std::string_view address);

}  // namespace hearsay
