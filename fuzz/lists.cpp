// Any bytes as the small lists that come from outside: robots.txt and what was fetched before.
#include "bytes.h"

#include "capture/network/fetch_state.h"
#include "capture/network/robots.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  may_fetch(bytes, "hearsay", "/news/2031/05?page=1");
  const std::size_t line = bytes.find('\n');
  if (line != std::string_view::npos) may_fetch(bytes.substr(line + 1), "hearsay", bytes.substr(0, line));
  for (const auto& [address, validators] : parse_fetch_state(bytes)) {
    expect(!address.empty() && !validators.empty());
    expect(address.find_first_of("\t\n") == std::string::npos);
    expect(validators.etag.find_first_of("\r\n\t") == std::string::npos);
    expect(validators.last_modified.find_first_of("\r\n\t") == std::string::npos);
  }
  return 0;
}
