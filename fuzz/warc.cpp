// Any bytes as a WARC, packed or not, and its records as HTTP responses.
#include "bytes.h"

#include "capture/bytes/compressed.h"
#include "capture/formats/warc.h"
#include "capture/network/http_message.h"

using namespace hearsay;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto source = unpacked(open_memory(as_text(data, size)));
    WarcReader reader(*source);
    while (const auto record = reader.next()) {
      expect(!record->fault || record->content.empty());
      if (const auto response = parse_http(record->content)) expect(response->body.size() <= largest_record_bytes);
    }
  } catch (const Unreadable&) {
  }
  return 0;
}
