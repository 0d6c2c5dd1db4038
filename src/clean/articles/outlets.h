// Which outlet an address belongs to.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The domain that stands for the outlet: the host of an address in lower case without "www." and the like or, if
// data/outlet_addresses.txt has the outlet under several domains, the first of them. Of an address inside another the
// inner one counts (an archive's "https://archive.example/2031/https://quay.example/1", pages that a search engine
// caches for phones). Empty for what is not an address. Throws std::runtime_error if the list is broken.
std::string outlet_of_address(std::string_view address);

}  // namespace hearsay
